/**
 * Reads that are asked for at the same moment go together: under load, requests arrive several in one turn of the event
 * loop, and one statement for all of them costs the database and the driver little more than one for each would.
 */
export class Gathering<Value> {
  readonly #load: (keys: readonly string[]) => Promise<ReadonlyMap<string, Value>>
  readonly #atMost: number
  #waiting: { readonly keys: Set<string>; readonly found: Promise<ReadonlyMap<string, Value>> } | undefined

  /** `load` reads the values of some keys; those that do not exist are absent from what it gives. */
  constructor(load: (keys: readonly string[]) => Promise<ReadonlyMap<string, Value>>, atMost = 64) {
    this.#load = load
    this.#atMost = atMost
  }

  /** The value of a key as it is after this call; undefined when there is none. */
  async get(key: string): Promise<Value | undefined> {
    const waiting = this.#waiting ?? this.#begin()
    waiting.keys.add(key)
    if (waiting.keys.size >= this.#atMost) this.#waiting = undefined
    return (await waiting.found).get(key)
  }

  /** Gathers until the turn of the event loop is over. */
  #begin() {
    const keys = new Set<string>()
    const found = new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
      if (this.#waiting?.keys === keys) this.#waiting = undefined
      return this.#load([...keys])
    })
    this.#waiting = { keys, found }
    return this.#waiting
  }
}
