/** TMF685 Resource Pool 1.0. */
import { dateTime, list, part, resource, text } from '../../declare/index.ts'
import { ChannelRef, ProductOfferingRef, RelatedPartyRef, RequestedPeriod, ReservationItem } from './parts.ts'

export const Reservation = resource('Reservation', {
  meaning: 'A claim that sets resources aside for later use',
  path: 'reservation',
  verbs: ['list', 'read', 'create', 'patch'],

  fields: {
    description: text('What is being set aside, in plain words'),
    relatedParty: part(RelatedPartyRef, 'Who the resources are held for').mandatory,
    reservationState: text('Where the reservation is in its life').ignoredFromClient,
    valid_for: dateTime('When the hold on the resources applies'),
    reservationItem: list(ReservationItem, 'Each thing being set aside'),
    channelRef: part(ChannelRef, 'Where the booking came from'),
    requestedPeriod: part(RequestedPeriod, 'The stretch of time asked for'),
    productOfferingRef: part(ProductOfferingRef, 'The catalogue offer the resources are for'),
  },

  lifecycle: {
    of: 'reservationState',
    starts: 'reserved',
    moves: {
      reserved: { completed: 'client', cancelled: 'client', expired: 'engine' },
      // What was set aside has been taken out of the pool for good.
      completed: {},
      cancelled: {},
      expired: {},
    },
  },
  findBy: ['reservationState', 'relatedParty.id', 'productOfferingRef.id'],
})
