/** TMF658 Loyalty Management 4.0.0. */
import { resource, text } from '../../declare/index.ts'

export const LoyaltyRuleAction = resource('LoyaltyRuleAction', {
  meaning: 'A link that gives a loyalty rule an action',
  path: 'loyaltyRuleAction',
  verbs: ['list', 'read', 'create', 'remove'],

  clientMayChooseId: true,

  fields: { id: text('Which action is linked').mandatory },

  findBy: ['id'],
})
