/** TMF685 Resource Pool 1.0. */
import { resource } from '../../declare/index.ts'

export const AvailabilityCheck = resource('AvailabilityCheck', {
  meaning: 'A task that asks what a pool has free',
  path: 'availabilityCheck',
  verbs: ['create'],
  isTask: true,

  fields: {},
})
