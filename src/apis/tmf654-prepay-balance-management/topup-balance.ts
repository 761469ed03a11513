/** TMF654 Prepay Balance Management 4.0.0. */
import { integer, oneOf, part, resource, text, yesNo } from '../../declare/index.ts'
import { PaymentMethodRef } from '../shared/account.ts'
import { PartyAccountRef } from '../shared/party.ts'
import { actionMoves, RelatedTopupBalance, taskFields } from './parts.ts'

/** What only a top-up says, in its request and in the history. */
export const topupFields = {
  isAutoTopup: yesNo('Whether it is repeated automatically'),
  numberOfPeriods: integer('How often to repeat it; without limit if absent'),
  voucher: text('Voucher that the top-up is made with'),
  balanceTopup: part(RelatedTopupBalance, 'Other top-ups this one is connected with'),
  paymentMethod: part(PaymentMethodRef, 'How the top-up is paid for'),
  recurringPeriod: oneOf(
    ['weekly', 'fortnightly', 'monthly'],
    'How far apart automatic top-ups are, like monthly',
  ),
}

export const TopupBalance = resource('TopupBalance', {
  meaning: 'A request to add credit to a prepaid balance',
  path: 'topupBalance',

  fields: {
    ...taskFields,
    ...topupFields,
    amount: taskFields.amount.mandatory,
    partyAccount: part(PartyAccountRef, 'Account that the balance belongs to').mandatory,
  },

  lifecycle: { of: 'status', starts: 'created', moves: actionMoves },
  findBy: ['status', 'bucket.id', 'partyAccount.id', 'balanceTopup.id'],
  announces: ['created', 'TopupBalanceCancelEvent', 'TopupBalanceFailureEvent'],
  example: {
    usageType: 'monetary',
    amount: { amount: 20, units: 'EUR' },
    bucket: { id: 'bucket-1' },
    partyAccount: { id: 'account-1' },
  },
})
