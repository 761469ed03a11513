/** TMF634 Resource Catalog Management 4.1.0. */
import { dateTime, list, part, resource, text } from '../../declare/index.ts'
import { TimePeriod } from '../shared/common.ts'
import { ResourceSpecificationRef } from '../shared/resource.ts'
import { ResourceCategoryRef } from './parts.ts'

export const ResourceCandidate = resource('ResourceCandidate', {
  meaning: 'An entry that puts a resource specification into catalogues',
  path: 'resourceCandidate',
  clientMayChooseId: true,

  fields: {
    description: text('What this candidate offers, in plain words'),
    lastUpdate: dateTime('When the candidate was most recently changed').stampedOn('change')
      .ignoredFromClient,
    lifecycleStatus: text('How far the candidate is from launch or retirement').orElse('In study'),
    name: text('What people call this candidate').mandatory,
    version: text('Which edition of the candidate this is'),
    category: list(ResourceCategoryRef, 'Where the candidate appears in the catalogue'),
    resourceSpecification: part(
      ResourceSpecificationRef,
      'Which resource definition the candidate puts forward',
    ),
    validFor: part(TimePeriod, 'From when until when the candidate applies'),
  },

  findBy: ['name', 'lifecycleStatus', 'resourceSpecification.id', 'category.id'],
  isVersioned: true,
  keptWhileUsedIn: ['Catalogue', 'Ordering', 'Inventory'],
  announces: ['created', 'anyChange', 'deleted'],
})
