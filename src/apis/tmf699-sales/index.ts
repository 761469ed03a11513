import { api } from '../../declare/index.ts'
import { SalesLead } from './sales-lead.ts'

/** TMF699 Sales 4.0.0. */
export const SalesApi = api({
  number: 'TMF699',
  name: 'Sales',
  version: '4.0.0',
  path: '/tmf-api/sales/v4',
  domain: 'Party & customer',
  resources: [SalesLead],
})

export { SalesLead }
