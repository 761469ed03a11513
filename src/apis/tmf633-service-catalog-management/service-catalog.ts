/** TMF633 Service Catalog Management 4.0.0. */
import { dateTime, list, part, resource, text } from '../../declare/index.ts'
import { TimePeriod } from '../shared/common.ts'
import { RelatedParty } from '../shared/party.ts'
import { ServiceCategoryRef } from '../shared/service.ts'

export const ServiceCatalog = resource('ServiceCatalog', {
  meaning: 'A collection of services that an organisation offers',
  path: 'serviceCatalog',
  clientMayChooseId: true,

  fields: {
    description: text('What the catalogue holds, in words'),
    lastUpdate: dateTime('When the catalogue was last changed').once.stampedOn('change').ignoredFromClient,
    lifecycleStatus: text('Where the catalogue is in its life').orElse('In study'),
    name: text('What the catalogue is called').mandatory,
    version: text('Which version of the catalogue this is'),
    category: list(ServiceCategoryRef, 'The groups its services are sorted into'),
    relatedParty: list(RelatedParty, 'Who is involved, and in which role'),
    validFor: part(TimePeriod, 'When the catalogue can be used'),
  },

  findBy: ['name', 'lifecycleStatus', 'relatedParty.id'],
  isVersioned: true,
  keptWhileUsedIn: ['Catalogue', 'Ordering', 'Inventory'],
  announces: ['created', 'anyChange', 'batch', 'deleted'],
})
