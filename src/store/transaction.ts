/**
 * One change, one transaction: documents, events and plans are gathered and written by one statement at the end.
 * A transaction that read nothing before it writes is that one statement alone, in one round trip.
 */
import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'
import { refuse } from '../declare/index.ts'
import { type Database, isGone } from './database.ts'
import { gatheredWrites } from './gathered-writes.ts'
import { tableOf } from './partitions.ts'
import { together } from './together.ts'
import {
  type AnswerRow,
  type LoggedEvent,
  noWrites,
  type PlanRow,
  type Row,
  type Writes,
  type WrittenRow,
  writeStatement,
} from './writes.ts'

export class Transaction {
  readonly tenant: string
  /** The moment of the change, as an ISO date-time; the same for all it writes. */
  readonly now: string
  readonly #database: Database
  readonly #writes: Writes = noWrites()
  readonly #planPlaces = new Map<string, number>()
  readonly #afterCommit: (() => void)[] = []
  /** The connection, from the first statement on: a transaction that reads nothing has none of its own. */
  #session: Promise<pg.PoolClient> | undefined
  #failure: unknown

  constructor(database: Database, tenant: string, now: string) {
    this.#database = database
    this.tenant = tenant
    this.now = now
  }

  insert(row: Row): void {
    this.#writes.inserts.push(this.#written(row))
  }

  /** Replaces a document whose row this transaction has locked. */
  update(row: Row): void {
    this.#writes.updates.push(this.#written(row))
  }

  log(event: LoggedEvent): void {
    this.#writes.events.push(event)
  }

  /** Writes a plan; of several for one document the last counts. */
  savePlan(plan: PlanRow): void {
    const key = `${plan.kind} ${plan.id}`
    const place = this.#planPlaces.get(key) ?? this.#writes.plans.length
    this.#planPlaces.set(key, place)
    this.#writes.plans[place] = plan
  }

  /** Keeps an answer; it takes the place of one that has run out. */
  saveAnswer(answer: AnswerRow): void {
    this.#writes.answers.push(answer)
  }

  /** Runs once the change is committed. */
  afterCommit(action: () => void): void {
    this.#afterCommit.push(action)
  }

  /** What made the database give the transaction up, whatever those who ran the statement have made of it. */
  get failure(): unknown {
    return this.#failure
  }

  /** The kinds of the documents that events have been logged of. */
  get loggedKinds(): ReadonlySet<string> {
    return new Set(this.#writes.events.map(({ kind }) => kind))
  }

  /** Wakes whoever waits for a topic once the change is committed. */
  wake(topic: string): void {
    this.afterCommit(() => this.#database.wake(topic))
  }

  /** Runs a statement inside the transaction. */
  async query<Result extends pg.QueryResultRow>(query: pg.QueryConfig): Promise<Result[]> {
    this.#session ??= this.#begin()
    const client = await this.#session
    try {
      return (await client.query<Result>(query)).rows
    } catch (error) {
      this.#failure ??= error
      throw error
    }
  }

  /** Opens the transaction in the same round trip as the statement that needs it. */
  async #begin(): Promise<pg.PoolClient> {
    const client = await this.#database.connectWriter()
    // When it fails the statement after it fails too, and is heard.
    client.query('begin').catch(() => {})
    return client
  }

  /** Documents of any kinds by their keys, locked until the end when they are to be changed. */
  async load(keys: readonly { kind: string; id: string }[], { lock }: { lock: boolean }): Promise<Row[]> {
    if (keys.length === 0) return []
    await this.#database.tables.make(keys.map(({ kind }) => kind))
    const byKind = new Map<string, Set<string>>()
    for (const { kind, id } of keys) byKind.set(kind, (byKind.get(kind) ?? new Set<string>()).add(id))
    // One statement a kind: each names its partition, in one order everywhere, so that locks cannot cross.
    const queries = [...byKind]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([kind, ids]) => {
        const text = `select kind, id, revision, parent, doc, retired from ${tableOf(kind)}
        where tenant = $1 and kind = $2 and id = any($3) order by id${lock ? ' for no key update' : ''}`
        return this.query<Row>({ name: `load ${kind} ${lock}`, text, values: [this.tenant, kind, [...ids]] })
      })
    return (await together<Row[][]>(queries)).flat()
  }

