/** Parts that only TMF656 has, or has otherwise than the shared ones. */
import { dateTime, entity, list, part, reference, text } from '../../declare/index.ts'
import { Characteristic } from '../shared/characteristic.ts'
import { EntityRef } from '../shared/entity-catalog.ts'

export const EventRef = reference('EventRef', 'A pointer to an event behind a service problem', {
  eventTime: dateTime('When the event happened'),
})

export const ImpactPattern = entity('ImpactPattern', 'A further way to describe what a problem affects', {
  description: text('What the effect looks like, in words'),
  characteristic: list(Characteristic, 'Extra details as names and values'),
})

export const ResourceAlarmRef = entity('ResourceAlarmRef', 'A pointer to an alarm behind a problem', {
  id: text('Identifier of what is meant').mandatory,
  changeRequest: part(EntityRef, 'The change request linked to the alarm'),
  '@referredType': text('Type of what is referred to'),
})

export const SLAViolationRef = reference('SLAViolationRef', 'A pointer to a broken service level promise', {})
