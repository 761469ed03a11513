import { api } from '../../declare/index.ts'
import { itemsOf } from '../shared/order-items.ts'
import { CancelProductOrder } from './cancel-product-order.ts'
import { ProductOrderItem } from './parts.ts'
import { ProductOrder } from './product-order.ts'

/** TMF622 Product Ordering 4.0.0. */
export const ProductOrderingApi = api({
  number: 'TMF622',
  name: 'Product Ordering',
  version: '4.0.0',
  path: '/tmf-api/productOrderingManagement/v4',
  domain: 'Ordering',
  resources: [ProductOrder, itemsOf(ProductOrder, 'productOrderItem', ProductOrderItem), CancelProductOrder],
})

export { CancelProductOrder, ProductOrder }
