/** TMF658 Loyalty Management 4.0.0. */
import { resource, text } from '../../declare/index.ts'

export const LoyaltyRuleCondition = resource('LoyaltyRuleCondition', {
  meaning: 'A link that gives a loyalty rule a test',
  path: 'loyaltyRuleCondition',
  verbs: ['list', 'read', 'create', 'remove'],

  clientMayChooseId: true,

  fields: { id: text('Which test is linked').mandatory },

  findBy: ['id'],
})
