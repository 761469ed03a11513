/** What a transaction writes, gathered as rows, and the one statement that writes it all. */
import type pg from 'pg'
import type { Retired } from '../derive/item-numbers.ts'

/** A document as its row holds it: without id and href, which are not part of it. */
export interface Row {
  readonly kind: string
  readonly id: string
  readonly revision: number
  readonly doc: { [attribute: string]: unknown }
  readonly parent: string | null
  /** The numbers of items that are gone. */
  readonly retired?: Retired | null | undefined
}

/** A row to be written, with what is kept beside the document. */
export interface WrittenRow extends Row {
  readonly state: string | null
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
  /** The `traceparent` of the request that caused it. */
  readonly trace?: string
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

/** What a request with an idempotency key is answered, for whoever repeats it; see the table. */
export interface AnswerRow {
  readonly request: string
  readonly digest: string
  readonly status: number
  readonly location: string | null
  readonly etag: string | null
  readonly body: string | null
}

/** The rows of a transaction, by what they are written to. */
export interface Writes {
  readonly inserts: WrittenRow[]
  readonly updates: WrittenRow[]
  readonly events: LoggedEvent[]
  readonly plans: PlanRow[]
  readonly answers: AnswerRow[]
}

const parts = {
  inserts: `insert into entity (tenant, kind, id, revision, parent, created, updated, state, doc)
    select $1, r.kind, r.id, r.revision, r.parent, $2::timestamptz, $2::timestamptz, r.state, r.doc
    from json_to_recordset($$::json) as r(kind text, id text, revision int, parent text, state text, doc jsonb)`,
  updates: `insert into entity (tenant, kind, id, revision, parent, created, updated, state, doc, retired)
    select $1, r.kind, r.id, r.revision, r.parent, $2::timestamptz, $2::timestamptz, r.state, r.doc, r.retired
    from json_to_recordset($$::json) as r(kind text, id text, revision int, parent text, state text, doc jsonb,
      retired jsonb)
    on conflict (tenant, kind, id) do update
      set doc = excluded.doc, revision = excluded.revision, updated = excluded.updated, state = excluded.state,
        retired = excluded.retired`,
  events: `insert into event
      (tenant, id, type, kind, entity_id, revision, correlation_id, actor, time, path, trace, resource)
    select $1, r.id, r.type, r.kind, r.entity_id, r.revision, r.correlation_id, r.actor, r.time, r.path, r.trace,
      r.resource
    from json_to_recordset($$::json) as r(id text, type text, kind text, entity_id text, revision int,
      correlation_id text, actor text, time timestamptz, path text, trace text, resource json)`,
  plans: `insert into plan (tenant, kind, id, correlation_id, turn, owner, due, body)
    select $1, r.kind, r.id, r.correlation_id, r.turn, r.owner, r.due, r.body
    from json_to_recordset($$::json) as r(kind text, id text, correlation_id text, turn int, owner text,
      due timestamptz, body json)
    on conflict (tenant, kind, id) do update
      set turn = excluded.turn, owner = excluded.owner, due = excluded.due, body = excluded.body`,
  answers: `insert into answer (tenant, request, digest, status, location, etag, body, created)
    select $1, r.request, r.digest, r.status, r.location, r.etag, r.body, $2::timestamptz
    from json_to_recordset($$::json) as r(request text, digest text, status int, location text, etag text, body text)
    on conflict (tenant, request) do update
      set digest = excluded.digest, status = excluded.status, location = excluded.location, etag = excluded.etag,
        body = excluded.body, created = excluded.created`,
} as const

/** No rows yet. */
export function noWrites(): Writes {
  return { inserts: [], updates: [], events: [], plans: [], answers: [] }
}

/** The statement that writes the rows; undefined when there are none. */
export function writeStatement(tenant: string, now: string, writes: Writes): pg.QueryConfig | undefined {
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
