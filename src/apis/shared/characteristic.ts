/** Characteristics: named features of anything, and what specifications say of them. */
import { any, entity, integer, list, part, text, type, uri, yesNo } from '../../declare/index.ts'
import { TimePeriod } from './common.ts'

export const CharacteristicRelationship = entity(
  'CharacteristicRelationship',
  'A tie from one characteristic to another',
  {
    relationshipType: text('How the two characteristics are connected'),
  },
)

export const Characteristic = type('Characteristic', 'A named feature and its value', {
  id: text('Identifier of this characteristic'),
  name: text('What the feature is called').mandatory,
  valueType: text('What kind of value it holds, such as text'),
  characteristicRelationship: list(CharacteristicRelationship, 'Other features linked to this one'),
  value: any('What the feature is set to').mandatory,
})

/** Some APIs know a characteristic by its name alone, without relationships. */
export const PlainCharacteristic = Characteristic.without('characteristicRelationship')

export const CharacteristicSpecificationRelationship = entity(
  'CharacteristicSpecificationRelationship',
  'A tie from one characteristic design to another',
  {
    characteristicSpecificationId: text('Which characteristic is at the other end'),
    name: text('What the other characteristic is called'),
    parentSpecificationHref: uri('Web address of the specification that holds it'),
    parentSpecificationId: text('Which specification holds the other characteristic'),
    relationshipType: text('How the two are tied, such as dependency'),
    validFor: part(TimePeriod, 'When the tie holds good'),
  },
)

export const CharacteristicValueSpecification = type(
  'CharacteristicValueSpecification',
  'A value, or range of values, a feature may take',
  {
    isDefault: yesNo('Whether this value is used when none is chosen'),
    rangeInterval: text('Which ends of the range count as allowed'),
    regex: text('Pattern the value has to match'),
    unitOfMeasure: text('Unit the value is measured in'),
    valueFrom: integer('Lowest value in the allowed range'),
    valueTo: integer('Highest value in the allowed range'),
    valueType: text('What kind of value this is, such as a number'),
    validFor: part(TimePeriod, 'When this value may be used'),
    value: any('The single value allowed or chosen'),
  },
)

export const CharacteristicSpecification = type(
  'CharacteristicSpecification',
  'The rules for one characteristic, such as speed',
  {
    id: text('Identifier of this characteristic specification'),
    configurable: yesNo('Whether a value can be set for it'),
    description: text('What the characteristic means, in words'),
    extensible: yesNo('Whether values outside the list may be added'),
    isUnique: yesNo('Whether no two things may share a value'),
    maxCardinality: integer('The most values it may hold'),
    minCardinality: integer('The fewest values it may hold'),
    name: text('What the characteristic is called'),
    regex: text('The text pattern its values must follow'),
    valueType: text('Which sort of value it takes, such as text'),
    charSpecRelationship: list(
      CharacteristicSpecificationRelationship,
      'How it is tied to other characteristics',
    ),
    characteristicValueSpecification: list(
      CharacteristicValueSpecification,
      'The values it may take, with any default',
    ),
    validFor: part(TimePeriod, 'When the characteristic can be used'),
    '@valueSchemaLocation': text('Where to find the schema of its values'),
  },
)
