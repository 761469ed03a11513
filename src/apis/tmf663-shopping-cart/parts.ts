/** Parts that only TMF663 has, or has otherwise than the shared ones. */

import { integer, itemId, list, listOfSelf, oneOf, part, text, type } from '../../declare/index.ts'
import { Note, Quantity } from '../shared/common.ts'
import {
  Price,
  PriceAlteration,
  ProductOfferingPriceRef,
  ProductOfferingRef,
  ProductRefOrValue,
} from '../shared/product.ts'

export const CartPrice = type('CartPrice', 'A price for a cart or one of its lines', {
  description: text('What the price covers, in words'),
  name: text('What the price is called'),
  priceType: text('Whether it is recurring, a discount, a penalty and so on'),
  recurringChargePeriod: text('How often the charge comes round'),
  unitOfMeasure: text('What usage is counted in'),
  price: part(Price, 'The amount to pay, before and after tax'),
  priceAlteration: list(PriceAlteration, 'Discounts and surcharges that change the price'),
  productOfferingPrice: part(ProductOfferingPriceRef, 'The catalogue price it is based on'),
})

export const CartItemRelationship = type('CartItemRelationship', 'A link from one cart line to another', {
  id: text('Identifier of this cart item relationship'),
  relationshipType: text('How the two lines depend on each other'),
})

export const CartTerm = type('CartTerm', 'A commitment attached to a cart line', {
  description: text('What the customer commits to, in words'),
  name: text('What the commitment is called'),
  duration: part(Quantity, 'How long the commitment lasts'),
})

export const CartItem = type('CartItem', 'One line of a shopping cart', {
  id: itemId('Identifier within the list'),
  quantity: integer('How many the customer wants'),
  ItemTotalPrice: list(CartPrice, 'What this line costs altogether'),
  action: oneOf(['add', 'modify', 'delete', 'noChange'], 'What to do with the product'),
  cartItem: listOfSelf('Lines nested inside this one'),
  cartItemRelationship: list(CartItemRelationship, 'Other lines that this one depends on'),
  itemPrice: list(CartPrice, 'What one of these costs'),
  itemTerm: list(CartTerm, 'Commitments that come with this line'),
  note: list(Note, 'What people have said about it'),
  product: part(ProductRefOrValue, 'The product wanted, with its chosen settings'),
  productOffering: part(ProductOfferingRef, 'The offer picked from the catalogue'),
  status: oneOf(['active', 'saveForLater'], 'Whether to buy it now or keep it for later'),
})
