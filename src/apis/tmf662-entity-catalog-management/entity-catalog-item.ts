/** TMF662 Entity Catalog Management 4.0.0. */
import { dateTime, list, part, resource, text } from '../../declare/index.ts'
import { TimePeriod } from '../shared/common.ts'
import { EntitySpecificationRef } from '../shared/entity-catalog.ts'
import { EntityCategoryRef } from './parts.ts'

export const EntityCatalogItem = resource('EntityCatalogItem', {
  meaning: 'An entry in a catalog, of any kind',
  path: 'entityCatalogItem',

  fields: {
    description: text('What the entry is about, in words'),
    lastUpdate: dateTime('When the entry was last edited').once.stampedOn('change').ignoredFromClient,
    lifecycleStatus: text('Where the entry is in its life').orElse('In study'),
    name: text('What the entry is called').mandatory,
    version: text('Which edition of the entry this is'),
    category: list(EntityCategoryRef, 'Groups that the entry is sorted into'),
    specification: part(EntitySpecificationRef, 'The specification that the entry makes available').mandatory,
    validFor: part(TimePeriod, 'When the entry applies'),
  },

  findBy: ['name', 'lifecycleStatus', 'specification.id', 'category.id'],
  keptWhileUsedIn: ['Catalogue', 'Ordering', 'Inventory'],
  announces: ['created', 'deleted'],
})
