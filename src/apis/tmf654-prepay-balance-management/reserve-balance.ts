/** TMF654 Prepay Balance Management 4.0.0. */
import { part, resource } from '../../declare/index.ts'
import { PartyAccountRef } from '../shared/party.ts'
import { taskFields } from './parts.ts'

export const ReserveBalance = resource('ReserveBalance', {
  meaning: 'A request to set aside part of a prepaid balance',
  path: 'reserveBalance',

  fields: {
    ...taskFields,
    partyAccount: part(PartyAccountRef, 'The account that the bucket belongs to').mandatory,
  },

  // While it is created the amount is set aside; completing it spends the amount, cancelling gives it back.
  lifecycle: {
    of: 'status',
    starts: 'created',
    moves: {
      created: { completed: 'client', cancelled: 'client', failed: 'engine' },
      completed: {},
      cancelled: {},
      failed: {},
    },
  },
  findBy: ['status', 'bucket.id', 'partyAccount.id'],
  announces: ['created', 'ReserveBalanceCancelEvent', 'ReserveBalanceFailureEvent'],
  example: {
    usageType: 'monetary',
    amount: { amount: 5, units: 'EUR' },
    bucket: { id: 'bucket-1' },
    partyAccount: { id: 'account-1' },
  },
})
