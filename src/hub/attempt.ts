/** One attempt to deliver an event, and what becomes of it. */
import { randomBytes } from 'node:crypto'
import type { Model } from '../derive/model.ts'
import { traceFor } from '../derive/trace.ts'
import type { Claimed, Settled } from '../store/deliveries.ts'
import type { LoggedRecord } from '../store/event-log.ts'
import { targetOf } from './callback.ts'
import { type Clock, isoOf } from './clock.ts'
import { faultOf, type PostAnswer, type Poster } from './post.ts'
import { nextTry, readRetryAfter } from './schedule.ts'
import { signatureOf } from './signature.ts'
import { bodyOf, type Subscriber, secretsOf } from './subscriber.ts'

export interface AttemptMeans {
  readonly model: Model
  readonly poster: Poster
  readonly clock: Clock
  readonly chance: () => number
  /** Milliseconds. */
  readonly timeout: number
}

/** A delivery after an attempt; `isGone` when the receiver wants no more. */
export interface Outcome extends Settled {
  readonly tenant: string
  readonly isGone: boolean
}

/** Sends a delivery. Never throws: a failure is an outcome. */
export async function attempt(
  means: AttemptMeans,
  subscriber: Subscriber,
  claimed: Claimed,
): Promise<Outcome> {
  if (claimed.event === undefined) return parked(claimed, 'the log no longer keeps the event')
  try {
    const answer = await send(means, subscriber, claimed, claimed.event)
    if (answer.status >= 200 && answer.status < 300) {
      return outcome(claimed, 'delivered')
    }
    return failed(means, claimed, `answered with status ${answer.status}`, answer)
  } catch (error) {
    return failed(means, claimed, faultOf(error))
  }
}

async function send(
  { model, poster, clock, timeout }: AttemptMeans,
  subscriber: Subscriber,
  claimed: Claimed,
  event: LoggedRecord,
): Promise<PostAnswer> {
  const { row, query } = subscriber
  const body = bodyOf(subscriber, model, event)
  const message = { id: event.id, timestamp: Math.floor(clock.now() / 1000), body }
  const headers = {
    'Content-Type': 'application/json',
    'Content-Length': String(Buffer.byteLength(body)),
    'User-Agent': 'Goldthread',
    'webhook-id': printable(message.id),
    'webhook-timestamp': String(message.timestamp),
    'webhook-signature': signatureOf(message, secretsOf(subscriber, clock.now())),
    'X-Subscription-Id': row.id,
    'X-Delivery-Attempt': String(claimed.attempts),
    'X-Correlation-ID': printable(event.correlationId),
    traceparent: traceFor(randomBytes(8).toString('hex'), { ...event, thread: event.correlationId }),
  }
  return poster.post({ url: targetOf(row.callback, query.style, event.type), headers, body, timeout })
}

/** A header takes ASCII only; ids that others have chosen may hold more. */
function printable(id: string): string {
  return id.replace(/[^\x20-\x7e]/gu, encodeURIComponent)
}

/** Gives a delivery back unattempted. */
export function returned(claimed: Claimed, now: number): Outcome {
  return outcome(claimed, 'returned', { due: isoOf(now) })
}

function parked(claimed: Claimed, error: string): Outcome {
  return outcome(claimed, 'parked', { error })
}

function failed(
  { clock, chance }: AttemptMeans,
  claimed: Claimed,
  error: string,
  answer?: PostAnswer,
): Outcome {
  const now = clock.now()
  const mayAskForTime = answer?.status === 429 || answer?.status === 503
  const retryAfter = mayAskForTime ? readRetryAfter(answer.retryAfter, now) : undefined
  const { attempts } = claimed
  const due = nextTry({ attempts, firstTry: claimed.firstTry.getTime(), now, retryAfter }, chance)
  if (due === undefined) return parked(claimed, error)
  return outcome(claimed, 'retried', { due: isoOf(due), error, isGone: answer?.status === 410 })
}

function outcome(
  { tenant, subscription, kind, entity_id, seq, attempts }: Claimed,
  fate: Outcome['fate'],
  { due = null, error = null, isGone = false }: Partial<Outcome> = {},
): Outcome {
  return { tenant, subscription, kind, entity_id, seq, attempts, fate, due, error, isGone }
}
