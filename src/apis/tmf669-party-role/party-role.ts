/** TMF669 Party Role 4.0. */
import { list, part, resource, text } from '../../declare/index.ts'
import { AgreementRef, PaymentMethodRef } from '../shared/account.ts'
import { PlainCharacteristic } from '../shared/characteristic.ts'
import { CreditProfile, TimePeriod } from '../shared/common.ts'
import { RelatedParty } from '../shared/party.ts'
import { AccountRef, ContactMedium } from './parts.ts'

export const PartyRole = resource('PartyRole', {
  meaning: 'What a person or organization acts as, such as supplier',
  path: 'partyRole',

  fields: {
    name: text('What this role is known as').mandatory,
    status: text('Where the role is in its life'),
    statusReason: text('Why the role has come to its current status'),
    account: list(AccountRef, 'Accounts held in this role'),
    agreement: list(AgreementRef, 'Agreements entered into in this role'),
    characteristic: list(PlainCharacteristic, 'Further features of the role'),
    contactMedium: list(ContactMedium, 'Ways to get in touch with whoever has the role'),
    creditProfile: list(CreditProfile, 'How creditworthy they are in this role'),
    engagedParty: part(RelatedParty, 'The person or organization acting in the role'),
    paymentMethod: list(PaymentMethodRef, 'Ways they can pay in this role'),
    relatedParty: list(RelatedParty, 'Others who have to do with the role'),
    validFor: part(TimePeriod, 'From when until when the role is held'),
  },

  findBy: ['name', 'status', 'engagedParty.id', 'relatedParty.id'],
  keptWhileUsedIn: 'anyDomain',
  announces: ['created', 'changed', 'stateChanged', 'deleted'],
})
