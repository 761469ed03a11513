/** TMF909 Network as a Service 3.0. */

import { dateTime, entity, integer, list, part, resource, text, type, yesNo } from '../../declare/index.ts'
import { CharacteristicValueSpecification } from '../shared/characteristic.ts'
import { TimePeriod } from '../shared/common.ts'
import { RelatedParty } from '../shared/party.ts'
import { ResourceSpecificationRef } from '../shared/resource.ts'
import { ServiceLevelSpecificationRef } from '../tmf633-service-catalog-management/parts.ts'
import { AttachmentRef, TargetServiceSchema } from './parts.ts'

const tie = {
  name: text('What the other end is called'),
  relationshipType: text('How the two are tied, such as dependency'),
  role: text('The part the other end plays'),
  validFor: part(TimePeriod, 'When the tie holds good'),
}

const ServiceSpecRelationship = entity('ServiceSpecRelationship', 'A tie from one design to another', tie)

const ServiceSpecCharRelationship = entity(
  'ServiceSpecCharRelationship',
  'A tie from one property to another',
  tie,
)

const ServiceSpecCharacteristicValue = type(
  'ServiceSpecCharacteristicValue',
  'A value, or range of values, a property may take',
  CharacteristicValueSpecification.fields,
)

const ServiceSpecCharacteristic = type('ServiceSpecCharacteristic', 'A property that services can have', {
  configurable: yesNo('Whether a value can be set for it'),
  description: text('What the property means, in words'),
  extensible: yesNo('Whether values outside the list may be added'),
  isUnique: yesNo('Whether no two services may share a value'),
  maxCardinality: integer('The most values it may hold'),
  minCardinality: integer('The fewest values it may hold'),
  name: text('What the property is called'),
  regex: text('The text pattern its values must follow'),
  valueType: text('Which sort of value it takes, such as text'),
  serviceSpecCharRelationship: list(ServiceSpecCharRelationship, 'How it is tied to other properties'),
  serviceSpecCharacteristicValue: list(
    ServiceSpecCharacteristicValue,
    'The values it may take, with any default',
  ),
  validFor: part(TimePeriod, 'When the property can be used'),
  '@valueSchemaLocation': text('Where to find the schema of its values'),
})

/** Kept apart from those of TMF633: version 3 has other attributes. */
export const ServiceSpecification = resource('ServiceSpecification', {
  meaning: 'A design that services of one kind are built from',
  path: 'serviceSpecification',
  kind: 'NaasServiceSpecification',
  keptWhileUsedIn: ['Inventory'],

  fields: {
    description: text('What the service design covers, in words'),
    isBundle: yesNo('Whether it gathers several service designs into one').orElse(false),
    lastUpdate: dateTime('When the service design was last changed').once.stampedOn('change')
      .ignoredFromClient,
    lifecycleStatus: text('Where the service design is in its life').orElse('In study'),
    name: text('What the service design is called').mandatory,
    version: text('Which version of the service design this is'),
    attachment: list(AttachmentRef, 'Pictures and documents that go with it'),
    relatedParty: list(RelatedParty, 'Who is involved, and in which role'),
    resourceSpecification: list(ResourceSpecificationRef, 'The kinds of resource its services need'),
    serviceLevelSpecification: list(
      ServiceLevelSpecificationRef,
      'The service levels it must be able to meet',
    ),
    serviceSpecCharacteristic: list(ServiceSpecCharacteristic, 'The properties its services can have'),
    serviceSpecRelationship: list(ServiceSpecRelationship, 'How it is tied to other service designs'),
    targetServiceSchema: part(TargetServiceSchema, 'The schema of services built from it'),
    validFor: part(TimePeriod, 'When the service design can be used'),
  },

  findBy: ['name', 'lifecycleStatus', 'serviceSpecRelationship.id', 'resourceSpecification.id'],
  announces: ['created', 'anyChange', 'deleted'],
})
