/**
 * The connection to PostgreSQL: one pool for changes, one for reads (with a time limit), one connection that listens.
 * When the database goes away, new work waits a moment for it to come back and is then refused as unavailable.
 */
import { EventEmitter } from 'node:events'
import pg from 'pg'
import { Refusal, type ResourcePage, refuse } from '../declare/index.ts'
import { KindTables } from './kind-tables.ts'
import { migrate, migrationLock } from './migrate.ts'
import { tableOf } from './partitions.ts'
import { StartRefusal } from './start-refusal.ts'

export interface DatabaseOptions {
  readonly url: string
  /** Connections of the pool for changes; the pool for reads has as many. */
  readonly connections?: number
  /** Milliseconds after which a list query is stopped. */
  readonly queryTimeout?: number
  /** Brings the database back when it does not answer: the embedded server restarts itself. */
  readonly revive?: () => Promise<void>
  readonly log?: (message: string) => void
}

/** What the nodes of a database tell each other goes by this name. */
export const channel = 'goldthread'
/** Milliseconds for which wakes are gathered into one notification to the other nodes. */
const gatherTime = 5
/** Topics of one notification, which takes less than 8000 bytes: a topic is a word, or a kind and an id of ours. */
const topicsOfOne = 50
/** PostgreSQL error classes and Node codes that mean "the database is not there", not "the statement is wrong". */
const goneCodes = /^(08|57P0|ECONN|EPIPE|ENOTFOUND|ETIMEDOUT|EHOSTUNREACH|EAI_AGAIN)/

/** PostgreSQL's codes for a statement that ran out of time, and for a pattern that is too much for it. */
const tooExpensive: ReadonlySet<string> = new Set(['57014', '2201B'])

/** Whether an error says that the connection, not the statement, is at fault. */
export function isGone(error: unknown): boolean {
  // What we refuse may speak of anything, also of what is terminated.
  if (error instanceof Refusal) return false
  const { code, message } = error as { code?: string; message?: string }
  return (
    goneCodes.test(code ?? '') ||
    /terminated|Connection ended|not queryable|Client was closed/.test(message ?? '')
  )
}

export class Database {
  readonly tables = new KindTables((use) => this.#withOwnConnection(use))
  readonly #options: DatabaseOptions
  readonly #writers: pg.Pool
  readonly #readers: pg.Pool
  readonly #wakes = new EventEmitter()
  #listener: pg.Client | undefined
  #toNotify = new Set<string>()
  #isClosed = false
  #revival: Promise<void> | undefined

  constructor(options: DatabaseOptions) {
    this.#options = options
    const common = {
      connectionString: options.url,
      max: options.connections ?? 10,
      idleTimeoutMillis: 60_000,
      connectionTimeoutMillis: 10_000,
      pipeline: true,
      application_name: 'goldthread',
    }
    this.#writers = new pg.Pool({ ...common, statement_timeout: 60_000 })
    this.#readers = new pg.Pool({ ...common, statement_timeout: options.queryTimeout ?? 5_000 })
    // A pooled connection that breaks while idle is dropped by the pool; the next user gets a new one.
    // One that breaks in use says so to the statement that runs; unheard, its own event would end the process.
    for (const pool of [this.#writers, this.#readers]) {
      pool.on('error', () => {})
      pool.on('connect', (client) => client.on('error', () => {}))
    }
    this.#wakes.setMaxListeners(0)
  }

  /** Checks the version, migrates, completes the tables, and begins to listen. Throws a StartRefusal. */
  async open(pages: Iterable<ResourcePage>): Promise<void> {
    const client = this.#newClient()
    await client.connect().catch((error: Error) => {
      const { host, port, database } = client
      throw new StartRefusal(
        `No PostgreSQL at ${host}:${port}/${database} (${error.message || 'connection refused'}): check DATABASE_URL, or leave it out to use the embedded database.`,
      )
    })
    try {
      const { rows } = await client.query<{ version: number }>(
        `select current_setting('server_version_num')::int as version`,
      )
      if ((rows[0]?.version ?? 0) < 150_000) {
        throw new StartRefusal('PostgreSQL 15 or newer is needed: name another database in DATABASE_URL.')
      }
      await client.query('begin')
      await client.query('select pg_advisory_xact_lock($1)', [migrationLock])
      await migrate(client)
      await this.tables.open(client, pages)
      await client.query('commit')
    } finally {
      await client.end()
    }
    await this.#listen()
  }

  /** A connection that belongs to no pool, for as long as `use` runs. */
  async #withOwnConnection<T>(use: (client: pg.Client) => Promise<T>): Promise<T> {
    const client = this.#newClient()
    try {
      await client.connect().catch(() => {
        throw unavailable()
      })
      return await use(client)
    } catch (error) {
      throw isGone(error) ? unavailable() : error
    } finally {
      await client.end()
    }
  }

  #newClient(name = 'goldthread'): pg.Client {
    const client = new pg.Client({
      connectionString: this.#options.url,
      application_name: name,
      connectionTimeoutMillis: 10_000,
    })
    // When it breaks, the statement that runs is told; unheard, its own event would end the process.
    client.on('error', () => {})
    return client
  }

