/** TMF666 Account Management 4.0.0. */
import { resource } from '../../declare/index.ts'
import { accountFields } from './account-fields.ts'

export const PartyAccount = resource('PartyAccount', {
  meaning: 'An account for billing or settling with someone',
  path: 'partyAccount',
  fields: accountFields,

  findBy: ['name', 'state', 'relatedParty.id'],
  keptWhileUsedIn: 'anyDomain',
  announces: ['changed', 'stateChanged'],
})
