import { api } from '../../declare/index.ts'
import { ShippingOrder } from './shipping-order.ts'

/** TMF700 Shipping Order 4.0.0. */
export const ShippingOrderApi = api({
  number: 'TMF700',
  name: 'Shipping Order',
  version: '4.0.0',
  path: '/tmf-api/shippingOrder/v4.0',
  domain: 'Ordering',
  resources: [ShippingOrder],
})

export { ShippingOrder }
