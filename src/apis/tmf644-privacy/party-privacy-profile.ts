/** TMF644 Privacy 4.0.0. */
import { dateTime, list, part, resource, text } from '../../declare/index.ts'
import { TimePeriod } from '../shared/common.ts'
import { RelatedParty } from '../shared/party.ts'
import {
  PartyPrivacyAgreementRef,
  PartyPrivacyProfileCharacteristic,
  PartyPrivacyProfileSpecificationRef,
} from './parts.ts'

export const PartyPrivacyProfile = resource('PartyPrivacyProfile', {
  meaning: 'Someone’s choices on how their personal data may be used',
  path: 'partyPrivacyProfile',
  nonEmpty: ['partyPrivacyProfileCharacteristic'],

  fields: {
    creationDate: dateTime('When the choices were first recorded').once.stampedOn('create'),
    description: text('What the privacy choices cover, in words'),
    name: text('What this set of choices is called'),
    status: text('Where the profile is in its life'),
    agreedByParty: part(RelatedParty, 'Who consented to these choices, perhaps on another’s behalf')
      .mandatory,
    agreement: part(PartyPrivacyAgreementRef, 'The privacy agreement from which these choices follow'),
    applicableForParty: part(RelatedParty, 'Whose personal data is being protected'),
    partyPrivacyProfileCharacteristic: list(
      PartyPrivacyProfileCharacteristic,
      'The privacy choices, one for each kind of data',
    ).mandatory,
    partyPrivacyProfileSpecification: part(
      PartyPrivacyProfileSpecificationRef,
      'The template these choices were made from',
    ).mandatory,
    validFor: part(TimePeriod, 'How long the choices hold before they must be renewed'),
  },

  findBy: ['status', 'agreedByParty.id', 'applicableForParty.id', 'partyPrivacyProfileSpecification.id'],
  announces: ['created', 'changed', 'deleted', 'statusChanged'],
})
