/**
 * Forgets, in the background, what has been kept long enough. Which rows those are is a list (`retention.ts`); here is
 * when it is done, and that little is done at a time.
 */

/** Rows of one kind, which run out some time after they were written or were over. */
export interface Forgettable {
  /** What they are, in the plural. */
  readonly what: string
  /** Milliseconds for which they are kept. */
  readonly keptFor: number
  /**
   * Forgets those that ran out before a moment, a few in each transaction, and tells after each how many. Another node
   * may do the same at the same time: neither waits for the other.
   */
  readonly forget: (before: string) => AsyncIterable<number>
}

export interface ForgettingOptions {
  readonly rows: readonly Forgettable[]
  readonly log: (message: string) => void
}

const longestPause = 600_000

/** Looks now and then, for as long as it is not stopped. */
export class Forgetting {
  readonly #options: ForgettingOptions
  #timer: NodeJS.Timeout | undefined
  #turn: Promise<void> = Promise.resolve()
  #isStopped = false

  constructor(options: ForgettingOptions) {
    this.#options = options
  }

  start(): void {
    this.#wait()
  }

  /** Waits for the transaction that runs; no other begins. */
  async stop(): Promise<void> {
    this.#isStopped = true
    clearTimeout(this.#timer)
    await this.#turn
  }

  /** Forgets all that has run out by a moment, in milliseconds since 1970. Gives how many rows of each kind. */
  async forget(now: number): Promise<ReadonlyMap<string, number>> {
    const forgotten = new Map<string, number>()
    for (const { what, keptFor, forget } of this.#options.rows) {
      if (this.#isStopped) break
      let count = 0
      try {
        for await (const some of forget(new Date(now - keptFor).toISOString())) {
          count += some
          if (this.#isStopped) break
        }
      } catch (error) {
        this.#options.log(`old ${what} were not forgotten: ${(error as Error).message}`)
      }
      forgotten.set(what, count)
    }
    return forgotten
  }

  #wait(): void {
    if (this.#isStopped) return
    const shortest = Math.min(...this.#options.rows.map(({ keptFor }) => keptFor))
    this.#timer = setTimeout(
      () => {
        this.#turn = this.forget(Date.now()).then(() => this.#wait())
      },
      Math.min(shortest / 4, longestPause),
    ).unref()
  }
}

/** Rows that one statement deletes, so many at a time: short enough to hold up nobody. */
export function inBatches(
  forget: (before: string, limit: number) => Promise<number>,
  limit = 1000,
): Forgettable['forget'] {
  return async function* (before) {
    for (let last = limit; last === limit; ) {
      last = await forget(before, limit)
      yield last
    }
  }
}
