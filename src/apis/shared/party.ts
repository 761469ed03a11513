/** Parts of the party domain: who is involved, and how to reach them. */
import { entity, integer, list, part, reference, text, type, yesNo } from '../../declare/index.ts'
import { AttachmentRefOrValue, TimePeriod } from './common.ts'

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

export const TimeSlot = entity('TimeSlot', 'A stretch of time that can be booked', {
  relatedParty: part(RelatedParty, 'Who is free during this time'),
  validFor: part(TimePeriod, 'When the slot begins and ends').mandatory,
})
