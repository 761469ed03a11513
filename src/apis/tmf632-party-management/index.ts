import { api } from '../../declare/index.ts'
import { Individual } from './individual.ts'
import { Organization } from './organization.ts'

/** TMF632 Party Management 4.0.0. */
export const PartyManagementApi = api({
  number: 'TMF632',
  name: 'Party Management',
  version: '4.0.0',
  path: '/tmf-api/party/v4',
  domain: 'Party & customer',
  resources: [Individual, Organization],
})

export { Individual, Organization }
