/** Parts that only TMF656 has, or has otherwise than the shared ones. */
import { dateTime, entity, list, part, reference, text, type } from '../../declare/index.ts'
import { Characteristic, EntityRef } from '../shared/common.ts'

export const EventRef = reference('EventRef', 'A pointer to an event behind a service problem', {
  eventTime: dateTime('When the event happened'),
})

export const ExternalIdentifier = entity(
  'ExternalIdentifier',
  'A number given to something by another system',
  {
    id: text('Identifier of what is meant').mandatory,
    externalIdentifierType: text('What kind of thing the number stands for there'),
    owner: text('The outside system where the thing lives'),
  },
)

export const ImpactPattern = entity('ImpactPattern', 'A further way to describe what a problem affects', {
  description: text('What the effect looks like, in words'),
  characteristic: list(Characteristic, 'Extra details as names and values'),
})

export const RelatedPlace = entity('RelatedPlace', 'A place, with the part it plays', {
  name: text('What people call the place'),
  role: text('What the place is used for here'),
  '@referredType': text('Type of what is referred to'),
}).naming('GeographicAddress', 'GeographicSite', 'GeographicLocation')

export const ResourceAlarmRef = entity('ResourceAlarmRef', 'A pointer to an alarm behind a problem', {
  id: text('Identifier of what is meant').mandatory,
  changeRequest: part(EntityRef, 'The change request linked to the alarm'),
  '@referredType': text('Type of what is referred to'),
})

export const SLAViolationRef = reference('SLAViolationRef', 'A pointer to a broken service level promise', {})

export const ServiceProblemRef = reference('ServiceProblemRef', 'A pointer to a service problem', {})

export const TrackingRecord = type('TrackingRecord', 'One entry in the history of a problem', {
  id: text('Identifier of this tracking record'),
  description: text('What was done to the problem'),
  systemId: text('The system used to do it'),
  time: dateTime('When it was done'),
  user: text('Who did it'),
  characteristic: list(Characteristic, 'Extra details as names and values'),
})

export const TroubleTicketRef = reference('TroubleTicketRef', 'A pointer to a trouble ticket', {})
