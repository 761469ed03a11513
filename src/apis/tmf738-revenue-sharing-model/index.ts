import { api } from '../../declare/index.ts'
import { PartyRevSharingModel } from './party-rev-sharing-model.ts'

/** TMF738 Revenue Sharing Model 5.0.0. */
export const RevenueSharingModelApi = api({
  number: 'TMF738',
  name: 'Revenue Sharing Model',
  version: '5.0.0',
  generation: 5,
  path: '/tmf-api/revenueSharingModelManagement/v5',
  domain: 'Billing & payment',
  resources: [PartyRevSharingModel],
})

export { PartyRevSharingModel }
