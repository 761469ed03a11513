/** TMF640 Service Activation 4.0.0. */
import { list, resource } from '../../declare/index.ts'
import { Note } from '../shared/common.ts'
import { Feature } from '../shared/feature.ts'
import { serviceMoves } from '../shared/lifecycles.ts'
import { CustomerFacingService, ResourceFacingService } from '../shared/service.ts'
import { Service as InventoryService } from '../tmf638-service-inventory/service.ts'
import { ServiceRefOrValue, ServiceRelationship } from './parts.ts'

/** The services of the inventory (TMF638), as activation shows them. */
export const Service = resource('Service', {
  meaning: 'A service held for a customer or supporting other services',
  path: 'service',

  fields: {
    ...InventoryService.fields,
    feature: list(Feature, 'Features that come with the service'),
    note: list(Note, 'What people have said about the service'),
    serviceRelationship: list(ServiceRelationship, 'Other services that this one is tied to'),
    supportingService: list(ServiceRefOrValue, 'Services that this one is built on'),
  },

  subtypes: [CustomerFacingService, ResourceFacingService],
  lifecycle: { of: 'state', starts: 'feasibilityChecked', moves: serviceMoves },
  activates: {
    by: 'activate',
    carriedWhile: ['active'],
    otherwise: 'inactive',
    saidBy: ['hasStarted', 'isServiceEnabled'],
    since: 'startDate',
    setUpBy: ['serviceCharacteristic', 'feature', 'supportingResource'],
  },
  findBy: ['state', 'serviceSpecification.id', 'relatedParty.id'],
  keptWhileUsedIn: ['Inventory'],
  announces: ['created', 'changed', 'stateChanged', 'deleted'],
})
