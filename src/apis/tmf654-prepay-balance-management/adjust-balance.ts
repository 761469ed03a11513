/** TMF654 Prepay Balance Management 4.0.0. */
import { oneOf, part, resource } from '../../declare/index.ts'
import { PartyAccountRef } from '../shared/party.ts'
import { actionMoves, taskFields } from './parts.ts'

/** What only an adjustment says, in its request and in the history. */
export const adjustFields = {
  adjustType: oneOf(['recurring', 'oneTime'], 'Whether the adjustment recurs or happens once'),
}

export const AdjustBalance = resource('AdjustBalance', {
  meaning: 'A request to correct what a prepaid bucket holds',
  path: 'adjustBalance',

  fields: {
    ...taskFields,
    ...adjustFields,
    amount: taskFields.amount.mandatory,
    partyAccount: part(PartyAccountRef, 'The account that the adjusted bucket belongs to').afterwards,
  },

  lifecycle: { of: 'status', starts: 'created', moves: actionMoves },
  findBy: ['status', 'bucket.id', 'partyAccount.id'],
  announces: ['created', 'AdjustBalanceCancelEvent', 'AdjustBalanceFailureEvent'],
  example: { usageType: 'monetary', amount: { amount: -1.5, units: 'EUR' }, bucket: { id: 'bucket-1' } },
})
