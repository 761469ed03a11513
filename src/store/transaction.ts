/**
 * One change, one transaction: documents, events and plans are gathered and written by one statement at the end.
 * A transaction that read nothing before it writes is that one statement alone, in one round trip.
 */
import type pg from 'pg'
import { refuse } from '../declare/index.ts'
import { type Database, isGone } from './database.ts'
import { tableOf } from './partitions.ts'

/** A document as its row holds it: without id and href, which are not part of it. */
export interface Row {
  readonly kind: string
  readonly id: string
  readonly revision: number
  readonly doc: { [attribute: string]: unknown }
  readonly parent: string | null
}

/** An event to be logged: the resource as it was after the change, ready to be told. */
export interface LoggedEvent {
  readonly id: string
  readonly type: string
  readonly kind: string
  readonly entity_id: string
  readonly revision: number
  readonly correlation_id: string
  readonly actor: string
  readonly time: string
  readonly path?: string
  readonly resource: unknown
}

/** A plan to be written; see the table. `due` is an ISO date-time. */
export interface PlanRow {
  readonly kind: string
  readonly id: string
  readonly correlation_id: string
  readonly turn: number
  readonly owner: string | null
  readonly due: string | null
  readonly body: unknown
}

interface Writes {
  readonly inserts: Row[]
  readonly updates: Row[]
  readonly events: LoggedEvent[]
  readonly plans: PlanRow[]
}

const parts = {
  inserts: `insert into entity (tenant, kind, id, revision, parent, created, updated, doc)
    select $1, r.kind, r.id, r.revision, r.parent, $2::timestamptz, $2::timestamptz, r.doc
    from json_to_recordset($$::json) as r(kind text, id text, revision int, parent text, doc jsonb)`,
  updates: `insert into entity (tenant, kind, id, revision, parent, created, updated, doc)
    select $1, r.kind, r.id, r.revision, r.parent, $2::timestamptz, $2::timestamptz, r.doc
    from json_to_recordset($$::json) as r(kind text, id text, revision int, parent text, doc jsonb)
    on conflict (tenant, kind, id) do update
      set doc = excluded.doc, revision = excluded.revision, updated = excluded.updated`,
  events: `insert into event
      (tenant, id, type, kind, entity_id, revision, correlation_id, actor, time, path, resource)
    select $1, r.id, r.type, r.kind, r.entity_id, r.revision, r.correlation_id, r.actor, r.time, r.path, r.resource
    from json_to_recordset($$::json) as r(id text, type text, kind text, entity_id text, revision int,
      correlation_id text, actor text, time timestamptz, path text, resource json)`,
  plans: `insert into plan (tenant, kind, id, correlation_id, turn, owner, due, body)
    select $1, r.kind, r.id, r.correlation_id, r.turn, r.owner, r.due, r.body
    from json_to_recordset($$::json) as r(kind text, id text, correlation_id text, turn int, owner text,
      due timestamptz, body json)
    on conflict (tenant, kind, id) do update
      set turn = excluded.turn, owner = excluded.owner, due = excluded.due, body = excluded.body`,
} as const

export class Transaction {
  readonly tenant: string
  /** The moment of the change, as an ISO date-time; the same for all it writes. */
  readonly now: string
  readonly #client: pg.PoolClient
  readonly #writes: Writes = { inserts: [], updates: [], events: [], plans: [] }
  readonly #afterCommit: (() => void)[] = []
  #hasBegun = false

  constructor(client: pg.PoolClient, tenant: string, now: string) {
    this.#client = client
    this.tenant = tenant
    this.now = now
  }

  insert(row: Row): void {
    this.#writes.inserts.push(row)
  }

  /** Replaces a document whose row this transaction has locked. */
  update(row: Row): void {
    this.#writes.updates.push(row)
  }

  log(event: LoggedEvent): void {
    this.#writes.events.push(event)
  }

  savePlan(plan: PlanRow): void {
    this.#writes.plans.push(plan)
  }

  /** Runs once the change is committed. */
  afterCommit(action: () => void): void {
    this.#afterCommit.push(action)
  }

