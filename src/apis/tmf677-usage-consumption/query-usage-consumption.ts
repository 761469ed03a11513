/** TMF677 Usage Consumption 4.0.0. */
import { dateTime, list, part, resource } from '../../declare/index.ts'
import { PartyAccountRef, RelatedParty } from '../shared/party.ts'
import { UsageConsumption } from './parts.ts'

export const QueryUsageConsumption = resource('QueryUsageConsumption', {
  meaning: 'A task that asks how much has been used',
  path: 'queryUsageConsumption',
  verbs: ['list', 'read', 'create', 'remove'],

  fields: {
    queryUsageConsumptionDate: dateTime('When the question was asked').stampedOn('create'),
    partyAccount: list(PartyAccountRef, 'The accounts whose allowances are looked at'),
    relatedParty: list(RelatedParty, 'Those whose usage is asked about'),
    searchCriteria: part(UsageConsumption, 'What usage to look for'),
    usageConsumption: list(UsageConsumption, 'What has been used and what is left').serverOwned,
  },

  findBy: ['relatedParty.id', 'partyAccount.id', 'queryUsageConsumptionDate'],
  announces: ['created', 'deleted'],
})
