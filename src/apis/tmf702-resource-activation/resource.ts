/** TMF702 Resource Activation 4.0.0. */
import { list, resource, text } from '../../declare/index.ts'
import { resourceMoves } from '../shared/lifecycles.ts'
import { LogicalResource, PhysicalResource } from '../shared/resource-types.ts'
import { Resource as InventoryResource } from '../tmf639-resource-inventory/resource.ts'
import { RelatedParty, ResourceRelationship } from './parts.ts'

/** The resources of the inventory (TMF639), as activation shows them. */
export const Resource = resource('Resource', {
  meaning: 'Anything in the inventory, hardware or not, that services use',
  path: 'resource',

  fields: {
    ...InventoryResource.fields,
    name: text('What people call this resource').orElse('unnamed'),
    relatedParty: list(RelatedParty, 'Who has to do with the resource, and how'),
    resourceRelationship: list(ResourceRelationship, 'Other resources that this one is tied to'),
  },

  subtypes: [LogicalResource, PhysicalResource],
  lifecycle: { of: 'resourceStatus', starts: 'unknown', moves: resourceMoves },
  activates: {
    by: 'configure',
    carriedWhile: ['standby', 'alarm', 'available', 'reserved', 'unknown'],
    otherwise: 'suspended',
    since: 'startOperatingDate',
    setUpBy: ['resourceCharacteristic', 'activationFeature', 'administrativeState'],
  },
  findBy: ['resourceSpecification.id', 'resourceStatus', 'name', 'category', 'place.id'],
  keptWhileUsedIn: ['Inventory'],
  announces: ['created', 'changed', 'stateChanged', 'deleted'],
})
