/** TMF662 Entity Catalog Management 4.0.0. */
import { dateTime, list, part, resource, text, yesNo } from '../../declare/index.ts'
import { TimePeriod } from '../shared/common.ts'
import { EntityCatalogItemRef, EntityCategoryRef } from './parts.ts'

export const EntityCategory = resource('EntityCategory', {
  meaning: 'A group that catalog entries are sorted into',
  path: 'entityCategory',

  fields: {
    description: text('What the group is about'),
    isRoot: yesNo('Whether it stands at the top, under no other'),
    lastUpdate: dateTime('When it was last changed').once.stampedOn('change').ignoredFromClient,
    lifecycleStatus: text('How far along its life it is').orElse('In study'),
    name: text('What the group is called').mandatory,
    parentId: text('Identifier of the group it sits under'),
    version: text('Which edition of the group this is'),
    childCategory: list(EntityCategoryRef, 'Smaller groups found inside this one'),
    entityCatalogItem: list(EntityCatalogItemRef, 'Catalog entries sorted into this group'),
    validFor: part(TimePeriod, 'When the group may be used'),
  },

  findBy: ['name', 'lifecycleStatus', 'parentId', 'entityCatalogItem.id'],
  keptWhileUsedIn: ['Catalogue', 'Ordering', 'Inventory'],
  announces: ['created', 'deleted'],
})
