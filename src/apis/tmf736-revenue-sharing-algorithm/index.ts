import { api } from '../../declare/index.ts'
import { PartyRevSharingAlgorithm } from './party-rev-sharing-algorithm.ts'

/** TMF736 Revenue Sharing Algorithm 5.0.0. */
export const RevenueSharingAlgorithmApi = api({
  number: 'TMF736',
  name: 'Revenue Sharing Algorithm',
  version: '5.0.0',
  generation: 5,
  path: '/tmf-api/revenueSharingAlgorithmManagement/v5',
  domain: 'Billing & payment',
  resources: [PartyRevSharingAlgorithm],
})

export { PartyRevSharingAlgorithm }
