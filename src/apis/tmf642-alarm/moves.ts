/** How alarms move between the states TM Forum names; the file leaves room for others. */
import type { Moves } from '../../declare/index.ts'

export const alarmMoves: Moves<'raised' | 'updated' | 'cleared'> = {
  raised: { updated: 'client', cleared: 'client' },
  updated: { raised: 'client', cleared: 'client' },
  // What went away may come back.
  cleared: { raised: 'client', updated: 'client' },
}
