/** TMF658 Loyalty Management 4.0.0. */
import { resource, text } from '../../declare/index.ts'

export const LoyaltyRuleEventType = resource('LoyaltyRuleEventType', {
  meaning: 'A link from a loyalty rule to a happening',
  path: 'loyaltyRuleEventType',
  verbs: ['list', 'read', 'create', 'remove'],

  clientMayChooseId: true,

  fields: { id: text('Which happening is linked').mandatory },

  findBy: ['id'],
})
