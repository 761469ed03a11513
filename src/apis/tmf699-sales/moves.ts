/** How a sales lead moves: noticed, followed up, and accepted as a deal or given up. */
import type { Moves } from '../../declare/index.ts'

export const leadStates = [
  'accepted',
  'acknowledged',
  'cancelled',
  'inProgress',
  'pending',
  'rejected',
] as const

const ended = { rejected: 'client', cancelled: 'client' } as const

export const leadMoves: Moves<(typeof leadStates)[number]> = {
  acknowledged: { inProgress: 'client', pending: 'client', accepted: 'client', ...ended },
  inProgress: { pending: 'client', accepted: 'client', ...ended },
  pending: { inProgress: 'client', ...ended },
  accepted: {},
  rejected: {},
  cancelled: {},
}
