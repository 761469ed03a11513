/** Parts that the APIs of revenue sharing (TMF735 to 738) have in common, each value with its `@type`. */
import { part, reference, text } from '../../declare/index.ts'
import { AgreementRef as PlainAgreementRef, PaymentRef as PlainPaymentRef } from './account.ts'
import { PartyAccountRef as PlainPartyAccountRef } from './party.ts'
import { ProductOfferingRef as PlainProductOfferingRef, ProductRef as PlainProductRef } from './product.ts'
import { PartyRefOrPartyRoleRef, RelatedPartyRefOrPartyRoleRef } from './typed-party.ts'

export const AgreementRef = PlainAgreementRef.typed

export const PartyAccountRef = PlainPartyAccountRef.typed

export const PaymentRef = PlainPaymentRef.typed

export const ProductRef = PlainProductRef.typed

export const ProductOfferingRef = PlainProductOfferingRef.with({
  version: text('Which edition of the offering is meant'),
}).typed

export const CustomerBillRef = reference('CustomerBillRef', 'A pointer to a bill', {}).typed

export const PartyRevSharingAlgorithmRef = reference(
  'PartyRevSharingAlgorithmRef',
  'A pointer to the way a share is worked out',
  {},
).typed

/** Someone involved who must be named, and not only the capacity. */
export const NamedParty = RelatedPartyRefOrPartyRoleRef.with({
  partyOrPartyRole: part(PartyRefOrPartyRoleRef, 'Who it is').mandatory,
})
