import { api } from '../../declare/index.ts'
import { itemsOf } from '../shared/order-items.ts'
import { CancelServiceOrder } from './cancel-service-order.ts'
import { ServiceOrderItem } from './parts.ts'
import { ServiceOrder } from './service-order.ts'

/** TMF641 Service Ordering 4.1.0. */
export const ServiceOrderingApi = api({
  number: 'TMF641',
  name: 'Service Ordering',
  version: '4.1.0',
  path: '/tmf-api/serviceOrdering/v4',
  domain: 'Ordering',
  resources: [ServiceOrder, itemsOf(ServiceOrder, 'serviceOrderItem', ServiceOrderItem), CancelServiceOrder],
})

export { CancelServiceOrder, ServiceOrder }
