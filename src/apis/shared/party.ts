/** Parts of the party domain: who is involved, and how to reach them. */
import {
  dateTime,
  entity,
  integer,
  list,
  number,
  part,
  reference,
  text,
  type,
  uri,
  yesNo,
} from '../../declare/index.ts'
import { AttachmentRefOrValue, Money, TimePeriod } from './common.ts'

export const MediumCharacteristic = entity(
  'MediumCharacteristic',
  'The address, number or handle used for contact',
  {
    city: text('Town or city in the address'),
    contactType: text('Finer sort of contact, such as mobile or office'),
    country: text('Country in the address'),
    emailAddress: text('Where to send email'),
    faxNumber: text('Number for sending faxes'),
    phoneNumber: text('Main number to call'),
    postCode: text('Postal code in the address'),
    socialNetworkId: text('Handle on a social network'),
    stateOrProvince: text('State, province or county in the address'),
    street1: text('First line of the street address'),
    street2: text('Second line of the street address'),
  },
)

export const ContactMedium = entity('ContactMedium', 'One way to reach a person or company', {
  mediumType: text('Which sort of contact, such as email or post'),
  preferred: yesNo('Whether this is the favoured way to make contact'),
  characteristic: part(MediumCharacteristic, 'The actual address or number to use'),
  validFor: part(TimePeriod, 'When this way of contact can be used'),
})

export const IndividualIdentification = type(
  'IndividualIdentification',
  'A paper that proves who someone is, such as a passport',
  {
    identificationId: text('The number on the paper'),
    identificationType: text('Which sort of paper, such as passport'),
    issuingAuthority: text('Who gave out the paper'),
    issuingDate: dateTime('When the paper was given out'),
    attachment: part(AttachmentRefOrValue, 'A scan or copy of the paper'),
    validFor: part(TimePeriod, 'When the paper can be relied on'),
  },
)

export const PartyAccountRef = reference('PartyAccountRef', 'A pointer to an account that someone holds', {
  description: text('More about the account in plain words'),
  status: text('How the account stands, such as due or paid'),
})

export const PartyCreditProfile = entity(
  'PartyCreditProfile',
  'A credit rating that an agency gave a party',
  {
    creditAgencyName: text('Which agency made the rating'),
    creditAgencyType: text('Which sort of agency made the rating'),
    ratingReference: text('The agency number for this rating'),
    ratingScore: integer('How likely the party is to pay, as a score'),
    validFor: part(TimePeriod, 'When the rating holds good'),
  },
)

export const RelatedParty = reference('RelatedParty', 'A person or organisation involved, with a role', {
  role: text('In which capacity they are involved'),
}).naming('Individual', 'Organization', 'Customer', 'PartyRole')

export const RelatedPartyRef = reference('RelatedPartyRef', 'A pointer to a person or company involved', {
  role: text('What part they play'),
}).naming('Individual', 'Organization', 'Customer', 'PartyRole')

export const RelatedPartyWithContactInfo = entity(
  'RelatedPartyWithContactInfo',
  'Someone involved, with ways to reach them',
  {
    name: text('Name of what is referred to'),
    role: text('What part they play'),
    contact: list(ContactMedium, 'Ways to get in touch with them'),
    '@referredType': text('Type of what is referred to'),
  },
)

export const TaxDefinition = type('TaxDefinition', 'A tax, and the authority that charges it', {
  id: text('Identifier of this tax definition'),
  name: text('What the tax is called'),
  taxType: text('Which sort of tax it is'),
  '@referredType': text('Type of what is referred to'),
})

export const TaxExemptionCertificate = type(
  'TaxExemptionCertificate',
  'Proof that a party need not pay certain taxes',
  {
    id: text('Identifier of this tax exemption certificate'),
    attachment: part(AttachmentRefOrValue, 'A copy of the certificate itself'),
    taxDefinition: list(TaxDefinition, 'Which taxes need not be paid in full'),
    validFor: part(TimePeriod, 'When the party is let off the tax'),
  },
)

export const TaxItem = type('TaxItem', 'A tax charged at one rate', {
  id: text('Identifier within the list'),
  href: uri('Where it can be read'),
  taxCategory: text('Which kind of tax it is'),
  taxRate: number('Rate at which the tax is charged'),
  taxAmount: part(Money, 'How much tax is due'),
})

export const TimeSlot = entity('TimeSlot', 'A stretch of time that can be booked', {
  relatedParty: part(RelatedParty, 'Who is free during this time'),
  validFor: part(TimePeriod, 'When the slot begins and ends').mandatory,
})
