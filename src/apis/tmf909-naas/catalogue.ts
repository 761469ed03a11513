/** TMF909 Network as a Service 3.0: the catalogue, its groups, and what is published in them. */
import { list, part, resource } from '../../declare/index.ts'
import { RelatedParty } from '../shared/party.ts'
import { ServiceCandidate as LaterServiceCandidate } from '../tmf633-service-catalog-management/service-candidate.ts'
import { ServiceCatalog as LaterServiceCatalog } from '../tmf633-service-catalog-management/service-catalog.ts'
import { ServiceCategory as LaterServiceCategory } from '../tmf633-service-catalog-management/service-category.ts'
import { ServiceCategoryRef, ServiceSpecificationRef } from './parts.ts'

export const ServiceCatalog = resource('ServiceCatalog', {
  meaning: 'A collection of services that the network gives',
  path: 'serviceCatalog',
  kind: 'NaasServiceCatalog',

  fields: {
    ...LaterServiceCatalog.fields,
    category: list(ServiceCategoryRef, 'The groups its services are sorted into'),
    relatedParty: list(RelatedParty, 'Who is involved, and in which role'),
  },

  findBy: ['name', 'lifecycleStatus', 'relatedParty.id'],
  announces: ['created', 'anyChange', 'batch', 'deleted'],
})

export const ServiceCategory = resource('ServiceCategory', {
  meaning: 'A group that services are sorted into',
  path: 'serviceCategory',
  kind: 'NaasServiceCategory',

  fields: {
    ...LaterServiceCategory.fields,
    category: list(ServiceCategoryRef, 'The groups directly below this one'),
  },

  findBy: ['name', 'lifecycleStatus', 'parentId', 'isRoot'],
  announces: ['created', 'anyChange', 'deleted'],
})

export const ServiceCandidate = resource('ServiceCandidate', {
  meaning: 'A service design put forward for the catalogue',
  path: 'serviceCandidate',
  kind: 'NaasServiceCandidate',

  fields: {
    ...LaterServiceCandidate.fields,
    category: list(ServiceCategoryRef, 'The catalogue groups it appears in'),
    serviceSpecification: part(ServiceSpecificationRef, 'The service design it puts forward'),
  },

  findBy: ['name', 'lifecycleStatus', 'serviceSpecification.id', 'category.id'],
  announces: ['created', 'anyChange', 'deleted'],
})
