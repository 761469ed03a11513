import { api } from '../../declare/index.ts'
import { Checkpoint } from './checkpoint.ts'
import { ShipmentTracking } from './shipment-tracking.ts'

/** TMF684 Shipment Tracking 1.0.0. */
export const ShipmentTrackingApi = api({
  number: 'TMF684',
  name: 'Shipment Tracking',
  version: '1.0.0',
  path: '/shipmentTracking/v1',
  domain: 'Fulfilment & field',
  resources: [ShipmentTracking, Checkpoint],
})

export { Checkpoint, ShipmentTracking }
