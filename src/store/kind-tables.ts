/**
 * The tables of the kinds. A table is made, with its indexes, when its kind is first written or read: of the kinds of all
 * APIs an operator uses some, and a database that has none of the others starts sooner and is easier to survey.
 */
import type { Client } from 'pg'
import type { ResourcePage } from '../declare/index.ts'
import { kindIndexes, kindTable, type Relation } from './kind-table.ts'
import { migrationLock } from './migrate.ts'
import { tableOf } from './partitions.ts'

/** Gives a connection for as long as `use` runs. */
type WithConnection = (use: (client: Client) => Promise<void>) => Promise<void>

export class KindTables {
  readonly #withConnection: WithConnection
  readonly #pages = new Map<string, ResourcePage>()
  readonly #kindOf = new Map<string, string>()
  /** The kinds that have a table. None is ever taken away. */
  readonly #made = new Set<string>()
  #making: Promise<void> = Promise.resolve()

  /** The connection is one of its own: whoever waits for a table may hold the last one of a pool. */
  constructor(withConnection: WithConnection) {
    this.#withConnection = withConnection
  }

  /** Takes note of the pages, and completes the tables there are by what is missing. Runs under the migration lock. */
  async open(client: Client, pages: Iterable<ResourcePage>): Promise<void> {
    for (const page of pages) {
      if (!page.isStored || this.#pages.has(page.kind)) continue
      this.#pages.set(page.kind, page)
      this.#kindOf.set(tableOf(page.kind), page.kind)
    }
    const existing = await relations(client)
    const kinds = [...this.#pages.keys()].filter((kind) => existing.has(tableOf(kind)))
    await this.#complete(client, kinds, existing)
    for (const kind of kinds) this.#made.add(kind)
  }

  /** The state of a document by the lifecycle of its page, as it is kept beside it. */
  stateOf(kind: string, document: { readonly [attribute: string]: unknown }): string | null {
    const { lifecycle } = this.#pages.get(kind) ?? {}
    const state = lifecycle && document[lifecycle.of]
    return typeof state === 'string' ? state : null
  }

  /** Whether a kind is known to have its table; what is not may have got it from another node. */
  knows(kind: string): boolean {
    return this.#made.has(kind)
  }

  /** Takes note of a table that was found. */
  note(kind: string): void {
    this.#made.add(kind)
  }

  /** Sees to it that kinds have their tables. */
  async make(kinds: Iterable<string>): Promise<void> {
    const missing = () => [...new Set(kinds)].filter((kind) => this.#pages.has(kind) && !this.#made.has(kind))
    if (missing().length === 0) return
    // One at a time: those that ask for the same kind at the same moment wait for one table.
    this.#making = this.#making.catch(() => {}).then(() => this.#makeAll(missing()))
    await this.#making
  }

  /**
   * Makes the table that a statement failed for want of, so that it can be tried again. False when the failure is
   * another one, or comes again: `tried` keeps the kinds that were made for the same purpose before.
   */
  async makeMissing(error: unknown, tried: Set<string>): Promise<boolean> {
    const kind = this.#missingIn(error)
    if (kind === undefined || tried.has(kind)) return false
    tried.add(kind)
    await this.make([kind])
    return true
  }

  async #makeAll(kinds: readonly string[]): Promise<void> {
    if (kinds.length === 0) return
    await this.#withConnection(async (client) => {
      await client.query('begin')
      await client.query('select pg_advisory_xact_lock($1)', [migrationLock])
      await this.#complete(client, kinds, await relations(client))
      await client.query('commit')
    })
    for (const kind of kinds) this.#made.add(kind)
  }

  async #complete(client: Client, kinds: readonly string[], existing: ReadonlySet<string>): Promise<void> {
    const pages = [...this.#pages.values()]
    const kept = new Set(pages.filter(({ facts }) => facts.keptWhileUsedIn).map(({ kind }) => kind))
    const wanted = kinds.flatMap((kind): Relation[] => {
      const page = this.#pages.get(kind)
      return page ? [kindTable(page), ...kindIndexes(page, kept)] : []
    })
    const missing = wanted.filter(({ name }) => !existing.has(name))
    if (missing.length > 0) await client.query(missing.map(({ sql }) => sql).join(';\n'))
  }

  /** The kind whose table a statement named, or would have written to, and did not find. */
  #missingIn(error: unknown): string | undefined {
    const { code, message = '', detail = '' } = error as { code?: string; message?: string; detail?: string }
    if (code === '42P01') return this.#kindOf.get(/\bentity_\w+/.exec(message)?.[0] ?? '')
    // No partition takes the row.
    if (code === '23514') return /\(kind\) = \((\w+)\)/.exec(detail)?.[1]
    return undefined
  }
}

/** The names of the tables and indexes of kinds. */
async function relations(client: Client): Promise<ReadonlySet<string>> {
  const { rows } = await client.query<{ name: string }>(
    `select relname as name from pg_class where relname like 'entity\\_%' and pg_table_is_visible(oid)`,
  )
  return new Set(rows.map(({ name }) => name))
}
