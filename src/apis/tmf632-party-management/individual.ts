/** TMF632 Party Management 4.0.0. */

import { dateTime, list, oneOf, resource, text } from '../../declare/index.ts'
import { PlainCharacteristic } from '../shared/characteristic.ts'
import { ExternalReference } from '../shared/common.ts'
import {
  ContactMedium,
  IndividualIdentification,
  PartyCreditProfile,
  RelatedParty,
  TaxExemptionCertificate,
} from '../shared/party.ts'
import { Disability, LanguageAbility, OtherNameIndividual, Skill } from './parts.ts'

export const Individual = resource('Individual', {
  meaning: 'One human being, whether customer, employee or other contact',
  path: 'individual',

  fields: {
    aristocraticTitle: text('Noble title, such as Baron or Earl'),
    birthDate: dateTime('When the person was born'),
    countryOfBirth: text('Which country the person was born in'),
    deathDate: dateTime('When the person died'),
    familyName: text('Surname of the person').mandatory,
    familyNamePrefix: text('Word before the surname, such as van'),
    formattedName: text('Whole name, laid out ready to print'),
    fullName: text('First, middle and last names run together'),
    gender: text('Which gender the person gives'),
    generation: text('Suffix that tells generations apart, such as Jr'),
    givenName: text('Forename of the person').mandatory,
    legalName: text('The name on official papers'),
    location: text('Where the person is for now, if they share it'),
    maritalStatus: text('Married, single, divorced, widowed and so on'),
    middleName: text('Any names between first and last'),
    nationality: text('Which nation the person belongs to'),
    placeOfBirth: text('Which place the person was born in'),
    preferredGivenName: text('What the person likes to be called'),
    title: text('Form of address, such as Dr or Sir'),
    contactMedium: list(ContactMedium, 'Ways to reach the person'),
    creditRating: list(PartyCreditProfile, 'What credit agencies say about the person'),
    disability: list(Disability, 'Disabilities the person has declared'),
    externalReference: list(ExternalReference, 'What other systems call this person'),
    individualIdentification: list(IndividualIdentification, 'Papers that prove who the person is'),
    languageAbility: list(LanguageAbility, 'Languages the person knows, and how well'),
    otherName: list(OtherNameIndividual, 'Former names, stage names and the like'),
    partyCharacteristic: list(PlainCharacteristic, 'Further facts about the person'),
    relatedParty: list(RelatedParty, 'Who is linked to the person, and how'),
    skill: list(Skill, 'What the person is able to do'),
    status: oneOf(
      ['initialized', 'validated', 'deceaded'],
      'How the record stands: new, checked or deceased',
    ),
    taxExemptionCertificate: list(TaxExemptionCertificate, 'Proof of taxes the person need not pay'),
  },

  lifecycle: {
    of: 'status',
    starts: 'initialized',
    moves: {
      initialized: { validated: 'client', deceaded: 'client' },
      validated: { deceaded: 'client' },
      deceaded: {},
    },
  },
  findBy: ['familyName', 'givenName', 'status', 'externalReference.name'],
  keptWhileUsedIn: 'anyDomain',
  announces: ['created', 'changed', 'stateChanged', 'deleted'],
})
