import { api } from '../../declare/index.ts'
import { ResourceUsage } from './resource-usage.ts'
import { ResourceUsageSpecification } from './resource-usage-specification.ts'

/** TMF771 Resource Usage 5.0.0. */
export const ResourceUsageApi = api({
  number: 'TMF771',
  name: 'Resource Usage',
  version: '5.0.0',
  generation: 5,
  path: '/tmf-api/resourceUsageManagement/v5',
  domain: 'Assurance, usage & events',
  resources: [ResourceUsage, ResourceUsageSpecification],
})

export { ResourceUsage, ResourceUsageSpecification }
