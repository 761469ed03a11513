/** TMF620 Product Catalog Management 4.1.0. */
import { dateTime, list, part, resource, text } from '../../declare/index.ts'
import { TimePeriod } from '../shared/common.ts'
import { RelatedParty } from '../shared/party.ts'
import { CategoryRef } from '../shared/product.ts'

export const Catalog = resource('Catalog', {
  meaning: 'A published set of offerings meant for a sales channel',
  path: 'catalog',
  clientMayChooseId: true,

  fields: {
    catalogType: text('What it lists: products, services or resources'),
    description: text('What the catalogue covers'),
    lastUpdate: dateTime('When the catalogue last changed').once.stampedOn('change').ignoredFromClient,
    lifecycleStatus: text('Which stage of its life the catalogue has reached').orElse('In study'),
    name: text('What the catalogue is called').mandatory,
    version: text('Which edition of the catalogue this is').orElse('1.0'),
    category: list(CategoryRef, 'Top-level categories the catalogue is divided into'),
    relatedParty: list(RelatedParty, 'Who is involved in the catalogue, and in which role'),
    validFor: part(TimePeriod, 'When the catalogue is in force'),
  },

  findBy: ['name', 'lifecycleStatus', 'catalogType', 'relatedParty.id'],
  isVersioned: true,
  keptWhileUsedIn: ['Catalogue', 'Ordering', 'Inventory'],
  announces: ['created', 'changed', 'stateChanged', 'deleted', 'batch'],
})
