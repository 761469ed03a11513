/** TMF676 Payment 4.0.0. */
import { dateTime, list, part, resource, text } from '../../declare/index.ts'
import { AccountRef } from '../shared/account.ts'
import { ChannelRef, Money } from '../shared/common.ts'
import { RelatedParty } from '../shared/party.ts'
import { PaymentItem, PaymentMethodRefOrValue } from './parts.ts'

export const Payment = resource('Payment', {
  meaning: 'Money that someone has paid, and how they paid it',
  path: 'payment',
  verbs: ['list', 'read', 'create'],

  fields: {
    authorizationCode: text('Approval code from the payment gateway, for matching up records'),
    correlatorId: text('The client’s own id for the payment, to match it later'),
    description: text('What the payment is for, in words'),
    name: text('What the payment is called on screen'),
    paymentDate: dateTime('When the money was paid').serverOwned.stampedOn('create'),
    status: text('How far along the payment is').serverOwned,
    statusDate: dateTime('When its status was noted').serverOwned,
    account: part(AccountRef, 'The account the money is paid to').mandatory,
    amount: part(Money, 'What is paid before tax'),
    channel: part(ChannelRef, 'The sales channel through which it was paid'),
    payer: part(RelatedParty, 'Who pays the money'),
    paymentItem: list(PaymentItem, 'The separate things that are paid for'),
    paymentMethod: part(PaymentMethodRefOrValue, 'The means used to pay').mandatory,
    taxAmount: part(Money, 'How much tax was added'),
    totalAmount: part(Money, 'What is paid with tax included').mandatory,
  },

  lifecycle: {
    of: 'status',
    starts: 'completed',
    moves: {
      completed: { partiallyRefunded: 'engine', refunded: 'engine' },
      partiallyRefunded: { refunded: 'engine' },
      refunded: {},
    },
    movedAt: 'statusDate',
  },
  findBy: ['status', 'correlatorId', 'account.id', 'paymentItem.item.id', 'payer.id'],
  announces: ['created', 'changed', 'stateChanged', 'deleted'],
})
