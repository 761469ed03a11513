/**
 * Forgets what the event log has kept long enough, oldest first. What somebody still needs stays: what an active
 * subscription has not come to or has yet to be sent, what a dead letter holds, and what happened on the thread of an
 * order since it was placed, for as long as the order is open or was changed not long ago.
 */
import type { ResourcePage } from '../declare/index.ts'
import type { Database } from './database.ts'
import type { LogCursor } from './event-log.ts'
import { overExpression, tableOf } from './partitions.ts'

const batch = 1000

/** An event that is old enough to be forgotten, unless somebody needs it. */
interface Old extends LogCursor {
  readonly tenant: string
  readonly thread: string
  readonly kind: string
  readonly entity: string
}

/** Tells after each batch how many events it has forgotten. */
export async function* forgetEvents(
  database: Database,
  orders: readonly ResourcePage[],
  before: string,
): AsyncGenerator<number> {
  const end = await horizon(database)
  for (let from: LogCursor | undefined = { xid: '0', seq: '0' }; from; ) {
    const { old, next }: Stretch = await readStretch(database, { from, end, before })
    from = next
    if (old.length === 0) continue
    const [begun, held] = await Promise.all([
      threadsOfOrders(database, orders, old, before),
      heldByDeliveries(database, old),
    ])
    const isNeeded = ({ tenant, thread, seq }: Old) => {
      const since = begun.get(keyOf(tenant, thread))
      return held.has(seq) || (since !== undefined && BigInt(since) <= BigInt(seq))
    }
    yield await remove(
      database,
      old.filter((event) => !isNeeded(event)),
    )
  }
}

const keyOf = (tenant: string, thread: string): string => `${tenant} ${thread}`

/** Up to where all active subscriptions have come. Nobody goes back: what lies below stays below. */
async function horizon(database: Database): Promise<LogCursor> {
  const [row] = await database.read<{ xid: string; seq: string }>({
    name: 'event retention horizon',
    text: `select xid::text, seq::text from (
        select xid, seq from subscription where status = 'active'
        union all select pg_snapshot_xmin(pg_current_snapshot()), 0) as p
      order by p.xid, p.seq limit 1`,
  })
  return row ?? { xid: '0', seq: '0' }
}

/** The old ones of a stretch of the log, and where to look next; nowhere once all of them are too young. */
interface Stretch {
  readonly old: Old[]
  readonly next: LogCursor | undefined
}

async function readStretch(
  database: Database,
  { from, end, before }: { readonly from: LogCursor; readonly end: LogCursor; readonly before: string },
): Promise<Stretch> {
  const rows = await database.read<Old & { isOld: boolean; [column: string]: unknown }>({
    name: 'event retention stretch',
    text: `select tenant, correlation_id as thread, kind, entity_id as entity, xid::text, seq::text,
        time < $5::timestamptz as "isOld" from event
      where (event.xid, event.seq) > ($1::xid8, $2::bigint) and (event.xid, event.seq) <= ($3::xid8, $4::bigint)
      order by event.xid, event.seq limit $6`,
    values: [from.xid, from.seq, end.xid, end.seq, before, batch],
  })
  // The log is in the order of time, but for transactions that ran side by side.
  const old = rows.filter(({ isOld }) => isOld)
  return { old, next: old.length > 0 && rows.length === batch ? rows.at(-1) : undefined }
}

/** For threads of orders that are open or were changed not long ago: the number of the first event of such an order. */
async function threadsOfOrders(
  database: Database,
  orders: readonly ResourcePage[],
  old: readonly Old[],
  before: string,
): Promise<ReadonlyMap<string, string>> {
  // Only up to the last of these: somebody may have one thread for everything.
  const last = new Map<string, Pick<Old, 'tenant' | 'thread' | 'seq'>>()
  for (const { tenant, thread, seq } of old) {
    const known = last.get(keyOf(tenant, thread))
    if (known === undefined || BigInt(known.seq) < BigInt(seq))
      last.set(keyOf(tenant, thread), { tenant, thread, seq })
  }
  const rows = await database.read<{ tenant: string; thread: string; since: string }>({
    text: `select w.tenant, w.thread, o.seq::text as since
      from json_to_recordset($1::json) as w(tenant text, thread text, seq bigint) cross join lateral (
        select o.seq from event o where o.tenant = w.tenant and o.correlation_id = w.thread and o.seq <= w.seq
          and (${orders.map(isOpen).join(' or ') || 'false'})
        order by o.seq limit 1) as o`,
    values: [JSON.stringify([...last.values()]), ...(orders.length > 0 ? [before] : [])],
  })
  return new Map(rows.map(({ tenant, thread, since }) => [keyOf(tenant, thread), since]))
}

/** Whether an event is of an order of a page that keeps the thread it is on. */
function isOpen(page: ResourcePage): string {
  return `(o.kind = '${page.kind}' and (
    select d.updated >= $2::timestamptz or (${overExpression(page)}) is not true from ${tableOf(page.kind)} d
    where d.tenant = o.tenant and d.kind = o.kind and d.id = o.entity_id))`
}

/** The numbers of the events that an active subscription has yet to be sent, or that are in a dead letter. */
async function heldByDeliveries(database: Database, old: readonly Old[]): Promise<ReadonlySet<string>> {
  // Without a name: deliveries may be none now and many a minute later, so no plan must be kept.
  const rows = await database.read<{ seq: string }>({
    text: `with busy as materialized (
        select s.tenant, s.id, s.status from subscription s cross join lateral (
          select from delivery d where d.tenant = s.tenant and d.subscription = s.id
          order by d.kind, d.entity_id, d.seq limit 1) as d)
      select w.seq::text from busy b
        join json_to_recordset($1::json) as w(tenant text, kind text, entity text, seq bigint) on w.tenant = b.tenant
        cross join lateral (select from delivery d where d.tenant = b.tenant and d.subscription = b.id
          and d.kind = w.kind and d.entity_id = w.entity and d.seq = w.seq
          and (b.status = 'active' or d.parked is not null) limit 1) as d`,
    values: [JSON.stringify(old)],
  })
  return new Set(rows.map(({ seq }) => seq))
}

/** Removes events, but for those another node is removing. */
async function remove(database: Database, events: readonly Old[]): Promise<number> {
  if (events.length === 0) return 0
  const { rowCount } = await database.withWriter((client) =>
    client.query({
      name: 'event forget',
      text: `with free as materialized (
          select e.tenant, e.correlation_id, e.seq
          from json_to_recordset($1::json) as w(tenant text, thread text, seq bigint)
            join event e on e.tenant = w.tenant and e.correlation_id = w.thread and e.seq = w.seq
          for update of e skip locked)
        delete from event e using free
        where e.tenant = free.tenant and e.correlation_id = free.correlation_id and e.seq = free.seq`,
      values: [JSON.stringify(events.map(({ tenant, thread, seq }) => ({ tenant, thread, seq })))],
    }),
  )
  return rowCount ?? 0
}
