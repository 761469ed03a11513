/**
 * What a plan is carried out for: an order, or what clients ask of the network without one. They differ in who has a
 * say on the way, in which order the steps come, and in who is told when one of them goes no further.
 */
import type { Reason } from './gates.ts'
import type { Plan, Step } from './plan.ts'
import type { Desk } from './task.ts'

export interface Undertaking {
  /** Called once, when the plan is taken up for the first time. */
  readonly begin: (desk: Desk) => void
  /** Whether there is still something to carry the plan out for. */
  readonly isWanted: (desk: Desk) => boolean
  /** Whether steps may begin: judges what has come in meanwhile. */
  readonly mayGoOn: (desk: Desk) => boolean
  /** The steps that may begin now. */
  readonly ready: (plan: Plan, now: string) => readonly Step[]
  /** When the plan must be looked at next; undefined when it waits for something outside. */
  readonly nextMoment: (plan: Plan, now: string) => string | undefined
  /** Whether no further step is to begin, whatever steps are left. */
  readonly isOver: (desk: Desk) => boolean
  /** A step cannot go on by itself. */
  readonly stop: (desk: Desk, step: Step, message: string) => void
  /** What was asked for cannot be, and nothing of it has been done. */
  readonly reject: (desk: Desk, step: Step, reasons: readonly Reason[]) => void
  /** Called at the end of each wave: whoever follows the plan is told, and what is over is cleared away. */
  readonly settle: (desk: Desk) => void
  /** Faults of ours keep the plan from going on, time and again. Says whether what is left of it may go on now. */
  readonly breakDown: (desk: Desk, message: string) => boolean
}
