/** How jobs that gather figures move between their states. */
import type { Moves } from '../../declare/index.ts'

export const collectionStates = [
  'acknowledged',
  'rejected',
  'pending',
  'inProgress',
  'cancelled',
  'completed',
  'failed',
] as const

/** A job is accepted or rejected, waits while it is locked, runs, and ends; a client may cancel it before. */
export const collectionMoves: Moves<(typeof collectionStates)[number]> = {
  acknowledged: { rejected: 'engine', pending: 'engine', inProgress: 'engine', cancelled: 'client' },
  pending: { inProgress: 'engine', cancelled: 'client' },
  inProgress: { pending: 'engine', completed: 'engine', failed: 'engine', cancelled: 'client' },
  rejected: {},
  cancelled: {},
  completed: {},
  failed: {},
}