  /** How many wait for a connection. */
  get waiting(): number {
    return this.#writers.waitingCount + this.#readers.waitingCount
  }

  /** A connection for changes; whoever asks for it releases it. */
  connectWriter(): Promise<pg.PoolClient> {
    return this.#connect(this.#writers)
  }

  /** A connection for changes, for as long as `use` runs. */
  async withWriter<T>(use: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    const client = await this.connectWriter()
    let failure: Error | undefined
    try {
      return await use(client)
    } catch (error) {
      if (isGone(error)) failure = error as Error
      throw error
    } finally {
      client.release(failure)
    }
  }

  /** Runs a read. Stopped by the query timeout, it is refused as too expensive. */
  read<Row extends pg.QueryResultRow>(query: pg.QueryConfig): Promise<Row[]> {
    return this.#withReader(async (client) => (await client.query<Row>(query)).rows)
  }

  /** Whether a kind has a table. One that has none has no documents, and needs no table to say so. */
  async hasTable(kind: string): Promise<boolean> {
    if (this.tables.knows(kind)) return true
    const [found] = await this.read<{ table: string | null }>({
      text: 'select to_regclass($1)::text as table',
      values: [tableOf(kind)],
    })
    if (found?.table) this.tables.note(kind)
    return Boolean(found?.table)
  }

