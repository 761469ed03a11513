/** TMF633 Service Catalog Management 4.0.0. */
import { dateTime, list, part, resource, text, yesNo } from '../../declare/index.ts'
import { TimePeriod } from '../shared/common.ts'
import { ServiceCandidateRef, ServiceCategoryRef } from '../shared/service.ts'

export const ServiceCategory = resource('ServiceCategory', {
  meaning: 'A group that services are sorted into',
  path: 'serviceCategory',
  clientMayChooseId: true,

  fields: {
    description: text('What belongs in the group, in words'),
    isRoot: yesNo('Whether the group has none above it'),
    lastUpdate: dateTime('When the group was last changed').once.stampedOn('change').ignoredFromClient,
    lifecycleStatus: text('Where the group is in its life').orElse('In study'),
    name: text('What the group is called').mandatory,
    parentId: text('Which group sits above this one'),
    version: text('Which version of the group this is'),
    category: list(ServiceCategoryRef, 'The groups directly below this one'),
    serviceCandidate: list(ServiceCandidateRef, 'The services sorted into this group'),
    validFor: part(TimePeriod, 'When the group can be used'),
  },

  findBy: ['name', 'lifecycleStatus', 'parentId', 'isRoot'],
  isVersioned: true,
  keptWhileUsedIn: ['Catalogue', 'Ordering', 'Inventory'],
  announces: ['created', 'anyChange', 'deleted'],
})
