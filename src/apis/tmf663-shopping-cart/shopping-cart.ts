/** TMF663 Shopping Cart 4.0.0. */
import { list, part, resource } from '../../declare/index.ts'
import { TimePeriod } from '../shared/common.ts'
import { ContactMedium, RelatedParty } from '../shared/party.ts'
import { CartItem, CartPrice } from './parts.ts'

export const ShoppingCart = resource('ShoppingCart', {
  meaning: 'A temporary selection of offers someone may buy',
  path: 'shoppingCart',

  fields: {
    cartItem: list(CartItem, 'The lines that make up the cart'),
    cartTotalPrice: list(CartPrice, 'What all active lines cost together').once,
    contactMedium: list(ContactMedium, 'How to reach the shopper'),
    relatedParty: list(RelatedParty, 'Who is involved, and in which role'),
    validFor: part(TimePeriod, 'How long the cart is kept').once,
  },

  findBy: ['relatedParty.id', 'cartItem.productOffering.id'],
  announces: ['created', 'changed', 'deleted'],
})
