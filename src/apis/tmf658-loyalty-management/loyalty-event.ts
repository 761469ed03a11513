/** TMF658 Loyalty Management 4.0.0. */
import { any, part, resource, text } from '../../declare/index.ts'
import { LoyaltyProgramProductRef } from './parts.ts'

export const LoyaltyEvent = resource('LoyaltyEvent', {
  meaning: 'Something that happened and may earn loyalty points',
  path: 'loyaltyEvent',
  verbs: ['list', 'read', 'create', 'patch', 'remove', 'replace'],

  fields: {
    eventTime: text('When word of it came in').stampedOn('create'),
    eventType: text('What sort of thing happened'),
    memberId: text('Identifier of the member it concerns'),
    event: any('Details of what happened'),
    eventId: part(LoyaltyProgramProductRef, 'The membership in a program that it concerns'),
  },

  findBy: ['eventType', 'memberId', 'eventId.id'],

  announces: ['LoyaltyEvent'],
})
