import { api } from '../../declare/index.ts'
import { ShoppingCart } from './shopping-cart.ts'

/** TMF663 Shopping Cart 4.0.0. */
export const ShoppingCartApi = api({
  number: 'TMF663',
  name: 'Shopping Cart',
  version: '4.0.0',
  path: '/tmf-api/shoppingCart/v4',
  domain: 'Party & customer',
  resources: [ShoppingCart],
})

export { ShoppingCart }
