/** TMF634 Resource Catalog Management 4.1.0. */
import { dateTime, list, part, resource, text } from '../../declare/index.ts'
import { TimePeriod } from '../shared/common.ts'
import { RelatedParty } from '../shared/party.ts'
import { ResourceCategoryRef } from './parts.ts'

export const ResourceCatalog = resource('ResourceCatalog', {
  meaning: 'A collection of resource specifications an organisation makes available',
  path: 'resourceCatalog',
  clientMayChooseId: true,

  fields: {
    description: text('What the catalogue covers, in plain words'),
    lastUpdate: dateTime('When the catalogue was most recently changed').stampedOn('change')
      .ignoredFromClient,
    lifecycleStatus: text('Whereabouts in its life the catalogue is').orElse('In study'),
    name: text('What people call this catalogue').mandatory,
    version: text('Which edition of the catalogue this is'),
    category: list(ResourceCategoryRef, 'Top-level groupings found in the catalogue'),
    relatedParty: list(RelatedParty, 'Who has a part in the catalogue, and which'),
    validFor: part(TimePeriod, 'From when until when the catalogue applies'),
  },

  findBy: ['name', 'lifecycleStatus', 'relatedParty.id'],
  isVersioned: true,
  keptWhileUsedIn: ['Catalogue', 'Ordering', 'Inventory'],
  announces: ['created', 'anyChange', 'deleted'],
})
