/** TMF638 Service Inventory 4.0.0. */
import { dateTime, list, oneOf, part, resource, text, yesNo } from '../../declare/index.ts'
import { Characteristic } from '../shared/characteristic.ts'
import { RelatedEntityRefOrValue } from '../shared/common.ts'
import { serviceMoves } from '../shared/lifecycles.ts'
import { RelatedParty } from '../shared/party.ts'
import { RelatedPlaceRefOrValue } from '../shared/place.ts'
import { ResourceRef } from '../shared/resource.ts'
import {
  CustomerFacingService,
  RelatedServiceOrderItem,
  ResourceFacingService,
  ServiceSpecificationRef,
} from '../shared/service.ts'
import { serviceStates } from '../shared/states.ts'
import { Feature, Note, ServiceRefOrValue, ServiceRelationship } from './parts.ts'

export const Service = resource('Service', {
  meaning: 'A service held for a customer or supporting other services',
  path: 'service',

  fields: {
    category: text('Whether it faces the customer or the resources'),
    description: text('What the service is, in plain words'),
    endDate: dateTime('When the service stops'),
    hasStarted: yesNo('Whether the service is already running'),
    isBundle: yesNo('Whether the service is made up of smaller ones'),
    isServiceEnabled: yesNo('Whether the service has been made ready for use'),
    isStateful: yesNo('Whether it can change while leaving other services untouched'),
    name: text('What people call this service'),
    serviceDate: text('When the service was first recorded, in any state').once.stampedOn('create'),
    serviceType: text('What kind of service the business calls it'),
    startDate: dateTime('When the service begins'),
    startMode: text('How the service gets started, by hand or automatically'),
    feature: list(Feature, 'Features that come with the service'),
    note: list(Note, 'What people have said about the service'),
    place: list(RelatedPlaceRefOrValue, 'Where the service is installed or used'),
    relatedEntity: list(RelatedEntityRefOrValue, 'Other things the service has to do with'),
    relatedParty: list(RelatedParty, 'Who has to do with the service, and how'),
    serviceCharacteristic: list(Characteristic, 'How the service is set up, property by property'),
    serviceOrderItem: list(RelatedServiceOrderItem, 'Order lines that have touched the service'),
    serviceRelationship: list(ServiceRelationship, 'Other services that this one is tied to'),
    serviceSpecification: part(ServiceSpecificationRef, 'Which definition the service was built from')
      .mandatory,
    state: oneOf(serviceStates, 'Where the service stands, from feasibility check to termination').mandatory,
    supportingResource: list(ResourceRef, 'Resources the service runs on, for resource-facing services only'),
    supportingService: list(ServiceRefOrValue, 'Services that this one is built on'),
  },

  subtypes: [CustomerFacingService, ResourceFacingService],
  lifecycle: { of: 'state', starts: 'feasibilityChecked', moves: serviceMoves },
  findBy: ['state', 'serviceSpecification.id', 'relatedParty.id'],
  keptWhileUsedIn: ['Inventory'],
  announces: ['created', 'changed', 'stateChanged', 'deleted'],
})
