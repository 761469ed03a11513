/** Features: capabilities that can be switched on, and what specifications say of them. */
import { entity, integer, list, part, text, type, uri, yesNo } from '../../declare/index.ts'
import { Characteristic, CharacteristicValueSpecification } from './characteristic.ts'
import { ConstraintRef, TimePeriod } from './common.ts'

export const FeatureRelationship = entity('FeatureRelationship', 'A tie from one feature to another', {
  name: text('What the feature at the other end is called').mandatory,
  relationshipType: text('How the two features are connected').mandatory,
  validFor: part(TimePeriod, 'From when until when the tie between features holds'),
})

export const Feature = entity('Feature', 'A capability that can be switched on and set up', {
  isBundle: yesNo('Whether this stands for a group of features'),
  isEnabled: yesNo('Whether the feature is switched on'),
  name: text('What people call this feature').mandatory,
  constraint: list(ConstraintRef, 'Rules that limit how the feature is used'),
  featureCharacteristic: list(Characteristic, 'Settings that belong to the feature').mandatory,
  featureRelationship: list(FeatureRelationship, 'Other features tied to this one'),
})

export const FeatureSpecificationCharacteristicRelationship = entity(
  'FeatureSpecificationCharacteristicRelationship',
  'A tie from one feature setting to another',
  {
    characteristicId: text('Which setting is at the other end'),
    featureId: text('Which feature the other setting belongs to'),
    name: text('What the other setting is called'),
    relationshipType: text('How the two settings are tied, such as exclusivity'),
    resourceSpecificationHref: uri('Web address of the resource design that holds it'),
    resourceSpecificationId: text('Which resource design holds the other setting'),
    validFor: part(TimePeriod, 'When the tie holds good'),
  },
)

export const FeatureSpecificationCharacteristic = type(
  'FeatureSpecificationCharacteristic',
  'The rules for one setting of a feature',
  {
    id: text('Identifier of this feature specification characteristic'),
    configurable: yesNo('Whether a value can be set for it'),
    description: text('What the setting means, in words'),
    extensible: yesNo('Whether values outside the list may be added'),
    isUnique: yesNo('Whether no two features may share a value'),
    maxCardinality: integer('The most values it may hold'),
    minCardinality: integer('The fewest values it may hold'),
    name: text('What the setting is called').mandatory,
    regex: text('The text pattern its values must follow'),
    valueType: text('Which sort of value it takes, such as text'),
    featureSpecCharRelationship: list(
      FeatureSpecificationCharacteristicRelationship,
      'How it is tied to other feature settings',
    ),
    featureSpecCharacteristicValue: list(
      CharacteristicValueSpecification,
      'The values it may take, with any default',
    ),
    validFor: part(TimePeriod, 'When the setting can be used'),
    '@valueSchemaLocation': text('Where to find the schema of its values'),
  },
)

export const FeatureSpecificationRelationship = entity(
  'FeatureSpecificationRelationship',
  'A tie from one feature to another',
  {
    featureId: text('Which feature is at the other end'),
    name: text('What the other feature is called').mandatory,
    parentSpecificationHref: uri('Web address of the specification that holds it'),
    parentSpecificationId: text('Which specification holds the other feature'),
    relationshipType: text('How the two features are tied').mandatory,
    validFor: part(TimePeriod, 'When the tie holds good'),
  },
)

export const FeatureSpecification = entity(
  'FeatureSpecification',
  'The rules for one feature that may be offered',
  {
    isBundle: yesNo('Whether it is a group of features'),
    isEnabled: yesNo('Whether the feature is switched on'),
    name: text('What the feature is called'),
    version: text('Which version of the feature rules this is'),
    constraint: list(ConstraintRef, 'Limits on how the feature is used'),
    featureSpecCharacteristic: list(FeatureSpecificationCharacteristic, 'The settings the feature has'),
    featureSpecRelationship: list(FeatureSpecificationRelationship, 'How it is tied to other features'),
    validFor: part(TimePeriod, 'When the feature can be used'),
  },
)
