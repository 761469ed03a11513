/** TMF648 Quote 4.0.0. */
import { dateTime, list, oneOf, part, resource, text, yesNo } from '../../declare/index.ts'
import { AgreementRef, BillingAccountRef } from '../shared/account.ts'
import { TimePeriod } from '../shared/common.ts'
import { ContactMedium, RelatedParty } from '../shared/party.ts'
import { ProductOfferingQualificationRef } from '../shared/product.ts'
import { Authorization, Note, QuoteItem, QuotePrice } from './parts.ts'

export const Quote = resource('Quote', {
  meaning: 'A priced proposal made to a customer, open to negotiation',
  path: 'quote',
  clientMayChooseId: true,
  nonEmpty: ['quoteItem'],

  fields: {
    category: text('What line of business it belongs to, such as residential'),
    description: text('What the quote is about, in words'),
    effectiveQuoteCompletionDate: dateTime('When the quote was in fact finished').afterwards,
    expectedFulfillmentStartDate: dateTime('When the customer wants delivery to begin'),
    expectedQuoteCompletionDate: dateTime('When the provider expects to have it ready').afterwards,
    externalId: text('The asker’s own id for the quote'),
    instantSyncQuote: yesNo('Whether prices are wanted at once, in the reply'),
    quoteDate: dateTime('When the quote was drawn up').serverOwned.stampedOn('create'),
    requestedQuoteCompletionDate: dateTime('When the asker would like to have it ready'),
    version: text('Which round of the negotiation this is'),
    agreement: list(AgreementRef, 'Agreements under which the quote is made'),
    authorization: list(Authorization, 'Approvals that the quote needs or has'),
    billingAccount: list(BillingAccountRef, 'Accounts on which the quoted items would be billed'),
    contactMedium: list(ContactMedium, 'Ways to get in touch with whoever asked'),
    note: list(Note, 'What people have said about the quote'),
    productOfferingQualification: list(
      ProductOfferingQualificationRef,
      'Earlier checks of whether the offerings can be had',
    ),
    quoteItem: list(QuoteItem, 'The lines of the quote').mandatory,
    quoteTotalPrice: list(QuotePrice, 'What everything together would cost').afterwards,
    relatedParty: list(RelatedParty, 'Those who have to do with it, such as the seller'),
    state: oneOf(
      ['rejected', 'pending', 'inProgress', 'cancelled', 'approved', 'accepted'],
      'How far along the quote is',
    ).afterwards,
    validFor: part(TimePeriod, 'From when until when the proposal stands').afterwards,
  },

  // A quote that is put off waits for its customer.
  moments: { informationRequired: { enters: 'pending', asks: 'state' } },
  lifecycle: {
    of: 'state',
    starts: 'inProgress',
    moves: {
      inProgress: { pending: 'client', approved: 'client', rejected: 'client', cancelled: 'client' },
      pending: { inProgress: 'client', approved: 'client', rejected: 'client', cancelled: 'client' },
      approved: { accepted: 'client', rejected: 'client', cancelled: 'client', inProgress: 'client' },
      accepted: {},
      rejected: {},
      cancelled: {},
    },
  },
  findBy: ['state', 'externalId', 'relatedParty.id', 'quoteItem.productOffering.id'],
  keptWhileUsedIn: ['Ordering'],
  announces: ['created', 'stateChanged', 'deleted', 'informationRequired', 'changed'],
})
