/** TMF658 Loyalty Management 4.0.0. */
import { any, resource, text } from '../../declare/index.ts'

export const LoyaltyAction = resource('LoyaltyAction', {
  meaning: 'What happens once a loyalty rule is met',
  path: 'loyaltyAction',
  verbs: ['list', 'read', 'create', 'patch', 'remove', 'replace'],

  fields: {
    action: text('Which web method the call uses').mandatory,
    actionType: text('What sort of action it is'),
    commonName: text('What people call the action'),
    description: text('What the action does'),
    endpoint: text('Address that is called to make it happen').mandatory,
    version: text('Which edition of the action this is'),
    actionAttributes: any('Further facts it needs, such as points to earn'),
    body: any('Content sent with the call, placeholders filled in'),
    headers: any('Header lines sent along with the call'),
  },

  findBy: ['actionType', 'commonName'],
  keptWhileUsedIn: ['Billing & payment'],
})
