import { api } from '../../declare/index.ts'
import { Usage } from './usage.ts'
import { UsageSpecification } from './usage-specification.ts'

/** TMF635 Usage Management 4.0.0. */
export const UsageManagementApi = api({
  number: 'TMF635',
  name: 'Usage Management',
  version: '4.0.0',
  path: '/tmf-api/usageManagement/v4',
  domain: 'Assurance, usage & events',
  resources: [Usage, UsageSpecification],
})

export { Usage, UsageSpecification }
