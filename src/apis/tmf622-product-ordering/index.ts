import { api } from '../../declare/index.ts'
import { CancelProductOrder } from './cancel-product-order.ts'
import { ProductOrder } from './product-order.ts'

/** TMF622 Product Ordering 4.0.0. */
export const ProductOrderingApi = api({
  number: 'TMF622',
  name: 'Product Ordering',
  version: '4.0.0',
  path: '/tmf-api/productOrderingManagement/v4',
  domain: 'Ordering',
  resources: [ProductOrder, CancelProductOrder],
})

export { CancelProductOrder, ProductOrder }
