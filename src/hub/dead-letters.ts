/**
 * What operators see and do when events do not arrive: the deliveries that were given up, all subscriptions, and how both
 * go on (wire contract, section 21.4, 7).
 */
import { refuse } from '../declare/index.ts'
import type { Caller } from '../resources/caller.ts'
import type { Context } from '../resources/context.ts'
import { inWork } from '../resources/work.ts'
import {
  type DeadLetterFilter,
  type DeadLetterRow,
  readDeadLetters,
  resendDeadLetters,
  resumeSubscription,
} from '../store/dead-letters.ts'
import { type OverviewRow, readOverview } from '../store/subscription-overview.ts'
import { subscriptionTopic } from './subscriber.ts'

/** How many dead letters one request sends again. */
export const maxResent = 10_000

const one = { offset: 0, limit: 1 }

/** One dead letter by its id. Throws `resourceNotFound`. */
export async function readDeadLetter(
  context: Context,
  id: string,
  { tenant }: Caller,
): Promise<DeadLetterRow> {
  const { rows } = await readDeadLetters(context.database, tenant, keyOf(id), one)
  const [found] = rows
  if (found === undefined) throw refuse('resourceNotFound', `deadLetter '${id.slice(0, 300)}' does not exist`)
  return found
}

/** Sends one dead letter again. Throws `resourceNotFound`, and `businessRuleViolated` when its subscription is suspended. */
export async function resendOne(context: Context, id: string, caller: Caller): Promise<void> {
  await readDeadLetter(context, id, caller)
  if ((await resendMany(context, keyOf(id), caller)) === 0) {
    throw refuse(
      'businessRuleViolated',
      `The subscription of deadLetter '${id}' is suspended: resume it, which sends its dead letters too`,
    )
  }
}

/** Sends dead letters of active subscriptions again, the first `maxResent`. Gives how many. */
export function resendMany(context: Context, filter: DeadLetterFilter, { tenant }: Caller): Promise<number> {
  return inWork(context, tenant, ({ tx }) => {
    tx.wake(subscriptionTopic)
    return resendDeadLetters(tx, filter, maxResent)
  })
}

/** A subscription of any client. Throws `resourceNotFound`. */
export async function readAnySubscription(
  { database }: Context,
  id: string,
  { tenant }: Caller,
): Promise<OverviewRow> {
  const { rows } = id.includes('\u0000') ? { rows: [] } : await readOverview(database, tenant, { id }, one)
  const [found] = rows
  if (found === undefined) throw noSubscription(id)
  return found
}

/** Has a suspended subscription of any client go on. Throws `resourceNotFound`. */
export async function resume(context: Context, id: string, caller: Caller): Promise<void> {
  await readAnySubscription(context, id, caller)
  const isThere = await inWork(context, caller.tenant, ({ tx }) => {
    tx.wake(subscriptionTopic)
    return resumeSubscription(tx, id)
  })
  if (!isThere) throw noSubscription(id)
}

function noSubscription(id: string) {
  return refuse('resourceNotFound', `subscription '${id.slice(0, 300)}' does not exist`)
}

/** The id of a dead letter: whose it is, and the number of its event. */
export function idOf({ subscription, seq }: Pick<DeadLetterRow, 'subscription' | 'seq'>): string {
  return `${subscription}.${seq}`
}

function keyOf(id: string): DeadLetterFilter {
  const [, subscription, seq] = /^([\w-]+)\.(\d{1,18})$/.exec(id) ?? []
  if (subscription === undefined)
    throw refuse('resourceNotFound', `deadLetter '${id.slice(0, 300)}' does not exist`)
  return { subscription, seq }
}
