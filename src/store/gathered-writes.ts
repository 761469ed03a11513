/**
 * Changes that read nothing before they write, such as the create of an order, are gathered: under load those of one turn
 * of the event loop are one statement and one commit. Each is acknowledged when that commit is done. Should the statement
 * fail, each is written alone, so that the failure is told to whom it belongs.
 */
import { type Database, isGone } from './database.ts'
import { noWrites, type Writes, writeStatement } from './writes.ts'

const atMost = 32

interface Entry {
  readonly now: string
  readonly writes: Writes
  readonly resolve: () => void
  readonly reject: (error: unknown) => void
}

export class GatheredWrites {
  readonly #database: Database
  /** By tenant: a statement is of one tenant only. */
  readonly #waiting = new Map<string, Entry[]>()

  constructor(database: Database) {
    this.#database = database
  }

  /** Writes the rows and commits, together with those of others. */
  write(tenant: string, now: string, writes: Writes): Promise<void> {
    return new Promise((resolve, reject) => {
      const entries = this.#waiting.get(tenant) ?? this.#begin(tenant)
      entries.push({ now, writes, resolve, reject })
      if (entries.length >= atMost) this.#waiting.delete(tenant)
    })
  }

  #begin(tenant: string): Entry[] {
    const entries: Entry[] = []
    this.#waiting.set(tenant, entries)
    setImmediate(() => {
      if (this.#waiting.get(tenant) === entries) this.#waiting.delete(tenant)
      void this.#flush(tenant, entries)
    })
    return entries
  }

  async #flush(tenant: string, entries: readonly Entry[]): Promise<void> {
    try {
      await this.#run(tenant, entries)
      for (const { resolve } of entries) resolve()
    } catch (error) {
      // A lost connection leaves open whether it was committed: to write again could do it twice.
      if (entries.length === 1 || isGone(error)) for (const { reject } of entries) reject(error)
      else for (const entry of entries) await this.#flush(tenant, [entry])
    }
  }

  async #run(tenant: string, entries: readonly Entry[]): Promise<void> {
    const all = noWrites()
    for (const { writes } of entries) {
      for (const name of Object.keys(all) as (keyof Writes)[]) {
        ;(all[name] as unknown[]).push(...writes[name])
      }
    }
    const now =
      entries
        .map((entry) => entry.now)
        .sort()
        .at(-1) ?? ''
    const statement = writeStatement(tenant, now, all)
    if (statement) await this.#database.withWriter((client) => client.query(statement))
  }
}

const ofDatabase = new WeakMap<Database, GatheredWrites>()

/** Where the writes of a database gather. */
export function gatheredWrites(database: Database): GatheredWrites {
  const known = ofDatabase.get(database)
  if (known) return known
  const made = new GatheredWrites(database)
  ofDatabase.set(database, made)
  return made
}
