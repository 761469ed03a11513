/** Reads the event log for those who follow it and those who search it. */
import type { Database } from './database.ts'
import {
  columns,
  type EventRow,
  type LogCursor,
  type LoggedRecord,
  readAfter,
  toRecord,
} from './event-log.ts'
import { Parameters } from './parameters.ts'
import type { Transaction } from './transaction.ts'

/**
 * The events after a position as `readAfter` gives them, but never cut between two events of one document whose order
 * is crosswise: a transaction that waited for a document may have got its number before the one it waited for.
 * Of one document's events, the sequence number tells the order in which they happened.
 */
export async function readUncut(
  database: Database,
  cursor: LogCursor,
  limit: number,
): Promise<LoggedRecord[]> {
  const events = await readAfter(database, cursor, limit)
  // Either a limit cuts, or a transaction that is not over: it may have its number between the two.
  const isBacklog = events.length === limit
  for (;;) {
    const last = events.at(-1)?.cursor
    if (last === undefined) return events
    const strays = await straysBeyond(database, events, last, isBacklog)
    const furthest = strays.find(({ isOver }) => isOver)
    if (furthest === undefined) return beforeStrays(events, strays)
    const rows = await database.read<EventRow>({
      name: 'event stretch',
      text: `select ${columns} from event where (event.xid, event.seq) > ($1::xid8, $2::bigint)
        and (event.xid, event.seq) <= ($3::xid8, $4::bigint) order by event.xid, event.seq`,
      values: [last.xid, last.seq, furthest.xid, furthest.seq],
    })
    for (const row of rows) events.push(toRecord(row))
  }
}

/** An event that happened before one of its document that comes before it in the log. */
interface Stray extends LogCursor, DocumentKey {
  /** Whether all is over that could still come before it. */
  readonly isOver: boolean
}

interface DocumentKey {
  readonly tenant: string
  readonly kind: string
  readonly entityId: string
}

const documentOf = ({ tenant, kind, entityId }: DocumentKey): string => `${tenant} ${kind} ${entityId}`

/** The events beyond a position that happened before one of these, to the same document; the furthest first. */
async function straysBeyond(
  database: Database,
  events: readonly LoggedRecord[],
  last: LogCursor,
  isBacklog: boolean,
): Promise<Stray[]> {
  const latest = new Map<string, { tenant: string; kind: string; id: string; seq: string }>()
  for (const { tenant, kind, entityId, cursor } of events) {
    const key = documentOf({ tenant, kind, entityId })
    const known = latest.get(key)
    if (known === undefined || BigInt(known.seq) < BigInt(cursor.seq)) {
      latest.set(key, { tenant, kind, id: entityId, seq: cursor.seq })
    }
  }
  // Looked for among the events of each document when there is a backlog, and else among the few that are beyond.
  const beyond = `select tenant, kind, entity_id, xid, seq from event
    where (event.xid, event.seq) > ($2::xid8, $3::bigint)`
  return database.read<Stray & { [column: string]: unknown }>({
    name: `event stray ${isBacklog}`,
    text: `with beyond as ${isBacklog ? 'not materialized' : 'materialized'} (${beyond})
      select b.tenant, b.kind, b.entity_id as "entityId", b.xid::text, b.seq::text,
        b.xid < pg_snapshot_xmin(pg_current_snapshot()) as "isOver"
      from json_to_recordset($1::json) as w(tenant text, kind text, id text, seq bigint)
      join beyond b on b.tenant = w.tenant and b.kind = w.kind and b.entity_id = w.id and b.seq < w.seq
      order by b.xid desc, b.seq desc`,
    values: [JSON.stringify([...latest.values()]), last.xid, last.seq],
  })
}

/** The events up to the first that must wait for a stray, or for one that waits. */
function beforeStrays(events: readonly LoggedRecord[], strays: readonly Stray[]): LoggedRecord[] {
  const awaited = new Map<string, bigint>()
  const waitFor = (key: string, seq: string) => {
    const known = awaited.get(key)
    if (known === undefined || BigInt(seq) < known) awaited.set(key, BigInt(seq))
  }
  for (const stray of strays) waitFor(documentOf(stray), stray.seq)
  for (let told = [...events]; ; ) {
    const first = told.findIndex(
      (event) => (awaited.get(documentOf(event)) ?? Infinity) < BigInt(event.cursor.seq),
    )
    if (first === -1) return told
    for (const event of told.slice(first)) waitFor(documentOf(event), event.cursor.seq)
    told = told.slice(0, first)
  }
}

/** Whether there are events that readers pass over until an older transaction is over. */
export async function isHeldBack(database: Database): Promise<boolean> {
  // Of the newest event alone, which the index gives: asked of all, the database would read all to find none.
  const [row] = await database.read<{ held: boolean }>({
    name: 'event held back',
    text: `select xid >= pg_snapshot_xmin(pg_current_snapshot()) as held from event order by xid desc limit 1`,
  })
  return row?.held === true
}

