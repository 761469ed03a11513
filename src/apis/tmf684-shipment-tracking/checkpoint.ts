/** TMF684 Shipment Tracking 1.0.0. */
import { resource } from '../../declare/index.ts'
import { CheckpointType } from './parts.ts'
import { ShipmentTracking } from './shipment-tracking.ts'

export const Checkpoint = resource('Checkpoint', {
  meaning: 'One point that a parcel has passed on its way',
  path: 'checkpoint',
  officialType: 'CheckpointType',
  within: ShipmentTracking,
  embeddedAs: 'checkpoint',
  verbs: ['create'],

  fields: CheckpointType.fields,
})
