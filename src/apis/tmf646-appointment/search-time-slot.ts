/** TMF646 Appointment 4.0.0. */
import { dateTime, list, oneOf, part, resource, text } from '../../declare/index.ts'
import { RelatedEntity } from '../shared/common.ts'
import { RelatedParty, TimeSlot } from '../shared/party.ts'
import { RelatedPlaceRefOrValue } from '../shared/place.ts'

export const SearchTimeSlot = resource('SearchTimeSlot', {
  meaning: 'A search for free times to book an appointment',
  path: 'searchTimeSlot',
  isTask: true,

  fields: {
    searchDate: dateTime('When the search was run').serverOwned.stampedOn('create'),
    searchResult: text('Outcome of the search, good or bad').serverOwned,
    availableTimeSlot: list(TimeSlot, 'Free times that were found').afterwards,
    relatedEntity: list(RelatedEntity, 'What the appointment would be for'),
    relatedParty: part(RelatedParty, 'Who is involved, and in which role'),
    relatedPlace: part(RelatedPlaceRefOrValue, 'Where the appointment would be held'),
    requestedTimeSlot: list(TimeSlot, 'Times the customer would prefer'),
    status: oneOf(['inProgress', 'done', 'rejected', 'terminatedWithError'], 'How far the search has got')
      .afterwards,
  },

  lifecycle: {
    of: 'status',
    starts: 'inProgress',
    moves: {
      inProgress: { done: 'client', rejected: 'client', terminatedWithError: 'client' },
      done: {},
      rejected: {},
      terminatedWithError: {},
    },
  },
  findBy: ['status', 'searchDate'],
  announces: ['created', 'changed', 'stateChanged', 'deleted'],
})
