/** TMF658 Loyalty Management 4.0.0. */
import { resource, text } from '../../declare/index.ts'

export const LoyaltyEventType = resource('LoyaltyEventType', {
  meaning: 'A sort of happening that loyalty rules watch for',
  path: 'loyaltyEventType',
  verbs: ['list', 'read', 'create', 'patch', 'remove', 'replace'],

  fields: {
    eventType: text('Unique name of the happening, such as an order').mandatory,
  },

  findBy: ['eventType'],
  keptWhileUsedIn: ['Billing & payment'],
})
