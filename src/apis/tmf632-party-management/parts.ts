/** Parts that only TMF632 has, or has otherwise than the shared ones. */
import { dateTime, part, reference, text, type, yesNo } from '../../declare/index.ts'
import { AttachmentRefOrValue, TimePeriod } from '../shared/common.ts'

export const Disability = type('Disability', 'A disability that a person has declared', {
  disabilityCode: text('Short code that stands for the disability'),
  disabilityName: text('What the disability is called'),
  validFor: part(TimePeriod, 'When the disability applies'),
})

export const LanguageAbility = type('LanguageAbility', 'How well someone knows one language', {
  isFavouriteLanguage: yesNo('Whether the person likes this language best'),
  languageCode: text('Standard code of the language, such as en-GB'),
  languageName: text('Which language it is'),
  listeningProficiency: text('How well they understand it when spoken'),
  readingProficiency: text('How well they read it'),
  speakingProficiency: text('How well they speak it'),
  writingProficiency: text('How well they write it'),
  validFor: part(TimePeriod, 'When this rating holds good'),
})

export const OrganizationRef = reference('OrganizationRef', 'A pointer to an organisation', {})

export const OrganizationChildRelationship = type(
  'OrganizationChildRelationship',
  'A tie from an organisation to one below it',
  {
    relationshipType: text('On what grounds they are tied, such as legal'),
    organization: part(OrganizationRef, 'The organisation below'),
  },
)

export const OrganizationIdentification = type(
  'OrganizationIdentification',
  'A registration that proves who an organisation is',
  {
    identificationId: text('The registration number'),
    identificationType: text('Which sort of registration it is'),
    issuingAuthority: text('Who granted the registration'),
    issuingDate: dateTime('When the registration was granted'),
    attachment: part(AttachmentRefOrValue, 'A scan or copy of the registration'),
    validFor: part(TimePeriod, 'When the registration can be relied on'),
  },
)

export const OrganizationParentRelationship = type(
  'OrganizationParentRelationship',
  'A tie from an organisation to the one above it',
  {
    relationshipType: text('On what grounds they are tied, such as legal'),
    organization: part(OrganizationRef, 'The organisation above'),
  },
)

export const OtherNameIndividual = type(
  'OtherNameIndividual',
  'Another name a person has used, such as a maiden name',
  {
    aristocraticTitle: text('Noble title used with this name'),
    familyName: text('Surname used in this name'),
    familyNamePrefix: text('Word before the surname, such as van'),
    formattedName: text('This whole name, laid out ready to print'),
    fullName: text('All parts of this name run together'),
    generation: text('Suffix that tells generations apart, such as Jr'),
    givenName: text('Forename used in this name'),
    legalName: text('The official form of this name'),
    middleName: text('Any names between first and last'),
    preferredGivenName: text('What the person liked to be called'),
    title: text('Form of address used with this name'),
    validFor: part(TimePeriod, 'When the person used this name'),
  },
)

export const OtherNameOrganization = type('OtherNameOrganization', 'Another name an organisation has used', {
  name: text('The other name itself'),
  nameType: text('Ending of the name, such as Ltd or Plc'),
  tradingName: text('The name it did business under'),
  validFor: part(TimePeriod, 'When the organisation used this name'),
})

export const Skill = type('Skill', 'Something a person can do, and how well', {
  comment: text('Remarks from whoever judged the skill'),
  evaluatedLevel: text('How good the person is at it'),
  skillCode: text('Short code that stands for the skill'),
  skillName: text('What the skill is called'),
  validFor: part(TimePeriod, 'When the judgement holds good'),
})
