/** TMF654 Prepay Balance Management 4.0.0. */
import { part, resource } from '../../declare/index.ts'
import { PartyAccountRef } from '../shared/party.ts'
import { adjustFields } from './adjust-balance.ts'
import { actionFields, actionMoves } from './parts.ts'
import { topupFields } from './topup-balance.ts'
import { transferFields } from './transfer-balance.ts'

export const BalanceActionHistory = resource('BalanceActionHistory', {
  meaning: 'What was done to a bucket: topped up, adjusted or transferred',
  path: 'balanceActionHistory',
  verbs: ['list', 'read'],

  fields: {
    ...actionFields,
    ...topupFields,
    ...adjustFields,
    ...transferFields,
    partyAccount: part(PartyAccountRef, 'The account that the bucket belongs to'),
    status: actionFields.status.mandatory,
  },

  lifecycle: { of: 'status', starts: 'created', moves: actionMoves },
  findBy: ['status', 'bucket.id', 'receiverBucket.id', 'partyAccount.id', 'requestedDate'],
})
