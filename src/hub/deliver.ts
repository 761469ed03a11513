/**
 * Delivers what is due. A turn settles what was attempted, claims what is due for as many as each subscriber's channel
 * takes, and sleeps until the next retry. All that must survive is in the database: a node that dies leaves leases that
 * end, and then others attempt what it had begun.
 */
import { randomUUID } from 'node:crypto'
import type { Context } from '../resources/context.ts'
import { claimDeliveries, type Due, readDue, settleDeliveries, unschedule } from '../store/deliveries.ts'
import { noteReachability, type Reachability } from '../store/subscriptions.ts'
import { transaction } from '../store/transaction.ts'
import type { AttemptMeans, Outcome } from './attempt.ts'
import { Channel } from './channel.ts'
import { isoOf } from './clock.ts'
import { Loop } from './loop.ts'
import { patience } from './schedule.ts'
import type { Subscriber, Subscribers } from './subscriber.ts'

export interface DelivererOptions {
  readonly means: AttemptMeans
  readonly subscribers: Subscribers
  /** Requests at a time for each subscription. */
  readonly parallel: number
  readonly failed: (error: Error) => void
}

/** How much longer than one attempt a lease lasts. */
const leaseBeyond = 20_000

export class Deliverer {
  readonly #context: Context
  readonly #options: DelivererOptions
  readonly #owner = randomUUID()
  readonly #channels = new Map<string, Channel>()
  readonly #loop: Loop
  #outcomes: Outcome[] = []
  #isStopping = false
  #drained: (() => void) | undefined

  constructor(context: Context, options: DelivererOptions) {
    this.#context = context
    this.#options = options
    const { clock } = options.means
    this.#loop = new Loop({ clock, turn: () => this.#turn(), failed: options.failed })
  }

  wake(): void {
    this.#loop.wake()
  }

  /** Begins no more, lets what runs end within its time limit, and settles it. */
  async stop(): Promise<void> {
    this.#isStopping = true
    for (const channel of this.#channels.values()) channel.stop()
    await this.#loop.stop()
    if (this.#isBusy) await new Promise<void>((resolve) => (this.#drained = resolve))
    await this.#settleAll().catch(this.#options.failed)
  }

  get #isBusy(): boolean {
    return [...this.#channels.values()].some(({ isIdle }) => !isIdle)
  }

  async #turn(): Promise<number | undefined> {
    await this.#settleAll()
    const { clock } = this.#options.means
    const now = clock.now()
    const due = await readDue(this.#context.database, this.#owner, isoOf(now))
    await this.#claimAll(due.filter(({ first, taken }) => !taken && first.getTime() <= now))
    for (const [key, channel] of this.#channels) if (channel.isIdle) this.#channels.delete(key)
    const next = Math.min(...due.map(({ next }) => next?.getTime() ?? Infinity))
    return next === Infinity ? undefined : next - clock.now()
  }

  async #claimAll(due: readonly Due[]): Promise<void> {
    const byTenant = new Map<string, { id: string; count: number }[]>()
    for (const { tenant, id } of due) {
      const room = this.#channels.get(keyOf(tenant, id))?.room
      const count = room ?? this.#options.parallel
      if (count <= 0) continue
      byTenant.set(tenant, [...(byTenant.get(tenant) ?? []), { id, count }])
    }
    for (const [tenant, wanted] of byTenant) await this.#claim(tenant, wanted)
  }

  async #claim(tenant: string, due: readonly { id: string; count: number }[]): Promise<void> {
    const { means, subscribers, parallel } = this.#options
    const { database } = this.#context
    // Found first: what is claimed for nobody would wait until its lease ends.
    const found = await subscribers.find(
      tenant,
      due.map(({ id }) => id),
    )
    // One whose query cannot be read is suspended when it is next told of events.
    const wanted = due.filter(({ id }) => found.has(id) && !(found.get(id) instanceof Error))
    const leaseEnd = means.clock.now() + means.timeout + leaseBeyond
    const now = () => isoOf(means.clock.now())
    const claimed = await transaction(database, { tenant, now }, (tx) =>
      claimDeliveries(tx, wanted, { owner: this.#owner, now: tx.now, leaseEnd: isoOf(leaseEnd) }),
    )
    for (const delivery of claimed) {
      const subscriber = found.get(delivery.subscription) as Subscriber
      const key = keyOf(tenant, delivery.subscription)
      let channel = this.#channels.get(key)
      if (channel === undefined) {
        channel = new Channel({ means, parallel, settled: (outcome) => this.#settled(outcome) })
        this.#channels.set(key, channel)
        if (this.#isStopping) channel.stop()
      }
      channel.add({ claimed: delivery, subscriber, leaseEnd })
    }
  }

  #settled(outcome: Outcome): void {
    this.#outcomes.push(outcome)
    this.#loop.wake()
    // The channel counts the delivery as running until this call is over.
    setImmediate(() => {
      if (!this.#isBusy) this.#drained?.()
    })
  }

  async #settleAll(): Promise<void> {
    const outcomes = this.#outcomes
    this.#outcomes = []
    const byTenant = new Map<string, Outcome[]>()
    for (const outcome of outcomes) {
      byTenant.set(outcome.tenant, [...(byTenant.get(outcome.tenant) ?? []), outcome])
    }
    for (const [tenant, own] of byTenant) {
      try {
        await this.#settle(tenant, own)
        byTenant.delete(tenant)
      } catch (error) {
        for (const unsettled of byTenant.values()) this.#outcomes.push(...unsettled)
        throw error
      }
    }
  }

  async #settle(tenant: string, outcomes: readonly Outcome[]): Promise<void> {
    const now = this.#options.means.clock.now()
    const scope = { tenant, now: () => isoOf(now) }
    await transaction(this.#context.database, scope, async (tx) => {
      // Subscriptions first, then deliveries: in the order in which fan-out locks them.
      const notes = notesOn(outcomes)
      const suspended =
        notes.length === 0
          ? []
          : await noteReachability(tx, notes, { now: tx.now, patience: isoOf(now - patience) })
      await settleDeliveries(tx, outcomes, { owner: this.#owner, now: tx.now })
      if (suspended.length > 0) await unschedule(tx, suspended)
    })
  }
}

const keyOf = (tenant: string, id: string): string => `${tenant} ${id}`

/** How the attempts went, for each subscription. */
function notesOn(outcomes: readonly Outcome[]): Reachability[] {
  const notes = new Map<string, Reachability>()
  for (const { subscription: id, fate, error, isGone } of outcomes) {
    if (fate === 'returned') continue
    const known = notes.get(id)
    notes.set(id, {
      id,
      succeeded: known?.succeeded === true || fate === 'delivered',
      error: error ?? known?.error ?? null,
      gone: known?.gone === true || isGone,
    })
  }
  return [...notes.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}
