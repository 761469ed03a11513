/** TMF633 Service Catalog Management 4.0.0. */
import { dateTime, list, part, resource, text } from '../../declare/index.ts'
import { TimePeriod } from '../shared/common.ts'
import { ServiceCategoryRef, ServiceSpecificationRef } from '../shared/service.ts'

export const ServiceCandidate = resource('ServiceCandidate', {
  meaning: 'A service design put forward for the catalogue',
  path: 'serviceCandidate',
  clientMayChooseId: true,

  fields: {
    description: text('What the candidate offers, in words'),
    lastUpdate: dateTime('When the candidate was last changed').once.stampedOn('change').ignoredFromClient,
    lifecycleStatus: text('Where the candidate is in its life').orElse('In study'),
    name: text('What the candidate is called').mandatory,
    version: text('Which version of the candidate this is'),
    category: list(ServiceCategoryRef, 'The catalogue groups it appears in'),
    serviceSpecification: part(ServiceSpecificationRef, 'The service design it puts forward').mandatory,
    validFor: part(TimePeriod, 'When the candidate can be used'),
  },

  findBy: ['name', 'lifecycleStatus', 'serviceSpecification.id', 'category.id'],
  isVersioned: true,
  keptWhileUsedIn: ['Catalogue', 'Ordering', 'Inventory'],
  announces: ['created', 'anyChange', 'deleted'],
})
