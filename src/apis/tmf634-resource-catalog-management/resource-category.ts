/** TMF634 Resource Catalog Management 4.1.0. */
import { dateTime, list, part, resource, text, yesNo } from '../../declare/index.ts'
import { TimePeriod } from '../shared/common.ts'
import { RelatedParty } from '../shared/party.ts'
import { ResourceCandidateRef } from '../shared/resource.ts'
import { ResourceCategoryRef } from './parts.ts'

export const ResourceCategory = resource('ResourceCategory', {
  meaning: 'A grouping of resource candidates, possibly holding smaller groupings',
  path: 'resourceCategory',
  clientMayChooseId: true,

  fields: {
    description: text('What belongs in the category, in plain words'),
    isRoot: yesNo('Whether this category sits at the top of the tree'),
    lastUpdate: dateTime('When the category was most recently changed').stampedOn('change').ignoredFromClient,
    lifecycleStatus: text('Whereabouts in its life the category is').orElse('In study'),
    name: text('What people call this category').mandatory,
    parentId: text('Which category this one sits beneath'),
    version: text('Which edition of the category this is'),
    category: list(ResourceCategoryRef, 'Smaller categories held inside this one'),
    relatedParty: list(RelatedParty, 'Who has a part in the category, and which'),
    resourceCandidate: list(ResourceCandidateRef, 'Candidates that can be found under this category'),
    validFor: part(TimePeriod, 'From when until when the category applies'),
  },

  findBy: ['name', 'lifecycleStatus', 'parentId', 'isRoot'],
  isVersioned: true,
  keptWhileUsedIn: ['Catalogue', 'Ordering', 'Inventory'],
  announces: ['created', 'anyChange', 'deleted'],
})
