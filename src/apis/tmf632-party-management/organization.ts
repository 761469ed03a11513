/** TMF632 Party Management 4.0.0. */

import { list, oneOf, part, resource, text, yesNo } from '../../declare/index.ts'
import { PlainCharacteristic } from '../shared/characteristic.ts'
import { ExternalReference, TimePeriod } from '../shared/common.ts'
import { ContactMedium, PartyCreditProfile, RelatedParty, TaxExemptionCertificate } from '../shared/party.ts'
import {
  OrganizationChildRelationship,
  OrganizationIdentification,
  OrganizationParentRelationship,
  OtherNameOrganization,
} from './parts.ts'

export const Organization = resource('Organization', {
  meaning: 'A company, department or other group of people',
  path: 'organization',

  fields: {
    isHeadOffice: yesNo('Whether this is the main office'),
    isLegalEntity: yesNo('Whether it is officially registered in its own right'),
    name: text('What the organisation is called'),
    nameType: text('Ending of the name, such as Ltd or Inc'),
    organizationType: text('Which sort of body, such as company or department'),
    tradingName: text('The name it does business under').mandatory,
    contactMedium: list(ContactMedium, 'Ways to reach the organisation'),
    creditRating: list(PartyCreditProfile, 'What credit agencies say about the organisation'),
    existsDuring: part(TimePeriod, 'When the organisation began and ended'),
    externalReference: list(ExternalReference, 'What other systems call this organisation'),
    organizationChildRelationship: list(OrganizationChildRelationship, 'The organisations directly below it'),
    organizationIdentification: list(OrganizationIdentification, 'Papers that prove who the organisation is'),
    organizationParentRelationship: part(
      OrganizationParentRelationship,
      'The organisation directly above it',
    ),
    otherName: list(OtherNameOrganization, 'Former and other names it has used'),
    partyCharacteristic: list(PlainCharacteristic, 'Further facts about the organisation'),
    relatedParty: list(RelatedParty, 'Who is linked to it, and how'),
    status: oneOf(['initialized', 'validated', 'closed'], 'How the record stands: new, checked or closed'),
    taxExemptionCertificate: list(TaxExemptionCertificate, 'Proof of taxes it need not pay'),
  },

  lifecycle: {
    of: 'status',
    starts: 'initialized',
    moves: {
      initialized: { validated: 'client', closed: 'client' },
      validated: { closed: 'client' },
      closed: {},
    },
  },
  findBy: ['tradingName', 'name', 'status', 'externalReference.name'],
  keptWhileUsedIn: 'anyDomain',
  announces: ['created', 'changed', 'stateChanged', 'deleted'],
})
