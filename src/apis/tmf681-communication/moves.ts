/** How a message moves: noted down, sent, and arrived or not. */
import type { Moves } from '../../declare/index.ts'

export const messageStates = ['initial', 'inProgress', 'completed', 'cancelled', 'failed'] as const

export const messageMoves: Moves<(typeof messageStates)[number]> = {
  initial: { inProgress: 'client', cancelled: 'client', failed: 'engine' },
  inProgress: { completed: 'engine', failed: 'engine', cancelled: 'client' },
  // What could not be sent may be tried once more.
  failed: { inProgress: 'client', cancelled: 'client' },
  completed: {},
  cancelled: {},
}
