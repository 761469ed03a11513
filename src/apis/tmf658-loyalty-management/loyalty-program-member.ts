/** TMF658 Loyalty Management 4.0.0. */
import { part, resource, text } from '../../declare/index.ts'
import { TimePeriod } from '../shared/common.ts'

export const LoyaltyProgramMember = resource('LoyaltyProgramMember', {
  meaning: 'Someone who has joined a loyalty program',
  path: 'loyaltyProgramMember',

  fields: {
    name: text('What the member is called'),
    status: text('How the membership stands, such as active or suspended'),
    ValidFor: part(TimePeriod, 'When the membership applies'),
  },

  findBy: ['name', 'status'],
  keptWhileUsedIn: ['Billing & payment'],
})
