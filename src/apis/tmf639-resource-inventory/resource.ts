/** TMF639 Resource Inventory 4.0.0. */
import { dateTime, list, oneOf, part, resource, text } from '../../declare/index.ts'
import { Characteristic } from '../shared/characteristic.ts'
import { AttachmentRefOrValue, Note } from '../shared/common.ts'
import { Feature } from '../shared/feature.ts'
import { resourceMoves } from '../shared/lifecycles.ts'
import { RelatedParty } from '../shared/party.ts'
import { RelatedPlaceRefOrValue } from '../shared/place.ts'
import { ResourceRelationship, ResourceSpecificationRef } from '../shared/resource.ts'
import { LogicalResource, PhysicalResource } from '../shared/resource-types.ts'
import { administrativeStates, operationalStates, resourceStatuses, usageStates } from '../shared/states.ts'

export const Resource = resource('Resource', {
  meaning: 'Anything in the inventory, hardware or not, that services use',
  path: 'resource',
  clientMayChooseId: true,

  fields: {
    category: text('Which class it falls in, such as gold numbers'),
    description: text('What the resource is, in plain words'),
    endOperatingDate: dateTime('When the resource goes out of operation'),
    name: text('What people call this resource').mandatory,
    resourceVersion: text('Which edition of the resource this is'),
    startOperatingDate: dateTime('When the resource comes into operation'),
    activationFeature: list(Feature, 'Features to set up when activating the resource'),
    administrativeState: oneOf(
      administrativeStates,
      'How its use is controlled: locked, unlocked or shut down',
    ),
    attachment: list(AttachmentRefOrValue, 'Files that go with the resource'),
    note: list(Note, 'What people have said about the resource'),
    operationalState: oneOf(operationalStates, 'Working condition of the resource: enabled or disabled'),
    place: part(RelatedPlaceRefOrValue, 'Where the resource is found'),
    relatedParty: list(RelatedParty, 'Who has to do with the resource, and how'),
    resourceCharacteristic: list(Characteristic, 'How the resource is set up, property by property'),
    resourceRelationship: list(ResourceRelationship, 'Other resources that this one is tied to'),
    resourceSpecification: part(ResourceSpecificationRef, 'Which definition the resource was built from'),
    resourceStatus: oneOf(resourceStatuses, 'How the resource stands, such as available or reserved'),
    usageState: oneOf(usageStates, 'How occupied the resource is: idle, active or busy'),
  },

  subtypes: [LogicalResource, PhysicalResource],
  lifecycle: { of: 'resourceStatus', starts: 'unknown', moves: resourceMoves },
  findBy: ['resourceSpecification.id', 'resourceStatus', 'name', 'category', 'place.id'],
  queue: { by: 'resourceSpecification.id', when: { resourceStatus: 'available', usageState: 'idle' } },
  keptWhileUsedIn: ['Inventory'],
  announces: ['created', 'changed', 'stateChanged', 'deleted'],
})
