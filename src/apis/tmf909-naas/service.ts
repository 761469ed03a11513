/** TMF909 Network as a Service 3.0. */
import { list, part, reference, resource, text } from '../../declare/index.ts'
import { serviceMoves } from '../shared/lifecycles.ts'
import { Service as InventoryService } from '../tmf638-service-inventory/service.ts'
import { Note, ServiceSpecificationRef, serviceTies } from './parts.ts'

const ServiceOrderRef = reference('ServiceOrderRef', 'A pointer to an order that dealt with the service', {
  serviceOrderItemId: text('Which line of the order dealt with the service'),
}).without('name')

const {
  isBundle: _isBundle,
  feature: _feature,
  relatedEntity: _relatedEntity,
  serviceOrderItem: _serviceOrderItem,
  ...told
} = InventoryService.fields

/** Kept apart from those of TMF638: version 3 has other attributes. */
export const Service = resource('Service', {
  meaning: 'A service that the network gives to whoever asks for it',
  path: 'service',
  kind: 'NaasService',

  fields: {
    ...told,
    ...serviceTies,
    serviceDate: text('When the service was first recorded, in any state').stampedOn('create'),
    note: list(Note, 'What people have said about the service'),
    serviceOrder: list(ServiceOrderRef, 'Orders that have touched the service'),
    serviceRelationship: serviceTies.serviceRelationship.once,
    serviceSpecification: part(ServiceSpecificationRef, 'Which definition the service was built from')
      .mandatory,
  },

  lifecycle: { of: 'state', starts: 'feasibilityChecked', moves: serviceMoves },
  findBy: ['state', 'serviceSpecification.id', 'relatedParty.id'],
  keptWhileUsedIn: ['Inventory'],
  announces: ['created', 'changed', 'stateChanged', 'batch', 'deleted'],
})
