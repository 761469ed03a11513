/** TMF620 Product Catalog Management 4.1.0. */
import { dateTime, list, part, resource, text, yesNo } from '../../declare/index.ts'
import { TimePeriod } from '../shared/common.ts'
import { CategoryRef, ProductOfferingRef } from '../shared/product.ts'

export const Category = resource('Category', {
  meaning: 'A group that holds catalogue entries or smaller groups',
  path: 'category',
  clientMayChooseId: true,

  fields: {
    description: text('What belongs in this category'),
    isRoot: yesNo('Whether this category sits at the top of the tree'),
    lastUpdate: dateTime('When the category last changed').once.stampedOn('change').ignoredFromClient,
    lifecycleStatus: text('Which stage of its life the category has reached').orElse('In study'),
    name: text('What the category is called').mandatory,
    parentId: text('Which category this one sits under'),
    version: text('Which edition of the category this is').orElse('1.0'),
    productOffering: list(ProductOfferingRef, 'Offerings filed under this category'),
    subCategory: list(CategoryRef, 'Smaller categories found inside this one'),
    validFor: part(TimePeriod, 'When the category is in use'),
  },

  findBy: ['name', 'lifecycleStatus', 'parentId', 'isRoot'],
  isVersioned: true,
  keptWhileUsedIn: ['Catalogue', 'Ordering', 'Inventory'],
  announces: ['created', 'changed', 'stateChanged', 'deleted'],
})
