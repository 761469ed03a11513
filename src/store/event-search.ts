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
  // What becomes complete at the same moment is read by the same query: only a limit can cut.
  if (events.length < limit) return events
  for (;;) {
    const last = events.at(-1)?.cursor ?? cursor
    const stray = await furthestStray(database, events, last)
    if (stray === undefined) return events
    const rows = await database.read<EventRow>({
      name: 'event stretch',
      text: `select ${columns} from event where (event.xid, event.seq) > ($1::xid8, $2::bigint)
        and (event.xid, event.seq) <= ($3::xid8, $4::bigint) order by event.xid, event.seq`,
      values: [last.xid, last.seq, stray.xid, stray.seq],
    })
    for (const row of rows) events.push(toRecord(row))
  }
}

/** The furthest event beyond a position that happened before one of these, to the same document. */
async function furthestStray(
  database: Database,
  events: readonly LoggedRecord[],
  last: LogCursor,
): Promise<LogCursor | undefined> {
  const latest = new Map<string, { tenant: string; kind: string; id: string; seq: string }>()
  for (const { tenant, kind, entityId, cursor } of events) {
    const key = `${tenant} ${kind} ${entityId}`
    const known = latest.get(key)
    if (known === undefined || BigInt(known.seq) < BigInt(cursor.seq)) {
      latest.set(key, { tenant, kind, id: entityId, seq: cursor.seq })
    }
  }
  const [stray] = await database.read<LogCursor & { [column: string]: unknown }>({
    name: 'event stray',
    text: `select event.xid::text, event.seq::text
      from json_to_recordset($1::json) as w(tenant text, kind text, id text, seq bigint)
      join event on event.tenant = w.tenant and event.kind = w.kind and event.entity_id = w.id and event.seq < w.seq
      where (event.xid, event.seq) > ($2::xid8, $3::bigint)
      order by event.xid desc, event.seq desc limit 1`,
    values: [JSON.stringify([...latest.values()]), last.xid, last.seq],
  })
  return stray
}

/** Whether there are events that readers pass over until an older transaction is over. */
export async function isHeldBack(database: Database): Promise<boolean> {
  const [row] = await database.read<{ held: boolean }>({
    name: 'event held back',
    text: `select exists (select from event where xid >= pg_snapshot_xmin(pg_current_snapshot())) as held`,
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
