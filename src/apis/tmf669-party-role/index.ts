import { api } from '../../declare/index.ts'
import { PartyRole } from './party-role.ts'

/** TMF669 Party Role 4.0. */
export const PartyRoleApi = api({
  number: 'TMF669',
  name: 'Party Role',
  version: '4.0',
  path: '/tmf-api/partyRoleManagement/v4',
  domain: 'Party & customer',
  resources: [PartyRole],
})

export { PartyRole }
