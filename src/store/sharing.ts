/**
 * What is long in the making and asked for by many at once, such as the total of a list, is made once for all of them.
 * Who asks while it is being made gets the next one, as do all others until then: what anyone gets was begun after they
 * asked.
 */
export class Sharing<Value> {
  readonly #rounds = new Map<string, Round<Value>>()

  /** Makes what a key stands for, or waits until it has been made for all who ask. */
  get(key: string, make: () => Promise<Value>): Promise<Value> {
    const round = this.#rounds.get(key)
    if (round === undefined) return this.#begin(key, make)
    round.next ??= round.over.then(() => this.#begin(key, make))
    return round.next
  }

  #begin(key: string, make: () => Promise<Value>): Promise<Value> {
    const made = make()
    const end = () => {
      if (round.next === undefined) this.#rounds.delete(key)
    }
    const round: Round<Value> = { over: made.then(end, end), next: undefined }
    this.#rounds.set(key, round)
    return made
  }
}

interface Round<Value> {
  /** Settles when what is being made is made, or has failed. */
  readonly over: Promise<void>
  next: Promise<Value> | undefined
}
