/** Parts that only TMF644 has, or has otherwise than the shared ones. */
import { any, entity, integer, list, part, reference, text, type, yesNo } from '../../declare/index.ts'
import { AgreementSpecificationRef } from '../shared/account.ts'
import { CharacteristicRelationship } from '../shared/characteristic.ts'
import { TimePeriod } from '../shared/common.ts'
import { RelatedParty } from '../shared/party.ts'

export const PartyPrivacyAgreementRef = reference(
  'PartyPrivacyAgreementRef',
  'A pointer to a privacy agreement',
  {},
)

export const PartyPrivacyProfileCharacteristic = type(
  'PartyPrivacyProfileCharacteristic',
  'One privacy choice, saying what is allowed with some data',
  {
    id: text('Identifier of this party privacy profile characteristic'),
    name: text('Which piece of personal data is meant').mandatory,
    privacyUsagePurpose: text('What the data may or may not be used for'),
    valueType: text('What kind of value is held'),
    characteristicRelationship: list(
      CharacteristicRelationship,
      'Other characteristics this one is connected with',
    ),
    relatedParty: list(RelatedParty, 'Those to whom this permission or ban applies'),
    value: any('The use that was chosen for the data').mandatory,
  },
)

export const PartyPrivacyProfileRef = reference(
  'PartyPrivacyProfileRef',
  'A pointer to someone’s set of privacy choices',
  {},
)

export const RoleSpecification = entity('RoleSpecification', 'What a role is and what it asks for', {
  description: text('What the role is about, in words'),
  name: text('What the role is called, with no other the same').mandatory,
})

export const SpecificationCharacteristicValue = entity(
  'SpecificationCharacteristicValue',
  'A value that a specified property may take',
  {
    isDefault: yesNo('Whether it is taken when nothing else is chosen'),
    rangeInterval: text('Whether the ends of the range belong to it'),
    regex: text('Pattern that the value has to match'),
    unitOfMeasure: text('What the value is measured in'),
    valueFrom: integer('Lowest value allowed'),
    valueTo: integer('Highest value allowed'),
    valueType: text('What kind of value it is, like text or number'),
    validFor: part(TimePeriod, 'When the value applies'),
    value: any('What the characteristic may be set to'),
  },
)

export const PartyPrivacyProfileSpecificationCharacteristic = type(
  'PartyPrivacyProfileSpecificationCharacteristic',
  'A piece of personal data on which a choice is asked',
  {
    id: text('Identifier of this party privacy profile specification characteristic'),
    criticalityLevel: text('How much harm a leak of this data would do'),
    description: text('What data is meant, in words'),
    name: text('What this piece of personal data is called'),
    privacyType: text('Whether it concerns use or storage, inside or outside the company'),
    privacyUsagePurpose: text('What use of the data the choice is about'),
    allowedRole: list(RoleSpecification, 'Roles of staff who may see this data'),
    partyPrivacyProfileSpecCharacteristicValue: list(
      SpecificationCharacteristicValue,
      'The answers that can be chosen from',
    ),
    validFor: part(TimePeriod, 'When this choice is on offer'),
  },
)

export const PartyPrivacyProfileSpecificationRef = reference(
  'PartyPrivacyProfileSpecificationRef',
  'A pointer to a template for privacy choices',
  {},
)

export const PartyPrivacyRoleSpecification = entity(
  'PartyPrivacyRoleSpecification',
  'A kind of role that privacy rules make a distinction for',
  {
    description: text('What the role involves, in words'),
    name: text('What the role is called, unlike any other').mandatory,
    agreementSpecification: list(
      AgreementSpecificationRef,
      'Templates of the agreements that go with the role',
    ),
  },
)
