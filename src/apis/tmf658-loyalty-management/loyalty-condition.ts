/** TMF658 Loyalty Management 4.0.0. */
import { resource, text } from '../../declare/index.ts'

export const LoyaltyCondition = resource('LoyaltyCondition', {
  meaning: 'A test that a loyalty rule makes',
  path: 'loyaltyCondition',
  verbs: ['list', 'read', 'create', 'patch', 'remove', 'replace'],

  fields: {
    attribute: text('The fact that is tested').mandatory,
    operator: text('How the two sides are compared').mandatory,
    value: text('What the fact is compared with').mandatory,
  },

  findBy: ['attribute'],
  keptWhileUsedIn: ['Billing & payment'],
})
