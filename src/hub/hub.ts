/** The hub of a node: tells subscribers of what happens. Woken by events; it never polls. */

import type { Context } from '../resources/context.ts'
import { eventTopic } from '../store/event-log.ts'
import { type Clock, systemClock } from './clock.ts'
import { Deliverer } from './deliver.ts'
import { Egress, type EgressOptions } from './egress.ts'
import { FanOut } from './fan-out.ts'
import { Poster } from './post.ts'
import { Subscribers, subscriptionTopic } from './subscriber.ts'

export interface HubOptions extends EgressOptions {
  /** Hosts, addresses and networks that may be called although they are inside. */
  readonly allow: readonly string[]
  /** Requests at a time for each subscription. */
  readonly parallel?: number
  readonly log: (message: string) => void
  readonly clock?: Clock
  /** A number from 0 to 1. */
  readonly chance?: () => number
  /** Milliseconds a receiver has to answer. */
  readonly timeout?: number
}

/** What a lost notification would leave is found this many milliseconds later. */
const sweepEvery = 30_000
const deliveryTopic = 'delivery'

export class Hub {
  /** Judges callbacks when they are registered, as it does when they are called. */
  readonly egress: Egress
  readonly #context: Context
  readonly #clock: Clock
  readonly #subscribers: Subscribers
  readonly #poster: Poster
  readonly #fanOut: FanOut
  readonly #deliverer: Deliverer
  #unsubscribe = () => {}
  #cancelSweep = () => {}

  constructor(context: Context, options: HubOptions) {
    const { clock = systemClock, chance = Math.random, parallel = 8, timeout = 10_000, log } = options
    this.#context = context
    this.#clock = clock
    this.egress = new Egress(options.allow, options)
    this.#subscribers = new Subscribers(context)
    this.#poster = new Poster(this.egress)
    const failed = (error: Error) => log(`hub: ${error.message}`)
    const means = { model: context.model, poster: this.#poster, clock, chance, timeout }
    this.#deliverer = new Deliverer(context, { means, subscribers: this.#subscribers, parallel, failed })
    // Told to all nodes: the one that is busy with a subscription takes what another has added.
    const added = () => context.database.wake(deliveryTopic)
    this.#fanOut = new FanOut(context, { subscribers: this.#subscribers, clock, added, failed })
  }

  start(): void {
    const { database } = this.#context
    const offEvents = database.onWake(eventTopic, () => this.#fanOut.wake())
    const offDeliveries = database.onWake(deliveryTopic, () => this.#deliverer.wake())
    const offSubscriptions = database.onWake(subscriptionTopic, () => this.#changed())
    this.#unsubscribe = () => {
      offEvents()
      offDeliveries()
      offSubscriptions()
    }
    this.#sweep()
  }

  /** Drains: requests that run get their time to end. */
  async stop(): Promise<void> {
    this.#unsubscribe()
    this.#cancelSweep()
    await Promise.all([this.#fanOut.stop(), this.#deliverer.stop()])
    this.#poster.close()
  }

  /** What was known of subscriptions may be so no more, and one that was suspended may go on. */
  #changed(): void {
    this.#subscribers.clear()
    this.#fanOut.wake()
    this.#deliverer.wake()
  }

  #sweep(): void {
    this.#changed()
    this.#cancelSweep = this.#clock.after(sweepEvery, () => this.#sweep())
  }
}
