import { api } from '../../declare/index.ts'
import { PartyRevSharingReport } from './party-rev-sharing-report.ts'

/** TMF737 Revenue Sharing Report 5.0.0. */
export const RevenueSharingReportApi = api({
  number: 'TMF737',
  name: 'Revenue Sharing Report',
  version: '5.0.0',
  generation: 5,
  path: '/tmf-api/revenueSharingReportManagement/v5',
  domain: 'Billing & payment',
  resources: [PartyRevSharingReport],
})

export { PartyRevSharingReport }
