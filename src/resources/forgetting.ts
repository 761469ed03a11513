/** Forgets, in the background, the answers to requests with an idempotency key that have run out (section 16). */
import { forgetAnswers } from '../store/answers.ts'
import type { Database } from '../store/database.ts'

/** Rows a statement deletes: short enough to hold up nobody. */
const batch = 1000
const longestPause = 600_000

export interface ForgettingOptions {
  /** Milliseconds for which an answer is kept. */
  readonly keptFor: number
  readonly log: (message: string) => void
}

/** Looks now and then, for as long as it is not stopped. Several nodes on one database do not get in each other's way. */
export class Forgetting {
  readonly #database: Database
  readonly #options: ForgettingOptions
  #timer: NodeJS.Timeout | undefined
  #turn: Promise<void> = Promise.resolve()
  #isStopped = false

  constructor(database: Database, options: ForgettingOptions) {
    this.#database = database
    this.#options = options
  }

  start(): void {
    this.#wait()
  }

  /** Waits for the statement that runs; no other begins. */
  async stop(): Promise<void> {
    this.#isStopped = true
    clearTimeout(this.#timer)
    await this.#turn
  }

  /** Forgets all that has run out by a moment, in milliseconds since 1970. Gives how many. */
  async forget(now: number): Promise<number> {
    const before = new Date(now - this.#options.keptFor).toISOString()
    let forgotten = 0
    for (let last = batch; last === batch && !this.#isStopped; forgotten += last) {
      last = await forgetAnswers(this.#database, before, batch)
    }
    return forgotten
  }

  #wait(): void {
    if (this.#isStopped) return
    const pause = Math.min(this.#options.keptFor / 4, longestPause)
    this.#timer = setTimeout(() => {
      this.#turn = this.forget(Date.now())
        .then(() => {})
        .catch((error: Error) => this.#options.log(`old answers were not forgotten: ${error.message}`))
        .finally(() => this.#wait())
    }, pause).unref()
  }
}
