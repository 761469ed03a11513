/** Parts of the resource domain. */
import {
  dateTime,
  entity,
  integer,
  laterPart,
  list,
  oneOf,
  part,
  type RefOrValue,
  reference,
  type TypeWord,
  text,
  type,
  uri,
  yesNo,
} from '../../declare/index.ts'
import { Characteristic, CharacteristicValueSpecification } from './characteristic.ts'
import { AttachmentRefOrValue, Note, TimePeriod } from './common.ts'
import { Feature } from './feature.ts'
import { RelatedParty } from './party.ts'
import { RelatedPlaceRefOrValue } from './place.ts'
import { LogicalResource, PhysicalResource } from './resource-types.ts'
import { administrativeStates, operationalStates, resourceStatuses, usageStates } from './states.ts'

export const ResourceCandidateRef = reference(
  'ResourceCandidateRef',
  'A pointer to a resource published in a catalogue',
  {
    version: text('Which edition of the catalogue resource is meant'),
  },
)

export const ResourceRef = reference('ResourceRef', 'A pointer to equipment, a number or other resource', {})

export const ResourceRelationship = entity('ResourceRelationship', 'A tie from one resource to another', {
  relationshipType: text('How the resources are tied, such as bundled or reliesOn').mandatory,
  resource: laterPart<RefOrValue>((): TypeWord => ResourceRefOrValue, 'Which resource lies at the other end')
    .mandatory,
})

export const ResourceSpecificationRef = reference(
  'ResourceSpecificationRef',
  'A pointer to the description of a resource',
  {
    version: text('Which edition of the resource description is meant'),
  },
)

export const ResourceRefOrValue = entity(
  'ResourceRefOrValue',
  'A resource, pointed to if it exists or given whole',
  {
    category: text('Which class it falls in, such as gold numbers'),
    description: text('What the resource is, in plain words'),
    endOperatingDate: dateTime('When the resource goes out of operation'),
    name: text('What people call this resource'),
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
    resourceSpecification: part(ResourceSpecificationRef, 'Which definition the resource is built from'),
    resourceStatus: oneOf(resourceStatuses, 'How the resource stands, such as available or reserved'),
    usageState: oneOf(usageStates, 'How occupied the resource is: idle, active or busy'),
    '@referredType': text('Type of what is referred to'),
  },
).withSubtypes(LogicalResource, PhysicalResource)

export const ResourceSpecificationCharacteristicRelationship = type(
  'ResourceSpecificationCharacteristicRelationship',
  'A tie between two properties of resource specifications',
  {
    characteristicSpecificationId: text('Which property is at the other end, by identifier'),
    name: text('What the property at the other end is called'),
    relationshipType: text('How the properties are tied, such as dependency'),
    resourceSpecificationHref: uri('Web address of the specification owning the other property'),
    resourceSpecificationId: text('Which specification owns the other property'),
    validFor: part(TimePeriod, 'From when until when the tie holds'),
  },
)

export const ResourceSpecificationCharacteristic = type(
  'ResourceSpecificationCharacteristic',
  'A property that a kind of resource can have',
  {
    id: text('Identifier of this resource specification characteristic'),
    configurable: yesNo('Whether the property can be set to suit'),
    description: text('What the property is about, in plain words'),
    extensible: yesNo('Whether new values may be introduced on actual resources'),
    isUnique: yesNo('Whether no two resources may share the same value'),
    maxCardinality: integer('Most values the property may hold at once'),
    minCardinality: integer('Fewest values the property must hold'),
    name: text('What tells this property apart from the others'),
    regex: text('Pattern that values have to follow'),
    valueType: text('What sort of value it holds, such as a number'),
    resourceSpecCharRelationship: list(
      ResourceSpecificationCharacteristicRelationship,
      'How the property is tied to other properties',
    ),
    resourceSpecCharacteristicValue: list(
      CharacteristicValueSpecification,
      'Values from which the property can be chosen',
    ),
    validFor: part(TimePeriod, 'From when until when the property can be used'),
    '@valueSchemaLocation': text('Where the schema for its values is kept'),
  },
)

export const ResourceSpecificationRelationship = entity(
  'ResourceSpecificationRelationship',
  'A tie from one resource specification to another',
  {
    defaultQuantity: integer('How many related resources to create unless told otherwise'),
    maximumQuantity: integer('Most related resources that may be created'),
    minimumQuantity: integer('Fewest related resources that must be created'),
    name: text('What the specification at the other end is called'),
    relationshipType: text('How the specifications are tied, such as substitution'),
    role: text('What part the other specification plays'),
    characteristic: list(
      ResourceSpecificationCharacteristic,
      'Details that pin the tie down, such as slot position',
    ),
    validFor: part(TimePeriod, 'From when until when the tie holds'),
  },
)
