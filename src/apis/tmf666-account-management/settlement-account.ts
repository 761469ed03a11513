/** TMF666 Account Management 4.0.0. */
import { resource } from '../../declare/index.ts'
import { accountFields } from './account-fields.ts'

export const SettlementAccount = resource('SettlementAccount', {
  meaning: 'An account for settling money owed between parties',
  path: 'settlementAccount',
  fields: accountFields,

  findBy: ['name', 'state', 'relatedParty.id'],
  keptWhileUsedIn: 'anyDomain',
  announces: ['changed', 'stateChanged'],
})
