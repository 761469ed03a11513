/** What both sorts of designs of TMF908 tell: of devices, and of the resources they need. */

import {
  dateTime,
  entity,
  integer,
  list,
  part,
  reference,
  text,
  type,
  uri,
  yesNo,
} from '../../declare/index.ts'
import { CharacteristicValueSpecification } from '../shared/characteristic.ts'
import { TimePeriod } from '../shared/common.ts'
import { RelatedParty } from '../shared/party.ts'
import { ResourceSpecificationRef as SharedResourceSpecificationRef } from '../shared/resource.ts'

const AttachmentRef = reference('AttachmentRef', 'A pointer to a file', {
  description: text('What a reader will find in the file'),
  url: uri('Web address of the file'),
})

const tie = {
  name: text('What the other end is called'),
  relationshipType: text('How the two are tied, such as dependency'),
  role: text('The part the other end plays'),
  validFor: part(TimePeriod, 'When the tie holds good'),
}

const ResourceSpecCharRelationship = entity(
  'ResourceSpecCharRelationship',
  'A tie from one property to another',
  tie,
)

const ResourceSpecRelationship = entity('ResourceSpecRelationship', 'A tie from one design to another', tie)

const ResourceSpecCharacteristicValue = type(
  'ResourceSpecCharacteristicValue',
  'A value, or range of values, a property may take',
  CharacteristicValueSpecification.fields,
)

const ResourceSpecCharacteristic = type('ResourceSpecCharacteristic', 'A property that can be set', {
  configurable: yesNo('Whether a value can be set for it'),
  description: text('What the property means, in words'),
  extensible: yesNo('Whether values outside the list may be added'),
  isUnique: yesNo('Whether no two things may share a value'),
  maxCardinality: integer('The most values it may hold'),
  minCardinality: integer('The fewest values it may hold'),
  name: text('What the property is called'),
  regex: text('The text pattern its values must follow'),
  valueType: text('Which sort of value it takes, such as text'),
  resourceSpecCharRelationship: list(ResourceSpecCharRelationship, 'How it is tied to other properties'),
  resourceSpecCharacteristicValue: list(
    ResourceSpecCharacteristicValue,
    'The values it may take, with any default',
  ),
  validFor: part(TimePeriod, 'When the property can be used'),
  '@valueSchemaLocation': text('Where to find the schema of its values'),
})

const TargetServiceSchema = type(
  'TargetServiceSchema',
  'A pointer to the schema of what a design describes',
  {},
)

// A design names those kept here, and those of the catalogue (TMF634).
const ResourceSpecificationRef = SharedResourceSpecificationRef.naming(
  'IotResourceSpecification',
  'ResourceSpecification',
)

export const specificationFields = {
  description: text('What the design covers, in words'),
  isBundle: yesNo('Whether it puts several designs together').orElse(false),
  lastUpdate: dateTime('When the design last changed').once.stampedOn('change').ignoredFromClient,
  lifecycleStatus: text('Where the design is in its life').orElse('In study'),
  name: text('What the design is called').mandatory,
  version: text('Which edition of the design this is'),
  attachment: list(AttachmentRef, 'Files that help to explain it'),
  relatedParty: list(RelatedParty, 'Who is involved, and in which role'),
  resourceSpecCharacteristic: list(ResourceSpecCharacteristic, 'The properties that can be set'),
  resourceSpecRelationship: list(ResourceSpecRelationship, 'How it is tied to other designs'),
  resourceSpecification: list(ResourceSpecificationRef, 'The sorts of resources that are needed'),
  targetServiceSchema: part(TargetServiceSchema, 'The schema of what is made from it'),
  validFor: part(TimePeriod, 'When the design can be used'),
}

export const specificationFacts = {
  findBy: ['name', 'lifecycleStatus', 'resourceSpecification.id'],
  announces: ['created', 'anyChange', 'batch', 'deleted'],
} as const
