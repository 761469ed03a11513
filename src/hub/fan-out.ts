/**
 * Turns events into deliveries. The log is read once for all subscriptions that have come equally far; those that are
 * behind catch up by stretches of their own, so they hold nobody up. What a stretch means for a tenant's subscriptions
 * is written, and their cursors moved on, in one transaction.
 */
import type { Context } from '../resources/context.ts'
import { addDeliveries, type NewDelivery, unschedule } from '../store/deliveries.ts'
import type { LogCursor, LoggedRecord } from '../store/event-log.ts'
import { isHeldBack, readUncut } from '../store/event-search.ts'
import {
  lockWithin,
  moveOn,
  moveOnIdle,
  type Reached,
  readCursors,
  type Stretch,
  suspend,
} from '../store/subscriptions.ts'
import { type Transaction, transaction } from '../store/transaction.ts'
import { type Clock, isoOf, systemClock } from './clock.ts'
import { Loop } from './loop.ts'
import { ShownEvent } from './shown-event.ts'
import { type Subscriber, type Subscribers, wants } from './subscriber.ts'

export interface FanOutOptions {
  readonly subscribers: Subscribers
  readonly clock: Clock
  /** Called when there are new deliveries. */
  readonly added: () => void
  readonly failed: (error: Error) => void
  /** Events of one stretch. */
  readonly batch?: number
}

const firstPause = 10
const longestPause = 200

export class FanOut {
  readonly #context: Context
  readonly #options: FanOutOptions
  readonly #loop: Loop
  #pause = firstPause

  constructor(context: Context, options: FanOutOptions) {
    this.#context = context
    this.#options = options
    // What holds events back are other transactions, which live in real time.
    this.#loop = new Loop({ clock: systemClock, turn: () => this.#turn(), failed: options.failed })
  }

  wake(): void {
    this.#loop.wake()
  }

  stop(): Promise<void> {
    return this.#loop.stop()
  }

  async #turn(): Promise<number | undefined> {
    const { database } = this.#context
    const cursors = await readCursors(database)
    if (cursors.length === 0) return undefined
    // Asked before reading: what is held back now and let go before we read wakes nobody, but we shall see it.
    const isHeld = await isHeldBack(database)
    const { found, moved } = await this.#round(cursors)
    if (moved > 0) {
      this.#pause = firstPause
      return 0
    }
    // Nothing wakes us when another node lets go of a subscription, or when a transaction ends that only held back
    // the events of others.
    if (found === 0 && !isHeld) return undefined
    this.#pause = Math.min(this.#pause * 2, longestPause)
    return this.#pause
  }

  /** One stretch for each place in the log that subscriptions have reached. */
  async #round(cursors: readonly Reached[]): Promise<{ found: number; moved: number }> {
    const { database } = this.#context
    let found = 0
    let moved = 0
    let end: LogCursor | undefined
    for (const from of cursors) {
      if (end && isBefore(from, end)) continue
      const events = await readUncut(database, from, this.#options.batch ?? 500)
      const last = events.at(-1)
      if (last === undefined) break
      end = last.cursor
      found += events.length
      const stretch = { from, to: end }
      const within = cursors.filter((cursor) => !isBefore(cursor, from) && isBefore(cursor, stretch.to))
      moved += await this.#spread(stretch, events, new Set(within.flatMap(({ tenants }) => tenants)))
    }
    return { found, moved }
  }

  async #spread(
    stretch: Stretch,
    events: readonly LoggedRecord[],
    tenants: ReadonlySet<string>,
  ): Promise<number> {
    const { database, model } = this.#context
    const byTenant = new Map<string, ShownEvent[]>()
    for (const record of events) {
      if (!tenants.has(record.tenant)) continue
      const own = byTenant.get(record.tenant) ?? []
      own.push(new ShownEvent(model, record))
      byTenant.set(record.tenant, own)
    }
    // Only of those we have looked for: a tenant may have got its first subscription, and events for it, meanwhile.
    const idle = [...tenants].filter((tenant) => !byTenant.has(tenant))
    let moved = await moveOnIdle(database, idle, stretch)
    for (const [tenant, own] of byTenant) {
      // Of one document's events, the sequence number tells the order in which they happened.
      own.sort((a, b) => (BigInt(a.record.cursor.seq) < BigInt(b.record.cursor.seq) ? -1 : 1))
      const now = () => isoOf(this.#options.clock.now())
      moved += await transaction(database, { tenant, now }, (tx) => this.#tell(tx, stretch, own))
    }
    return moved
  }

  async #tell(tx: Transaction, stretch: Stretch, events: readonly ShownEvent[]): Promise<number> {
    const locked = await lockWithin(tx, stretch)
    if (locked.length === 0) return 0
    const ids = locked.map(({ id }) => id)
    const subscribers = await this.#options.subscribers.find(tx.tenant, ids)
    const deliveries: NewDelivery[] = []
    for (const { id, ...cursor } of locked) {
      const subscriber = subscribers.get(id)
      // Locked, it cannot be gone; to move on without it would pass over its events.
      if (subscriber === undefined) throw new Error(`subscription ${id} was not found`)
      if (subscriber instanceof Error) {
        await suspend(tx, id, subscriber.message)
        await unschedule(tx, [id])
      } else deliveries.push(...deliveriesFor(subscriber, cursor, events))
    }
    await addDeliveries(tx, deliveries, tx.now)
    await moveOn(tx, ids, stretch.to)
    if (deliveries.length > 0) tx.afterCommit(this.#options.added)
    return locked.length
  }
}

function deliveriesFor(
  subscriber: Subscriber,
  cursor: LogCursor,
  events: readonly ShownEvent[],
): NewDelivery[] {
  return events
    .filter((event) => isBefore(cursor, event.record.cursor) && wants(subscriber, event))
    .map(({ record }) => ({
      subscription: subscriber.row.id,
      kind: record.kind,
      entity_id: record.entityId,
      seq: record.cursor.seq,
      correlation_id: record.correlationId,
    }))
}

function isBefore(a: LogCursor, b: LogCursor): boolean {
  const [left, right] = [BigInt(a.xid), BigInt(b.xid)]
  return left < right || (left === right && BigInt(a.seq) < BigInt(b.seq))
}
