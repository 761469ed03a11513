/** TMF685 Resource Pool 1.0. */
import { list, oneOf, resource } from '../../declare/index.ts'
import { AppliedCapacityAmount, ResourceCapacityDemand } from './parts.ts'

export const AvailabilityCheck = resource('AvailabilityCheck', {
  meaning: 'A task that asks what a pool has free',
  path: 'availabilityCheck',
  verbs: ['create'],
  isTask: true,

  // The file leaves the task empty: it is asked and answered in the words of a reservation.
  fields: {
    resourceCapacityDemand: list(ResourceCapacityDemand, 'The capacity that is wanted, and from which pool'),
    appliedCapacityAmount: list(AppliedCapacityAmount, 'How much of each demand could be met now')
      .serverOwned,
    availabilityResult: oneOf(
      ['available', 'partial', 'unavailable'],
      'Whether all of it could be met, some of it or nothing',
    ).serverOwned,
  },
})
