/** Parts of the service domain. */
import {
  dateTime,
  entity,
  laterPart,
  list,
  listOfSelf,
  oneOf,
  part,
  type RefOrValue,
  reference,
  type TypeWord,
  text,
  type,
  yesNo,
} from '../../declare/index.ts'
import { Characteristic } from './characteristic.ts'
import { Note, RelatedEntityRefOrValue } from './common.ts'
import { Feature } from './feature.ts'
import { RelatedParty } from './party.ts'
import { RelatedPlaceRefOrValue } from './place.ts'
import { ResourceRef } from './resource.ts'
import { itemActions, serviceStates } from './states.ts'

export const RelatedServiceOrderItem = type(
  'RelatedServiceOrderItem',
  'An order line that created, changed or ended a service',
  {
    itemId: text('Which line of the order dealt with the service').mandatory,
    role: text('What part the order line played for the service'),
    serviceOrderHref: text('Web address of the service order concerned'),
    serviceOrderId: text('Which service order is concerned').mandatory,
    itemAction: oneOf(itemActions, 'What the order line did to the service'),
    '@referredType': text('Type of what is referred to'),
  },
)

export const ServiceCandidateRef = reference(
  'ServiceCandidateRef',
  'A pointer to a service published in a catalogue',
  {
    version: text('Which edition of the catalogue service is meant'),
  },
)

export const ServiceCategoryRef = reference('ServiceCategoryRef', 'A pointer to a group of services', {
  version: text('Which version of the group is meant'),
})

export const ServiceProblemRef = reference('ServiceProblemRef', 'A pointer to a service problem', {})

export const ServiceRef = reference('ServiceRef', 'A pointer to a service', {})

export const ServiceRelationship = type('ServiceRelationship', 'A tie from one service to another', {
  relationshipType: text('How the two services are connected').mandatory,
  service: laterPart<RefOrValue>((): TypeWord => ServiceRefOrValue, 'Which service lies at the other end'),
  serviceRelationshipCharacteristic: list(Characteristic, 'Details that describe the tie more closely'),
})

export const ServiceSpecificationRef = reference(
  'ServiceSpecificationRef',
  'A pointer to the description of a service',
  {
    version: text('Which edition of the service description is meant'),
  },
)

export const CustomerFacingService = type(
  'CustomerFacingService',
  'A service as the customer sees and orders it',
  {},
)

export const ResourceFacingService = type(
  'ResourceFacingService',
  'A service inside the network that others are built on',
  {},
)

export const ServiceRefOrValue = entity(
  'ServiceRefOrValue',
  'A service, pointed to if it exists or given whole',
  {
    category: text('Whether it faces the customer or the resources'),
    description: text('What the service is, in plain words'),
    endDate: dateTime('When the service stops'),
    hasStarted: yesNo('Whether the service is already running'),
    isBundle: yesNo('Whether the service is made up of smaller ones'),
    isServiceEnabled: yesNo('Whether the service has been made ready for use'),
    isStateful: yesNo('Whether it can change while leaving other services untouched'),
    name: text('What people call this service'),
    serviceDate: text('When the service was first recorded, in any state'),
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
    serviceSpecification: part(ServiceSpecificationRef, 'Which definition the service is built from'),
    state: oneOf(serviceStates, 'Where the service stands, from feasibility check to termination'),
    supportingResource: list(ResourceRef, 'Resources the service runs on, for resource-facing services only'),
    supportingService: listOfSelf('Services that this one is built on'),
    '@referredType': text('Type of what is referred to'),
  },
)
