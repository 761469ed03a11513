import { api } from '../../declare/index.ts'
import { Association } from './association.ts'
import { AssociationSpecification } from './association-specification.ts'
import { EntityCatalog } from './entity-catalog.ts'
import { EntityCatalogItem } from './entity-catalog-item.ts'
import { EntityCategory } from './entity-category.ts'
import { EntitySpecification } from './entity-specification.ts'
import { ExportJob } from './export-job.ts'
import { ImportJob } from './import-job.ts'

/** TMF662 Entity Catalog Management 4.0.0. */
export const EntityCatalogManagementApi = api({
  number: 'TMF662',
  name: 'Entity Catalog Management',
  version: '4.0.0',
  path: '/tmf-api/entityCatalogManagement/v4',
  domain: 'Catalogue',
  resources: [
    EntityCatalog,
    EntityCategory,
    EntityCatalogItem,
    EntitySpecification,
    AssociationSpecification,
    Association,
    ImportJob,
    ExportJob,
  ],
})

export {
  Association,
  AssociationSpecification,
  EntityCatalog,
  EntityCatalogItem,
  EntityCategory,
  EntitySpecification,
  ExportJob,
  ImportJob,
}