/** What to select events by; all that are given must hold. */
export interface Selection {
  readonly types?: readonly string[] | undefined
  readonly ids?: readonly string[] | undefined
  readonly kinds?: readonly string[] | undefined
  /** Besides those kinds: events reported from outside that name one of these domains. */
  readonly reported?: { readonly kind: string; readonly domains: readonly string[] } | undefined
}

/** A page of the selected events, oldest first, and how many there are. */
export async function readSelected(
  database: Database,
  tenant: string,
  selection: Selection,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<{ events: LoggedRecord[]; total: number }> {
  const parameters = new Parameters()
  const source = `from event where ${conditionsOf(tenant, selection, parameters).join(' and ')}`
  const counted = { text: `select count(*)::int as total ${source}`, values: [...parameters.values] }
  const text = `select ${columns} ${source} order by event.xid, event.seq
    limit ${parameters.add(limit)} offset ${parameters.add(offset)}`
  const [rows, counts] = await database.readAll<[EventRow, { total: number }]>([
    { text, values: parameters.values },
    counted,
  ])
  return { events: rows.map(toRecord), total: counts[0]?.total ?? 0 }
}

/** The selected events beyond a position, oldest first; backward, the last ones before it. */
export async function readBeyond(
  database: Database,
  tenant: string,
  selection: Selection,
  {
    limit,
    isBackward,
    from,
  }: { readonly limit: number; readonly isBackward: boolean; readonly from?: LogCursor },
): Promise<LoggedRecord[]> {
  const parameters = new Parameters()
  const conditions = conditionsOf(tenant, selection, parameters)
  const [symbol, order] = isBackward ? ['<', 'desc'] : ['>', 'asc']
  if (from) {
    const position = `(${parameters.add(from.xid)}::xid8, ${parameters.add(from.seq)}::bigint)`
    conditions.push(`(event.xid, event.seq) ${symbol} ${position}`)
  }
  const text = `select ${columns} from event where ${conditions.join(' and ')}
    order by event.xid ${order}, event.seq ${order} limit ${parameters.add(limit)}`
  const events = (await database.read<EventRow>({ text, values: parameters.values })).map(toRecord)
  return isBackward ? events.reverse() : events
}

/** How many of the selected events there are. */
export async function countSelected(
  database: Database,
  tenant: string,
  selection: Selection,
): Promise<number> {
  const parameters = new Parameters()
  const conditions = conditionsOf(tenant, selection, parameters).join(' and ')
  const text = `select count(*)::int as total from event where ${conditions}`
  const [count] = await database.read<{ total: number }>({ text, values: parameters.values })
  return count?.total ?? 0
}

/** The first of the selected events, without counting them. */
export async function readFirst(
  database: Database,
  tenant: string,
  selection: Selection,
  limit: number,
): Promise<LoggedRecord[]> {
  const parameters = new Parameters()
  const conditions = conditionsOf(tenant, selection, parameters).join(' and ')
  const text = `select ${columns} from event where ${conditions}
    order by event.xid, event.seq limit ${parameters.add(limit)}`
  return (await database.read<EventRow>({ text, values: parameters.values })).map(toRecord)
}

function conditionsOf(tenant: string, selection: Selection, parameters: Parameters): string[] {
  const { types, ids, kinds, reported } = selection
  const conditions = [
    `tenant = ${parameters.add(tenant)}`,
    // What a page has shown must stay before what the next one shows.
    'event.xid < pg_snapshot_xmin(pg_current_snapshot())',
  ]
  if (types) conditions.push(`type = any(${parameters.add(types)})`)
  if (ids) conditions.push(`id = any(${parameters.add(ids)})`)
  const places: string[] = []
  if (kinds) places.push(`kind = any(${parameters.add(kinds)})`)
  if (reported) {
    const domains = parameters.add(reported.domains)
    places.push(`(kind = ${parameters.add(reported.kind)} and resource->>'domain' = any(${domains}))`)
  }
  if (places.length > 0) conditions.push(`(${places.join(' or ')})`)
  return conditions
}

/** One event by its id. */
export async function readEvent(
  database: Database,
  tenant: string,
  id: string,
): Promise<LoggedRecord | undefined> {
  const [row] = await database.read<EventRow>({
    text: `select ${columns} from event where tenant = $1 and id = $2 limit 1`,
    values: [tenant, id],
  })
  return row && toRecord(row)
}

/** Whether an event with this id was reported from outside before. Whoever asks for the same id next waits. */
export async function isReported(tx: Transaction, kind: string, id: string): Promise<boolean> {
  await tx.query({
    text: `select pg_advisory_xact_lock(hashtextextended($1 || ' event ' || $2, 7104212))`,
    values: [tx.tenant, id],
  })
  const rows = await tx.query({
    text: 'select from event where tenant = $1 and kind = $2 and entity_id = $3 limit 1',
    values: [tx.tenant, kind, id],
  })
  return rows.length > 0
}