  /** Runs a statement inside the transaction. */
  async query<Result extends pg.QueryResultRow>(query: pg.QueryConfig): Promise<Result[]> {
    if (!this.#hasBegun) {
      this.#hasBegun = true
      const [, result] = await together([this.#client.query('begin'), this.#client.query<Result>(query)])
      return result.rows
    }
    return (await this.#client.query<Result>(query)).rows
  }

  /** Documents of any kinds by their keys, locked until the end when they are to be changed. */
  async load(keys: readonly { kind: string; id: string }[], { lock }: { lock: boolean }): Promise<Row[]> {
    if (keys.length === 0) return []
    const byKind = new Map<string, Set<string>>()
    for (const { kind, id } of keys) byKind.set(kind, (byKind.get(kind) ?? new Set<string>()).add(id))
    // One statement a kind: each names its partition, in one order everywhere, so that locks cannot cross.
    const queries = [...byKind]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([kind, ids]) => {
        const text = `select kind, id, revision, parent, doc from ${tableOf(kind)}
        where tenant = $1 and kind = $2 and id = any($3) order by id${lock ? ' for no key update' : ''}`
        return this.query<Row>({ name: `load ${kind} ${lock}`, text, values: [this.tenant, kind, [...ids]] })
      })
    return (await together<Row[][]>(queries)).flat()
  }

  /** Removes a document, and the documents of the given kinds nested below it. */
  async remove(kind: string, id: string, below: readonly string[]): Promise<void> {
    const removals = [{ kind, column: 'id' }, ...below.map((nested) => ({ kind: nested, column: 'parent' }))]
    for (const { kind, column } of removals) {
      const text = `delete from ${tableOf(kind)} where tenant = $1 and kind = $2 and ${column} = $3`
      await this.query({ text, values: [this.tenant, kind, id] })
    }
  }

  /** Writes what was gathered and commits. */
  async commit(): Promise<void> {
    const write = writeStatement(this.tenant, this.now, this.#writes)
    if (this.#hasBegun) {
      if (write) await together([this.#client.query(write), this.#client.query('commit')])
      else await this.#client.query('commit')
    } else if (write) await this.#client.query(write)
    for (const action of this.#afterCommit) action()
  }

  async rollback(): Promise<void> {
    if (this.#hasBegun) await this.#client.query('rollback').catch(() => {})
  }
}

/**
 * Awaits statements that were sent together. The failure of the first in order is thrown, since those after it only
 * say that the transaction is over; and only when all have ended, so that none is left in flight.
 */
export async function together<Results extends readonly unknown[]>(
  statements: readonly [...{ [Index in keyof Results]: Promise<Results[Index]> | Results[Index] }],
): Promise<Results> {
  const settled = await Promise.allSettled(statements)
  return settled.map((result) => {
    if (result.status === 'rejected') throw result.reason
    return result.value
  }) as unknown as Results
}

function writeStatement(tenant: string, now: string, writes: Writes): pg.QueryConfig | undefined {
  const names: string[] = []
  const clauses: string[] = []
  const values: unknown[] = [tenant, now]
  for (const [name, sql] of Object.entries(parts) as [keyof Writes, string][]) {
    if (writes[name].length === 0) continue
    values.push(JSON.stringify(writes[name]))
    names.push(name)
    clauses.push(`${name} as (${sql.replace('$$', () => `$${values.length}`)})`)
  }
  if (names.length === 0) return undefined
  // The time is a parameter of documents only; naming it here keeps the statement's parameters the same for all.
  const text = `with ${clauses.join(',\n')} select $1::text, $2::timestamptz`
  return { name: `write ${names.join(' ')}`, text, values }
}

const maxAttempts = 6

/**
 * Runs a change in one transaction. Deadlocks and serialisation failures are tried again from the start,
 * so `work` must not have effects of its own outside the transaction.
 */
export async function transaction<T>(
  database: Database,
  scope: { readonly tenant: string; readonly now: () => string },
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await database.withWriter(async (client) => {
        const tx = new Transaction(client, scope.tenant, scope.now())
        try {
          const result = await work(tx)
          await tx.commit()
          return result
        } catch (error) {
          await tx.rollback()
          throw error
        }
      })
    } catch (error) {
      const { code } = error as { code?: string }
      if ((code === '40P01' || code === '40001') && attempt < maxAttempts) continue
      if (isGone(error)) {
        throw refuse('unavailable', 'The database went away during the change; look before you try again', {
          headers: { 'Retry-After': '2' },
        })
      }
      throw error
    }
  }
}
