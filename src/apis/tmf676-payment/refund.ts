/** TMF676 Payment 4.0.0. */
import { dateTime, part, resource, text } from '../../declare/index.ts'
import { AccountRef, PaymentRef } from '../shared/account.ts'
import { ChannelRef, Money } from '../shared/common.ts'
import { RelatedParty } from '../shared/party.ts'
import { PaymentMethodRefOrValue } from './parts.ts'

export const Refund = resource('Refund', {
  meaning: 'Money given back for an earlier payment',
  path: 'refund',
  verbs: ['list', 'read', 'create'],

  fields: {
    authorizationCode: text('Code from the payment gateway, for matching the books'),
    correlatorId: text('The client’s own id for recognizing it'),
    description: text('What the money is given back for, in words'),
    name: text('What it is called on screen'),
    refundDate: dateTime('When the money was given back').stampedOn('create'),
    status: text('How far giving the money back has come').serverOwned.orElse('completed'),
    statusDate: dateTime('When it came to its present status').serverOwned.stampedOn('create'),
    account: part(AccountRef, 'The account that the money belongs to').mandatory,
    amount: part(Money, 'How much is given back before tax'),
    channel: part(ChannelRef, 'Through which channel the money was asked back'),
    payment: part(PaymentRef, 'The payment that is being reversed'),
    paymentMethod: part(PaymentMethodRefOrValue, 'How the money is given back').mandatory,
    requestor: part(RelatedParty, 'Who asked for the money back'),
    taxAmount: part(Money, 'How much tax is included'),
    totalAmount: part(Money, 'How much is given back with tax').mandatory,
  },

  findBy: ['status', 'correlatorId', 'account.id', 'payment.id', 'totalAmount.unit'],
  announces: ['created', 'changed', 'stateChanged', 'deleted'],
})
