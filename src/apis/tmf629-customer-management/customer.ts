/** TMF629 Customer Management 4.0. */

import { list, part, resource, text } from '../../declare/index.ts'
import { AgreementRef, PaymentMethodRef } from '../shared/account.ts'
import { PlainCharacteristic } from '../shared/characteristic.ts'
import { CreditProfile, TimePeriod } from '../shared/common.ts'
import { RelatedParty } from '../shared/party.ts'
import { AccountRef, ContactMedium } from './parts.ts'

export const Customer = resource('Customer', {
  meaning: 'A person or company that buys from us',
  path: 'customer',
  showsType: true,

  fields: {
    name: text('What the customer is called').mandatory,
    status: text('Where the customer is in their dealings with us'),
    statusReason: text('Why the customer has this status'),
    account: list(AccountRef, 'The accounts the customer holds'),
    agreement: list(AgreementRef, 'The contracts made with the customer'),
    characteristic: list(PlainCharacteristic, 'Further facts about the customer'),
    contactMedium: list(ContactMedium, 'Ways to reach the customer'),
    creditProfile: list(CreditProfile, 'What credit checks say about the customer'),
    engagedParty: part(RelatedParty, 'The actual person or company behind the customer').mandatory,
    paymentMethod: list(PaymentMethodRef, 'Ways the customer can pay'),
    relatedParty: list(RelatedParty, 'Who is involved, and in which role'),
    validFor: part(TimePeriod, 'When they count as a customer'),
  },

  findBy: ['name', 'engagedParty.id', 'relatedParty.id'],
  keptWhileUsedIn: 'anyDomain',
  announces: ['created', 'changed', 'stateChanged', 'deleted'],
})
