import { api } from '../../declare/index.ts'
import { itemsOf } from '../shared/order-items.ts'
import { CancelWorkOrder } from './cancel-work-order.ts'
import { WorkOrderItem } from './parts.ts'
import { WorkOrder } from './work-order.ts'

/** TMF697 Work Order 4.0.0. */
export const WorkOrderApi = api({
  number: 'TMF697',
  name: 'Work Order',
  version: '4.0.0',
  path: '/tmf-api/workOrderManagement/v4',
  domain: 'Fulfilment & field',
  resources: [WorkOrder, itemsOf(WorkOrder, 'workOrderItem', WorkOrderItem), CancelWorkOrder],
})

export { CancelWorkOrder, WorkOrder }
