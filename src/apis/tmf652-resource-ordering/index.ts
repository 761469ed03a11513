import { api } from '../../declare/index.ts'
import { itemsOf } from '../shared/order-items.ts'
import { CancelResourceOrder } from './cancel-resource-order.ts'
import { ResourceOrderItem } from './parts.ts'
import { ResourceOrder } from './resource-order.ts'

/** TMF652 Resource Ordering 4.0.0. */
export const ResourceOrderingApi = api({
  number: 'TMF652',
  name: 'Resource Ordering',
  version: '4.0.0',
  path: '/tmf-api/resourceOrderingManagement/v4',
  domain: 'Ordering',
  resources: [ResourceOrder, itemsOf(ResourceOrder, 'orderItem', ResourceOrderItem), CancelResourceOrder],
})

export { CancelResourceOrder, ResourceOrder }
