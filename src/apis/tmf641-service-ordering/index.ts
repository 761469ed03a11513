import { api } from '../../declare/index.ts'
import { CancelServiceOrder } from './cancel-service-order.ts'
import { ServiceOrder } from './service-order.ts'

/** TMF641 Service Ordering 4.1.0. */
export const ServiceOrderingApi = api({
  number: 'TMF641',
  name: 'Service Ordering',
  version: '4.1.0',
  path: '/tmf-api/serviceOrdering/v4',
  domain: 'Ordering',
  resources: [ServiceOrder, CancelServiceOrder],
})

export { CancelServiceOrder, ServiceOrder }
