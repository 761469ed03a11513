/** TMF662 Entity Catalog Management 4.0.0. */
import { dateTime, list, part, resource, text } from '../../declare/index.ts'
import { TimePeriod } from '../shared/common.ts'
import { RelatedParty } from '../shared/party.ts'
import { EntityCategoryRef } from './parts.ts'

export const EntityCatalog = resource('EntityCatalog', {
  meaning: 'A collection of things on offer, of any kind',
  path: 'entityCatalog',

  fields: {
    description: text('What the catalog contains, in words'),
    lastUpdate: dateTime('When the catalog was last edited').once.stampedOn('change').ignoredFromClient,
    lifecycleStatus: text('Where the catalog is in its life').orElse('In study'),
    name: text('What the catalog is called').mandatory,
    version: text('Which edition of the catalog this is'),
    category: list(EntityCategoryRef, 'Groups that its entries are sorted into'),
    relatedParty: list(RelatedParty, 'Those who look after it or care about it'),
    validFor: part(TimePeriod, 'When the catalog applies'),
  },

  findBy: ['name', 'lifecycleStatus', 'relatedParty.id', 'category.id'],
  keptWhileUsedIn: ['Catalogue', 'Ordering', 'Inventory'],
  announces: ['created', 'deleted', 'batch'],
})
