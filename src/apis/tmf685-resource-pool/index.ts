import { api } from '../../declare/index.ts'
import { AvailabilityCheck } from './availability-check.ts'
import { Extract } from './extract.ts'
import { Push } from './push.ts'
import { Reservation } from './reservation.ts'
import { ResourcePool } from './resource-pool.ts'

/** TMF685 Resource Pool 1.0. */
export const ResourcePoolApi = api({
  number: 'TMF685',
  name: 'Resource Pool',
  version: '1.0',
  path: '/tmf-api/resourcePoolManagement/v1',
  domain: 'Fulfilment & field',
  resources: [Reservation, ResourcePool, AvailabilityCheck, Push, Extract],
})

export { AvailabilityCheck, Extract, Push, Reservation, ResourcePool }
