/** TMF646 Appointment 4.0.0. */
import { dateTime, list, oneOf, part, resource, text } from '../../declare/index.ts'
import { AttachmentRefOrValue, Note, RelatedEntity, TimePeriod } from '../shared/common.ts'
import { ContactMedium, RelatedParty } from '../shared/party.ts'
import { RelatedPlaceRefOrValue } from '../shared/place.ts'
import { CalendarEventRef } from './parts.ts'

export const Appointment = resource('Appointment', {
  meaning: 'An agreed time to meet or speak with someone',
  path: 'appointment',

  fields: {
    category: text('The business purpose of the visit or call'),
    creationDate: dateTime('When the appointment was first entered').serverOwned.stampedOn('create'),
    description: text('A few words on what the appointment is for'),
    externalId: text('Reference the customer quotes for it'),
    lastUpdate: dateTime('When the appointment was most recently changed').afterwards.stampedOn('change'),
    attachment: list(AttachmentRefOrValue, 'Files and pictures that go with it'),
    calendarEvent: part(CalendarEventRef, 'The entry in the calendar that it fills'),
    contactMedium: list(ContactMedium, 'How to reach the people concerned'),
    note: list(Note, 'What people have said about it'),
    relatedEntity: list(RelatedEntity, 'Other things the appointment is about, such as an order'),
    relatedParty: list(RelatedParty, 'Who takes part, and in which role'),
    relatedPlace: part(RelatedPlaceRefOrValue, 'Where the appointment happens'),
    status: oneOf(
      ['initialized', 'confirmed', 'cancelled', 'completed', 'failed'],
      'Whether it is booked, confirmed, cancelled, done or failed',
    ).afterwards,
    validFor: part(TimePeriod, 'When the appointment begins and ends').mandatory,
  },

  lifecycle: {
    of: 'status',
    starts: 'initialized',
    moves: {
      initialized: { confirmed: 'client', cancelled: 'client', failed: 'client' },
      confirmed: { completed: 'client', cancelled: 'client', failed: 'client' },
      // A missed visit has failed, and may be booked anew.
      failed: { initialized: 'client' },
      cancelled: {},
      completed: {},
    },
  },
  findBy: ['status', 'externalId', 'validFor.startDateTime', 'relatedEntity.id', 'relatedParty.id'],
  // Which visits are still to come: what `store/agenda.ts` counts.
  queue: { by: 'validFor.startDateTime', when: { status: ['initialized', 'confirmed'] } },
  announces: ['created', 'changed', 'stateChanged', 'deleted'],
  example: {
    category: 'installation',
    description: 'The technician connects the house',
    externalId: 'appointment-1',
    note: [{ author: 'Ada Byron', text: 'Call before you come' }],
    relatedParty: [
      { id: 'individual-1', name: 'Ada Byron', role: 'customer', '@referredType': 'Individual' },
    ],
    validFor: { startDateTime: '2026-03-02T09:00:00.000Z', endDateTime: '2026-03-02T11:00:00.000Z' },
  },
})
