/** Parts that only TMF737 has: what each party is due, and what for. */
import { dateTime, itemId, list, part, reference, text, type, uri } from '../../declare/index.ts'
import { Money, TimePeriod } from '../shared/common.ts'
import {
  CustomerBillRef,
  PartyAccountRef,
  PartyRevSharingAlgorithmRef,
  PaymentRef,
  ProductOfferingRef,
  ProductRef,
} from '../shared/revenue-sharing.ts'
import { TypedProductOfferingPriceRef } from '../shared/typed.ts'
import { RelatedPartyRefOrPartyRoleRef } from '../shared/typed-party.ts'

export const CdrTransactionRef = reference(
  'CdrTransactionRef',
  'A pointer to the records that revenue is shared for',
  {},
).typed

export const PartyRevSharingModelRef = reference(
  'PartyRevSharingModelRef',
  'A pointer to the rules that revenue is shared by',
  {},
).typed

const CdrTransactionItemRef = type('CdrTransactionItemRef', 'A pointer to an item of a transaction', {
  transactionHref: text('Where the transaction can be read'),
  '@referredType': text('Type of what is referred to'),
  transactionId: text('Which transaction the item is in').mandatory,
  transactionItemId: text('Which item of the transaction is meant').mandatory,
})

const PartyRevSharingModelItemRef = type(
  'PartyRevSharingModelItemRef',
  'A pointer to what a model says of one party',
  {
    revenueSharingModelName: text('What the model is called'),
    revenueSharingModelHref: text('Where the model can be read'),
    '@referredType': text('Type of what is referred to'),
    revenueSharingModelId: text('Which model the item is in').mandatory,
    itemId: text('Which item of the model is meant').mandatory,
  },
)

const PartyRevSharingModelInvolPriceRef = reference(
  'PartyRevSharingModelInvolPriceRef',
  'A pointer to a price that a model shares',
  {
    revenueSharingModelId: text('Which model the price is in').mandatory,
    revenueSharingModelItemId: text('Which item of the model the price is in').mandatory,
    involPriceId: text('Which price of the item is meant').mandatory,
  },
).typed

const due = {
  money: part(Money, 'How much the party is due'),
  status: text('How far it has come, such as Created or Paid'),
  createDate: dateTime('When it was worked out').stampedOn('create'),
  lastUpdate: dateTime('When it last changed'),
}

const PartyRevSharingReportItemDetail = type(
  'PartyRevSharingReportItemDetail',
  'What a party is due for one thing that was sold',
  {
    id: itemId('Identifier within the item'),
    href: uri('Where it can be read'),
    partyRevSharingModelInvolPrice: part(PartyRevSharingModelInvolPriceRef, 'The price that is shared'),
    product: list(ProductRef, 'The products that were sold'),
    productOffering: part(ProductOfferingRef, 'What was sold'),
    productOfferingPrice: part(TypedProductOfferingPriceRef, 'What it was sold for'),
    partyRevSharingAlgorithm: list(PartyRevSharingAlgorithmRef, 'The ways the share was worked out'),
    ...due,
  },
).typed

export const PartyRevSharingReportItem = type('PartyRevSharingReportItem', 'What one party is due', {
  id: itemId('Identifier within the report'),
  href: uri('Where it can be read'),
  partyRevSharingModelItem: part(PartyRevSharingModelItemRef, 'What the model says of the party'),
  relatedParty: part(RelatedPartyRefOrPartyRoleRef, 'The party that is due it'),
  partyAccount: part(PartyAccountRef, 'The account it goes to'),
  cdrTransactionItem: part(CdrTransactionItemRef, 'The records it is due for'),
  billPeriod: part(TimePeriod, 'The time it is due for'),
  // The capital I is TMF737's own.
  sharingReportItemIDetail: list(PartyRevSharingReportItemDetail, 'What it is due for, thing by thing'),
  bill: part(CustomerBillRef, 'The bill it is on'),
  payment: part(PaymentRef, 'The payment that settles it'),
  ...due,
}).typed
