import { api } from '../../declare/index.ts'
import { Product } from './product.ts'

/** TMF637 Product Inventory 4.0.0. */
export const ProductInventoryApi = api({
  number: 'TMF637',
  name: 'Product Inventory',
  version: '4.0.0',
  path: '/tmf-api/productInventory/v4',
  domain: 'Inventory',
  resources: [Product],
})

export { Product }
