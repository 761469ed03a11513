/** TMF910 Self Care 1.0. */
import {
  dateTime,
  entity,
  list,
  number,
  oneOf,
  part,
  reference,
  resource,
  text,
  type,
} from '../../declare/index.ts'
import { Money, TimePeriod } from '../shared/common.ts'
import { pointerTo, RelatedPartyRef } from './parts.ts'

const TMF678_Attachment = entity('TMF678_Attachment', 'A file that goes with a bill', {
  name: text('What the file is called'),
  description: text('What a reader will find in the file'),
  mimeType: text('Media format of the file'),
  sizeUnit: text('The unit its size is given in'),
  size: number('How large the file is'),
  url: text('Web address of the file'),
})

const TMF678_AppliedPayment = type('TMF678_AppliedPayment', 'The part of a payment that settles a bill', {
  appliedAmount: part(Money, 'How much of the payment goes to the bill'),
  payment: part(
    reference('TMF678_PaymentRef', 'A pointer to a payment', {
      paymentDate: dateTime('When it was paid'),
      amount: part(Money, 'How much was paid'),
    })
      .without('name')
      .notNeeding('id')
      .naming('Payment'),
    'The payment that the money comes from',
  ),
})

const TMF678_TaxItem = type('TMF678_TaxItem', 'A tax charged at one rate', {
  taxCategory: text('Which kind of tax it is'),
  taxRate: number('Rate at which the tax is charged'),
  taxAmount: part(Money, 'How much tax is due'),
})

export const CustomerBill = resource('CustomerBill', {
  meaning: 'A bill telling a customer what to pay',
  path: 'customerBill',
  kind: 'SelfCareCustomerBill',
  verbs: ['list', 'read'],
  shows: { of: 'CustomerBill', parts: { billDocument: { amounts: { size: 'sizeUnit' } } } },

  fields: {
    billNo: text('Number printed on the bill for the customer'),
    runType: text('Whether a regular run or a special occasion produced it'),
    category: text('What sort of bill it is, such as final or duplicate'),
    state: oneOf(
      ['new', 'onHold', 'validated', 'sent', 'partiallyPaid', 'settled'],
      'How far the bill has come',
    ),
    lastUpdate: dateTime('When the bill was last edited'),
    billDate: dateTime('The day the bill was made out'),
    nextBillDate: dateTime('Roughly when the following bill will come'),
    billingPeriod: part(TimePeriod, 'The time whose charges are on the bill'),
    amountDue: part(Money, 'How much the customer has to pay'),
    paymentDueDate: dateTime('The last day to pay without being late'),
    remainingAmount: part(Money, 'How much is still to be paid'),
    taxExcludedAmount: part(Money, 'What it comes to before tax'),
    taxIncludedAmount: part(Money, 'What it comes to with tax'),
    billDocument: list(TMF678_Attachment, 'The bill as files one can look at'),
    appliedPayment: list(TMF678_AppliedPayment, 'Payments that were counted towards the bill'),
    billingAccount: part(
      pointerTo(
        'TMF678_BillingAccountRef',
        'BillingAccount',
        'A pointer to the account that gets the bill',
        {},
      ),
      'The account that the bill is for',
    ),
    taxItem: list(TMF678_TaxItem, 'The taxes contained in it, one by one'),
    paymentMethod: part(
      pointerTo('TMF678_PaymentMethodRef', 'PaymentMethod', 'A pointer to a way of paying', {}),
      'How the customer pays the bill',
    ),
    relatedParty: list(RelatedPartyRef, 'People and organizations who have to do with it'),
    financialAccount: part(
      pointerTo('TMF678_FinancialAccountRef', 'FinancialAccount', 'A pointer to a ledger account', {}),
      'The account where the money owed is kept track of',
    ),
  },

  findBy: ['state', 'billDate', 'billingAccount.id', 'relatedParty.id'],
})
