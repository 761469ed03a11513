import { api } from '../../declare/index.ts'
import { ExportJob } from './export-job.ts'
import { ImportJob } from './import-job.ts'
import { ServiceCandidate } from './service-candidate.ts'
import { ServiceCatalog } from './service-catalog.ts'
import { ServiceCategory } from './service-category.ts'
import { ServiceSpecification } from './service-specification.ts'

/** TMF633 Service Catalog Management 4.0.0. */
export const ServiceCatalogManagementApi = api({
  number: 'TMF633',
  name: 'Service Catalog Management',
  version: '4.0.0',
  path: '/tmf-api/serviceCatalogManagement/v4',
  domain: 'Catalogue',
  resources: [ServiceCatalog, ServiceCategory, ServiceCandidate, ServiceSpecification, ImportJob, ExportJob],
})

export { ExportJob, ImportJob, ServiceCandidate, ServiceCatalog, ServiceCategory, ServiceSpecification }
