import { api } from '../../declare/index.ts'
import { ExportJob } from './export-job.ts'
import { ImportJob } from './import-job.ts'
import { ResourceCandidate } from './resource-candidate.ts'
import { ResourceCatalog } from './resource-catalog.ts'
import { ResourceCategory } from './resource-category.ts'
import { ResourceSpecification } from './resource-specification.ts'

/** TMF634 Resource Catalog Management 4.1.0. */
export const ResourceCatalogManagementApi = api({
  number: 'TMF634',
  name: 'Resource Catalog Management',
  version: '4.1.0',
  path: '/tmf-api/resourceCatalog/v4',
  domain: 'Catalogue',
  resources: [
    ResourceCatalog,
    ResourceCategory,
    ResourceCandidate,
    ResourceSpecification,
    ImportJob,
    ExportJob,
  ],
})

export { ExportJob, ImportJob, ResourceCandidate, ResourceCatalog, ResourceCategory, ResourceSpecification }
