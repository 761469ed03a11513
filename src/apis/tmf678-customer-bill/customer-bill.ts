/** TMF678 Customer Bill 4.0.0. */
import { dateTime, list, oneOf, part, resource, text } from '../../declare/index.ts'
import { BillingAccountRef, PaymentMethodRef } from '../shared/account.ts'
import { AttachmentRefOrValue, Money, TimePeriod } from '../shared/common.ts'
import { RelatedPartyRef, TaxItem } from '../shared/party.ts'
import { AppliedPayment, FinancialAccountRef } from './parts.ts'

export const CustomerBill = resource('CustomerBill', {
  meaning: 'A bill telling a customer what to pay',
  path: 'customerBill',
  verbs: ['list', 'read', 'patch'],

  fields: {
    billDate: dateTime('The day the bill was made out').serverOwned,
    billNo: text('Number printed on the bill for the customer').serverOwned,
    category: text('What sort of bill it is, such as final or duplicate').serverOwned,
    lastUpdate: dateTime('When the bill was last edited').serverOwned.stampedOn('change'),
    nextBillDate: dateTime('Roughly when the following bill will come').serverOwned,
    paymentDueDate: dateTime('The last day to pay without being late').serverOwned,
    runType: text('Whether a regular run or a special occasion produced it').serverOwned,
    amountDue: part(Money, 'How much the customer has to pay').serverOwned,
    appliedPayment: list(AppliedPayment, 'Payments that were counted towards the bill').serverOwned,
    billDocument: list(AttachmentRefOrValue, 'The bill as files one can look at').serverOwned.orElse([]),
    billingAccount: part(BillingAccountRef, 'The account that the bill is for').serverOwned,
    billingPeriod: part(TimePeriod, 'The time whose charges are on the bill').serverOwned,
    financialAccount: part(FinancialAccountRef, 'The account where the money owed is kept track of')
      .serverOwned,
    paymentMethod: part(PaymentMethodRef, 'How the customer pays the bill').serverOwned,
    relatedParty: list(RelatedPartyRef, 'People and organizations who have to do with it').serverOwned,
    remainingAmount: part(Money, 'How much is still to be paid').serverOwned,
    state: oneOf(
      ['new', 'onHold', 'validated', 'sent', 'partiallyPaid', 'settled'],
      'How far the bill has come',
    ),
    taxExcludedAmount: part(Money, 'What it comes to before tax').serverOwned,
    taxIncludedAmount: part(Money, 'What it comes to with tax').serverOwned,
    taxItem: list(TaxItem, 'The taxes contained in it, one by one').serverOwned,
  },

  lifecycle: {
    of: 'state',
    starts: 'new',
    moves: {
      new: { onHold: 'client', validated: 'client' },
      onHold: { new: 'client', validated: 'client' },
      validated: { onHold: 'client', sent: 'client' },
      sent: { partiallyPaid: 'client', settled: 'client' },
      partiallyPaid: { settled: 'client' },
      settled: {},
    },
  },
  findBy: ['state', 'billNo', 'billingAccount.id', 'relatedParty.id', 'billDate'],
  announces: ['created', 'stateChanged'],
})
