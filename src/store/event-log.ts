/** Reads the event log: the events of one golden thread, the history of one document, and what is new. */
import type { EventRecord } from '../derive/events.ts'
import type { JsonObject } from '../derive/validate.ts'
import type { Database } from './database.ts'
import type { Transaction } from './transaction.ts'

/** A position in the log. Events below it have all been seen; none will appear there later. */
export interface LogCursor {
  readonly xid: string
  readonly seq: string
}

export interface LoggedRecord extends EventRecord {
  readonly tenant: string
  readonly actor: string
  readonly revision: number
  readonly cursor: LogCursor
  /** The `traceparent` of the request that caused it. */
  readonly trace?: string | null
}

/** An event as its row comes. */
export interface EventRow {
  tenant: string
  seq: string
  xid: string
  id: string
  type: string
  kind: string
  entity_id: string
  revision: number
  correlation_id: string
  actor: string
  time: Date
  path: string | null
  trace: string | null
  resource: JsonObject
}

/** The columns of an EventRow. */
export const columns =
  'tenant, seq::text, xid::text, id, type, kind, entity_id, revision, correlation_id, actor, time, path, trace, resource'

/** All events of one correlation id, in the order they happened. */
export async function readThread(
  database: Database,
  tenant: string,
  correlationId: string,
  limit = 10_000,
): Promise<LoggedRecord[]> {
  const rows = await database.read<EventRow>({
    name: 'event thread',
    text: `select ${columns} from event where tenant = $1 and correlation_id = $2 order by event.xid, event.seq limit $3`,
    values: [tenant, correlationId, limit],
  })
  return rows.map(toRecord)
}

/** All events of one document, oldest first: each holds the document as it was then. */
export async function readHistory(
  database: Database,
  tenant: string,
  kind: string,
  id: string,
): Promise<LoggedRecord[]> {
  const rows = await database.read<EventRow>({
    name: 'event history',
    text: `select ${columns} from event where tenant = $1 and kind = $2 and entity_id = $3 order by event.seq`,
    values: [tenant, kind, id],
  })
  return rows.map(toRecord)
}

/** The correlation id of the event by which a document came to be: undefined once the log has forgotten it. */
export async function threadOf(tx: Transaction, kind: string, id: string): Promise<string | undefined> {
  const [first] = await tx.query<{ correlation_id: string; revision: number }>({
    name: 'event thread of',
    text: `select correlation_id, revision from event
      where tenant = $1 and kind = $2 and entity_id = $3 order by seq limit 1`,
    values: [tx.tenant, kind, id],
  })
  return first?.revision === 1 ? first.correlation_id : undefined
}

/** A document as it was at each revision from one on that an event tells of, oldest first. */
export function revisionsFrom(
  tx: Transaction,
  kind: string,
  id: string,
  revision: number,
  limit: number,
): Promise<{ revision: number; document: JsonObject }[]> {
  return tx.query({
    name: 'event revisions',
    text: `select revision, resource as document from event
      where tenant = $1 and kind = $2 and entity_id = $3 and revision >= $4 order by seq limit $5`,
    values: [tx.tenant, kind, id, revision, limit],
  })
}

/**
 * The events after a position, oldest first, of transactions that are all over: a sequence number is taken before
 * its transaction commits, so only what lies below the oldest running transaction is complete.
 */
export async function readAfter(
  database: Database,
  cursor: LogCursor,
  limit: number,
): Promise<LoggedRecord[]> {
  const rows = await database.read<EventRow>({
    name: 'event tail',
    text: `select ${columns} from event
      where (event.xid, event.seq) > ($1::xid8, $2::bigint) and event.xid < pg_snapshot_xmin(pg_current_snapshot())
      order by event.xid, event.seq limit $3`,
    values: [cursor.xid, cursor.seq, limit],
  })
  return rows.map(toRecord)
}

/**
 * The events of one kind after a position, as `readAfter` gives them, and the position to go on from: past all that
 * was looked at, so that what is of other kinds is not looked at again. `isHeldBack` says whether there are events beyond
 * it that an older transaction keeps from being read.
 */
export async function readKindAfter(
  database: Database,
  kind: string,
  cursor: LogCursor,
  limit: number,
): Promise<{ readonly records: LoggedRecord[]; readonly cursor: LogCursor; readonly isHeldBack: boolean }> {
  // The horizon is asked for first: whatever lies below it then is in the rows read after it.
  const [horizons, rows] = await database.readAll<[{ xid: string; held: boolean | null }, EventRow]>([
    {
      name: 'event horizon',
      text: `select pg_snapshot_xmin(pg_current_snapshot())::text as xid,
        (select xid >= pg_snapshot_xmin(pg_current_snapshot()) from event order by xid desc limit 1) as held`,
    },
    {
      name: 'event tail of a kind',
      text: `select ${columns} from event
        where (event.xid, event.seq) > ($1::xid8, $2::bigint) and event.xid < pg_snapshot_xmin(pg_current_snapshot())
          and kind = $4
        order by event.xid, event.seq limit $3`,
      values: [cursor.xid, cursor.seq, limit, kind],
    },
  ])
  const records = rows.map(toRecord)
  const last = records.at(-1)?.cursor ?? cursor
  const horizon = { xid: horizons[0]?.xid ?? '0', seq: '0' }
  const isPast = records.length < limit && BigInt(horizon.xid) > BigInt(last.xid)
  return { records, cursor: isPast ? horizon : last, isHeldBack: horizons[0]?.held === true }
}

/** What is woken when there are new events. */
export const eventTopic = 'event'

/** What is woken when there are new events of documents of a kind. */
export const eventTopicOf = (kind: string): string => `event ${kind}`

/** The position from which only events to come are read. */
export async function endOfLog(database: Database): Promise<LogCursor> {
  const [row] = await database.read<{ xid: string }>({
    text: 'select pg_snapshot_xmin(pg_current_snapshot())::text as xid',
  })
  return { xid: row?.xid ?? '0', seq: '0' }
}

/** The event of a row. */
export function toRecord(row: EventRow): LoggedRecord {
  return {
    tenant: row.tenant,
    id: row.id,
    type: row.type,
    kind: row.kind,
    entityId: row.entity_id,
    revision: row.revision,
    correlationId: row.correlation_id,
    actor: row.actor,
    time: row.time.toISOString(),
    path: row.path,
    trace: row.trace,
    resource: row.resource,
    cursor: { xid: row.xid, seq: row.seq },
  }
}
