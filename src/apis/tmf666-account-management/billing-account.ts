/** TMF666 Account Management 4.0.0. */
import { resource } from '../../declare/index.ts'
import { accountFields } from './account-fields.ts'

export const BillingAccount = resource('BillingAccount', {
  meaning: 'An account that bills are sent for',
  path: 'billingAccount',
  fields: accountFields,

  findBy: ['name', 'state', 'relatedParty.id'],
  keptWhileUsedIn: 'anyDomain',
  announces: ['changed', 'stateChanged'],
})