  /** The ids of a kind that begin with a text, and those of the given ones that exist. */
  async keysFrom(kind: string, prefix: string, ids: readonly string[]): Promise<string[]> {
    const text = `select id from ${tableOf(kind)}
      where tenant = $1 and kind = $2 and (id = any($3) or starts_with(id, $4)) order by id`
    const rows = await this.query<{ id: string }>({ text, values: [this.tenant, kind, ids, prefix] })
    return rows.map(({ id }) => id)
  }

  /** Removes a document, and the documents of the given kinds nested below it. */
  async remove(kind: string, id: string, below: readonly string[]): Promise<void> {
    const removals = [{ kind, column: 'id' }, ...below.map((nested) => ({ kind: nested, column: 'parent' }))]
    for (const { kind, column } of removals) {
      const text = `delete from ${tableOf(kind)} where tenant = $1 and kind = $2 and ${column} = $3`
      await this.query({ text, values: [this.tenant, kind, id] })
    }
  }

  /**
   * Has each statement planned for the tables as they then are: for a change that fills a table, where a plan made for
   * an empty one would read all of it again and again.
   */
  async planAnew(): Promise<void> {
    await this.query({ text: `select set_config('plan_cache_mode', 'force_custom_plan', true)` })
  }

  /** Writes what was gathered so far without committing it: for a change too large to be gathered whole. */
  async write(): Promise<void> {
    await this.#makeTables()
    const write = writeStatement(this.tenant, this.now, this.#writes)
    if (write) await this.query(write)
    for (const rows of Object.values(this.#writes)) rows.length = 0
    this.#planPlaces.clear()
  }

  /** Writes what was gathered and commits. */
  async commit(): Promise<void> {
    if (this.#failure !== undefined) throw this.#failure
    await this.#makeTables()
    if (this.#session === undefined) {
      await gatheredWrites(this.#database).write(this.tenant, this.now, this.#writes)
    } else {
      const client = await this.#session
      const write = writeStatement(this.tenant, this.now, this.#writes)
      if (write) await together([client.query(write), client.query('commit')])
      else await client.query('commit')
      this.#session = undefined
      client.release()
    }
    for (const action of this.#afterCommit) action()
  }

  #written({ kind, id, revision, parent, doc, retired }: Row): WrittenRow {
    const state = this.#database.tables.stateOf(kind, doc)
    return { kind, id, revision, parent, state, doc, retired }
  }

  #makeTables(): Promise<void> {
    return this.#database.tables.make(this.#writes.inserts.map(({ kind }) => kind))
  }

  /** Ends it without a trace. `failure` is why. */
  async rollback(failure: unknown): Promise<void> {
    const client = await this.#session?.catch(() => undefined)
    this.#session = undefined
    if (client === undefined) return
    await client.query('rollback').catch(() => {})
    client.release(isGone(failure) ? (failure as Error) : undefined)
  }
}

const maxAttempts = 6
/** Milliseconds before the second attempt, at most; before the third twice as many, and so on. */
const longestPause = 20

/**
 * Runs a change in one transaction. Deadlocks, serialisation failures and the want of a table are tried again from the
 * start, so `work` must not have effects of its own outside the transaction.
 */
export async function transaction<T>(
  database: Database,
  scope: { readonly tenant: string; readonly now: () => string },
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  const tried = new Set<string>()
  for (let attempt = 1; ; attempt++) {
    const tx = new Transaction(database, scope.tenant, scope.now())
    try {
      const result = await work(tx)
      await tx.commit()
      return result
    } catch (error) {
      const cause = tx.failure ?? error
      await tx.rollback(cause)
      const { code } = cause as { code?: string }
      if ((code === '40P01' || code === '40001') && attempt < maxAttempts) {
        // Whoever won needs a moment to go on; at once, we would be in its way again.
        await pause(Math.random() * longestPause * attempt)
        continue
      }
      if (await database.tables.makeMissing(cause, tried)) continue
      if (isGone(cause)) {
        throw refuse('unavailable', 'The database went away during the change; look before you try again', {
          headers: { 'Retry-After': '2' },
        })
      }
      throw error
    }
  }
}
