/** What is forgotten, and when: one list for the whole platform. Monitors go by plans of their own. */
import { forgetAnswers } from '../store/answers.ts'
import { forgetContents } from '../store/contents.ts'
import { forgetDeadLetters } from '../store/deliveries.ts'
import { forgetEvents } from '../store/event-retention.ts'
import type { Context } from './context.ts'
import { forgetTasks } from './finished-tasks.ts'
import { type Forgettable, inBatches } from './forgetting.ts'

/** How long things are kept, in milliseconds, where a deployment may say so. */
export interface Retention {
  readonly idempotencyTtl: number
  readonly taskTtl: number
  readonly eventTtl: number
}

const hour = 3_600_000
const day = 24 * hour

/** The rows that are forgotten. Dead letters go before events, which they hold. */
export function forgettables(
  context: Context,
  { idempotencyTtl, taskTtl, eventTtl }: Retention,
): readonly Forgettable[] {
  const { database, model } = context
  const orders = model.pages.filter(({ facts }) => facts.isOrder)
  return [
    {
      what: 'answers',
      keptFor: idempotencyTtl,
      forget: inBatches((before, limit) => forgetAnswers(database, before, limit)),
    },
    {
      // A file says itself how long it may be read; who has begun to read it then shall come to its end.
      what: 'files',
      keptFor: hour,
      forget: inBatches((before, limit) => forgetContents(database, before, limit), 20),
    },
    {
      what: 'dead letters',
      keptFor: 14 * day,
      forget: inBatches((before, limit) => forgetDeadLetters(database, before, limit)),
    },
    { what: 'tasks', keptFor: taskTtl, forget: (before) => forgetTasks(context, before) },
    { what: 'events', keptFor: eventTtl, forget: (before) => forgetEvents(database, orders, before) },
  ]
}
