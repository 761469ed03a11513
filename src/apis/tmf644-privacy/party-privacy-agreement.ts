/** TMF644 Privacy 4.0.0. */
import { dateTime, integer, list, part, resource, text } from '../../declare/index.ts'
import { AgreementAuthorization, AgreementRef, AgreementSpecificationRef } from '../shared/account.ts'
import { Characteristic } from '../shared/characteristic.ts'
import { TimePeriod } from '../shared/common.ts'
import { RelatedParty } from '../shared/party.ts'
import { AgreementItem } from '../shared/product.ts'
import { PartyPrivacyProfileCharacteristic, PartyPrivacyProfileRef } from './parts.ts'

export const PartyPrivacyAgreement = resource('PartyPrivacyAgreement', {
  meaning: 'An agreement that settles how someone’s personal data may be used',
  path: 'partyPrivacyAgreement',
  nonEmpty: ['agreementItem', 'engagedParty'],

  fields: {
    agreementType: text('What sort of agreement it is').mandatory,
    description: text('What was agreed and why, in words'),
    documentNumber: integer('Number under which the agreement is filed'),
    initialDate: dateTime('When the agreement was first drawn up'),
    name: text('What people call the agreement').mandatory,
    statementOfIntent: text('What the agreement sets out to achieve'),
    status: text('Whether it is pending, accepted or turned down'),
    version: text('Which edition of the agreement this is'),
    agreementAuthorization: list(AgreementAuthorization, 'Who has signed or approved the agreement'),
    agreementItem: list(AgreementItem, 'The separate points that are agreed on').mandatory,
    agreementPeriod: part(TimePeriod, 'From when until when the agreement holds'),
    agreementSpecification: part(AgreementSpecificationRef, 'The template that the agreement follows'),
    associatedAgreement: list(AgreementRef, 'Other agreements that it goes with'),
    characteristic: list(Characteristic, 'Further features of the agreement'),
    completionDate: part(TimePeriod, 'When the agreement is concluded'),
    engagedParty: list(RelatedParty, 'Those who are bound by the agreement').mandatory,
    partyPrivacyProfile: list(PartyPrivacyProfileRef, 'The sets of privacy choices being agreed on'),
    partyPrivacyProfileCharacteristic: list(
      PartyPrivacyProfileCharacteristic,
      'The most sensitive privacy choices, spelled out in the agreement',
    ),
  },

  findBy: ['name', 'agreementType', 'status', 'engagedParty.id', 'agreementSpecification.id'],
  announces: ['created', 'changed', 'deleted', 'statusChanged'],
})
