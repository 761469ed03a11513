import { api } from '../../declare/index.ts'
import { Sla } from './sla.ts'
import { SlaViolation } from './sla-violation.ts'

/** TMF623 SLA Management 2.0.0, from its public description: its file is not published with the others. */
export const SlaManagementApi = api({
  number: 'TMF623',
  name: 'SLA Management',
  version: '2.0.0',
  isFromDescription: true,
  path: '/tmf-api/slaManagement/v2',
  domain: 'Assurance, usage & events',
  resources: [Sla, SlaViolation],
})

export { Sla, SlaViolation }
