/** TMF730 Software and Compute Management 4.0.2. */
import { list, part, resource } from '../../declare/index.ts'
import { resourceMoves } from '../shared/lifecycles.ts'
import { Resource as InventoryResource } from '../tmf639-resource-inventory/resource.ts'
import { ResourceRelationship, ResourceSpecificationRef } from './parts.ts'
import { resourceTypes } from './types.ts'

/** Software and what it runs on; kept apart from the resources of the network (TMF639). */
export const Resource = resource('Resource', {
  meaning: 'Anything in the inventory, hardware or not, that services use',
  path: 'resource',
  kind: 'SoftwareResource',

  fields: {
    ...InventoryResource.fields,
    resourceRelationship: list(ResourceRelationship, 'Other resources that this one is tied to'),
    resourceSpecification: part(ResourceSpecificationRef, 'Which definition the resource was built from'),
  },

  subtypes: resourceTypes,
  lifecycle: { of: 'resourceStatus', starts: 'unknown', moves: resourceMoves },
  findBy: ['name', 'resourceStatus', 'category', 'resourceSpecification.id', 'relatedParty.id'],
  keptWhileUsedIn: ['Inventory'],
  announces: ['created', 'changed', 'stateChanged', 'deleted'],
})
