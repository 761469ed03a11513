/** The way to one subscriber: so many requests at a time, and a few deliveries that wait for their turn. */
import type { Claimed } from '../store/deliveries.ts'
import { type AttemptMeans, attempt, type Outcome, returned } from './attempt.ts'
import type { Subscriber } from './subscriber.ts'

export interface ChannelOptions {
  readonly means: AttemptMeans
  readonly parallel: number
  readonly settled: (outcome: Outcome) => void
}

/** A delivery that is ours until the lease ends, and whom it is for as that is known now. */
interface Taken {
  readonly claimed: Claimed
  readonly subscriber: Subscriber
  readonly leaseEnd: number
}

/** How many deliveries are claimed ahead, for each request that may run. */
const ahead = 8

export class Channel {
  readonly #options: ChannelOptions
  readonly #waiting: Taken[] = []
  #running = 0
  #isStopped = false

  constructor(options: ChannelOptions) {
    this.#options = options
  }

  /** How many more deliveries it takes. */
  get room(): number {
    return this.#isStopped ? 0 : this.#options.parallel * ahead - this.#running - this.#waiting.length
  }

  get isIdle(): boolean {
    return this.#running + this.#waiting.length === 0
  }

  add(taken: Taken): void {
    this.#waiting.push(taken)
    this.#advance()
  }

  /** Begins no more requests; gives back what waits. */
  stop(): void {
    this.#isStopped = true
    this.#advance()
  }

  #advance(): void {
    const { parallel, means, settled } = this.#options
    while (this.#running < parallel) {
      const next = this.#waiting.shift()
      if (next === undefined) return
      const now = means.clock.now()
      // A lease must outlast the attempt, or another node would send the same meanwhile.
      const isTooLate = now + means.timeout > next.leaseEnd
      if (isTooLate || this.#isStopped) settled(returned(next.claimed, now))
      else this.#send(next)
    }
  }

  #send({ claimed, subscriber }: Taken): void {
    const { means, settled } = this.#options
    this.#running += 1
    attempt(means, subscriber, claimed).then((outcome) => {
      this.#running -= 1
      settled(outcome)
      this.#advance()
    })
  }
}
