/** Parts that only TMF771 has, or has otherwise than the shared ones. */
import { list, part, reference, text } from '../../declare/index.ts'
import {
  CharacteristicSpecification as SharedCharacteristicSpecification,
  CharacteristicSpecificationRelationship as SharedCharacteristicSpecificationRelationship,
  CharacteristicValueSpecification as SharedCharacteristicValueSpecification,
} from '../shared/characteristic.ts'
import {
  AttachmentRefOrValue as SharedAttachmentRefOrValue,
  ExternalIdentifier as SharedExternalIdentifier,
  TimePeriod,
} from '../shared/common.ts'
import {
  ResourceRef as SharedResourceRef,
  ResourceSpecificationRef as SharedResourceSpecificationRef,
} from '../shared/resource.ts'
import { TypedCharacteristic } from '../shared/typed.ts'

export const Characteristic = TypedCharacteristic.with({
  value: text('What the feature is set to'),
})

export const ResourceRef = SharedResourceRef.typed

export const ResourceSpecificationRef = SharedResourceSpecificationRef.typed

export const ExternalIdentifier = SharedExternalIdentifier.typed

export const AttachmentRefOrValue = SharedAttachmentRefOrValue.typed

export const ResourceUsageRef = reference(
  'ResourceUsageRef',
  'A pointer to what was used of a resource',
  {},
).typed

export const ResourceUsageSpecificationRef = reference(
  'ResourceUsageSpecificationRef',
  'A pointer to the description of a sort of usage',
  {},
).typed

export const ResourceUsageSpecRelationship = reference(
  'ResourceUsageSpecRelationship',
  'A tie from one sort of usage to another',
  {
    relationshipType: text('How the two are tied, such as substitution').mandatory,
    role: text('The part the other sort of usage plays'),
    validFor: part(TimePeriod, 'When the tie holds good'),
  },
).typed

const CharacteristicSpecificationRelationship = SharedCharacteristicSpecificationRelationship.needing(
  'parentSpecificationId',
  'name',
  'relationshipType',
).typed

const CharacteristicValueSpecification = SharedCharacteristicValueSpecification.without('value').typed

export const CharacteristicSpecification = SharedCharacteristicSpecification.needing(
  'name',
  'valueType',
).with({
  charSpecRelationship: list(
    CharacteristicSpecificationRelationship,
    'How it is tied to other characteristics',
  ),
  characteristicValueSpecification: list(
    CharacteristicValueSpecification,
    'The values it may take, with any default',
  ),
}).typed
