import { api } from '../../declare/index.ts'
import { Resource } from './resource.ts'
import { ResourceSpecification } from './resource-specification.ts'

/** TMF730 Software and Compute Management 4.0.2. */
export const SoftwareAndComputeManagementApi = api({
  number: 'TMF730',
  name: 'Software and Compute Management',
  version: '4.0.2',
  path: '/tmf-api/softwareCompute/v4',
  domain: 'Inventory',
  resources: [Resource, ResourceSpecification],
})

export { Resource, ResourceSpecification }
