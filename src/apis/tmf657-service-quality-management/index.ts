import { api } from '../../declare/index.ts'
import { ServiceLevelObjective } from './service-level-objective.ts'
import { ServiceLevelSpecification } from './service-level-specification.ts'

/** TMF657 Service Quality Management 4.0.0. */
export const ServiceQualityManagementApi = api({
  number: 'TMF657',
  name: 'Service Quality Management',
  version: '4.0.0',
  path: '/tmf-api/serviceQualityManagement/v4',
  domain: 'Assurance, usage & events',
  resources: [ServiceLevelObjective, ServiceLevelSpecification],
})

export { ServiceLevelObjective, ServiceLevelSpecification }
