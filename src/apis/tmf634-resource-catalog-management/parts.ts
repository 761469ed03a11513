/** Parts that only TMF634 has, or has otherwise than the shared ones. */
import { entity, integer, list, part, reference, text, type, uri, yesNo } from '../../declare/index.ts'
import { CharacteristicValueSpecification, TimePeriod } from '../shared/common.ts'

export const ResourceCategoryRef = reference('ResourceCategoryRef', 'A pointer to a resource category', {
  version: text('Which edition of the category is meant'),
})

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

export const TargetResourceSchema = type(
  'TargetResourceSchema',
  'A pointer to the schema a resource must follow',
  {},
)