  /** Runs several reads in one round trip, on one connection; once one has failed the others are not begun. */
  readAll<Rows extends pg.QueryResultRow[]>(
    queries: readonly pg.QueryConfig[],
  ): Promise<{ [Index in keyof Rows]: Rows[Index][] }> {
    return this.#withReader(async (client) => {
      // In one transaction, which the first failure ends: two counts that run out of time take the time of one.
      const [, ...results] = await Promise.allSettled([
        client.query('begin'),
        ...queries.map((query) => client.query<pg.QueryResultRow>(query)),
        client.query('commit'),
      ])
      return results.slice(0, queries.length).map((result) => {
        if (result.status === 'rejected') throw result.reason
        return result.value.rows
      }) as { [Index in keyof Rows]: Rows[Index][] }
    })
  }

  /** A connection that reads the database as it is now, for as long as `use` takes: for what is too much for one query. */
  async withSnapshot<T>(use: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    const client = await this.#connect(this.#readers)
    let failure: Error | undefined
    try {
      await client.query('begin isolation level repeatable read read only')
      await client.query('set local statement_timeout = 0')
      const result = await use(client)
      await client.query('commit')
      return result
    } catch (error) {
      failure = error as Error
      throw error
    } finally {
      client.release(failure)
    }
  }

  /** A read is tried again when its connection breaks, or the table of a kind was not there yet. */
  async #withReader<T>(use: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    const tried = new Set<string>()
    for (let attempt = 1; ; attempt++) {
      const client = await this.#connect(this.#readers)
      let failure: Error | undefined
      try {
        return await use(client)
      } catch (error) {
        if (await this.tables.makeMissing(error, tried)) continue
        if (tooExpensive.has((error as { code?: string }).code ?? '')) {
          throw refuse(
            'queryTooExpensive',
            'The query takes too long; filter by an indexed attribute or ask for less',
          )
        }
        if (!isGone(error)) throw error
        failure = error as Error
        if (attempt >= 3) throw unavailable()
      } finally {
        client.release(failure)
      }
    }
  }

  /** Calls back whenever work of this topic may be waiting, here or announced by another node. */
  onWake(topic: string, wake: () => void): () => void {
    this.#wakes.on(topic, wake)
    return () => this.#wakes.off(topic, wake)
  }

  /** Wakes this node at once, and the others with one notification for all that happens in a moment. */
  wake(topic: string): void {
    this.#wakes.emit(topic)
    if (this.#isClosed) return
    if (this.#toNotify.size === 0) setTimeout(() => this.#notify(), gatherTime).unref()
    this.#toNotify.add(topic)
  }

  async close(): Promise<void> {
    this.#isClosed = true
    await this.#listener?.end().catch(() => {})
    await Promise.all([this.#writers.end(), this.#readers.end()])
  }

  async #connect(pool: pg.Pool): Promise<pg.PoolClient> {
    const deadline = Date.now() + 10_000
    for (let pause = 20; ; pause = Math.min(pause * 2, 500)) {
      try {
        return await pool.connect()
      } catch (error) {
        if (this.#isClosed || Date.now() > deadline) throw unavailable()
        this.#options.log?.(`database: ${(error as Error).message}`)
        await this.#revive()
        await new Promise((resolve) => setTimeout(resolve, pause))
      }
    }
  }

  async #revive(): Promise<void> {
    this.#revival ??= (this.#options.revive?.() ?? Promise.resolve())
      .catch((error: Error) => this.#options.log?.(`database: ${error.message}`))
      .finally(() => {
        this.#revival = undefined
      })
    await this.#revival
  }

  #notify(): void {
    const topics = [...this.#toNotify]
    this.#toNotify.clear()
    if (this.#isClosed) return
    const payloads = Array.from({ length: Math.ceil(topics.length / topicsOfOne) }, (_, index) =>
      topics.slice(index * topicsOfOne, (index + 1) * topicsOfOne).join(','),
    )
    // A lost notification is caught by the safety sweep of whoever waits for it, or when its time is up.
    this.#writers
      .query('select pg_notify($1, payload) from unnest($2::text[]) as payload', [channel, payloads])
      .catch(() => {})
  }

  async #listen(): Promise<void> {
    if (this.#isClosed) return
    const client = this.#newClient('goldthread listener')
    this.#listener = client
    let isOver = false
    const again = () => {
      if (isOver || this.#isClosed) return
      isOver = true
      client.end().catch(() => {})
      setTimeout(() => this.#revive().then(() => this.#listen()), 200).unref()
    }
    client.on('error', again)
    client.on('end', again)
    client.on('notification', ({ payload }) => {
      // Also this node's own: what was hidden behind an older transaction when it happened may show by now.
      for (const topic of (payload ?? '').split(',')) this.#wakes.emit(topic)
    })
    try {
      await client.connect()
      await client.query(`listen ${channel}`)
      for (const topic of this.#wakes.eventNames()) this.#wakes.emit(topic)
    } catch {
      again()
    }
  }
}

function unavailable() {
  return refuse('unavailable', 'The database does not answer; try again in a moment', {
    headers: { 'Retry-After': '2' },
  })
}
