/**
 * Deliveries: what subscriptions still have to be sent.
 * The line of a document stays whole under concurrency because who adds to it locks its first row against removal,
 * and who removes the first looks for the next one only after that lock is gone. The next one is known by its key: a row
 * that somebody changes meanwhile has another place.
 * No statement here is named: the table may be empty now and huge a minute later, so no plan must be kept.
 */
import type { Database } from './database.ts'
import { columns, type EventRow, type LoggedRecord, toRecord } from './event-log.ts'
import type { Transaction } from './transaction.ts'

/** The line of one document's events at one subscription. */
export interface Line {
  readonly subscription: string
  readonly kind: string
  readonly entity_id: string
}

export interface NewDelivery extends Line {
  readonly seq: string
  readonly correlation_id: string
}

const lineKey = ({ subscription, kind, entity_id }: Line): string => `${subscription} ${kind} ${entity_id}`

/** Adds deliveries, in the order given, behind those that wait already. The first of an empty line is due now. */
export async function addDeliveries(
  tx: Transaction,
  deliveries: readonly NewDelivery[],
  now: string,
): Promise<void> {
  if (deliveries.length === 0) return
  const lines = new Map(
    deliveries.map(({ subscription, kind, entity_id }) => {
      const line = { subscription, kind, entity_id }
      return [lineKey(line), line]
    }),
  )
  const waiting = await tx.query<Line & { [column: string]: unknown }>({
    text: `select w.subscription, w.kind, w.entity_id
      from (select subscription, kind, entity_id
        from json_to_recordset($2::json) as r(subscription text, kind text, entity_id text) order by 1, 2, 3) as w
      cross join lateral (select from delivery d
        where d.tenant = $1 and d.subscription = w.subscription and d.kind = w.kind
          and d.entity_id = w.entity_id and d.parked is null
        order by d.seq limit 1 for key share) as first`,
    values: [tx.tenant, JSON.stringify([...lines.values()])],
  })
  const busy = new Set(waiting.map(lineKey))
  const rows = deliveries.map((delivery) => {
    const key = lineKey(delivery)
    const due = busy.has(key) ? null : now
    busy.add(key)
    return { ...delivery, due }
  })
  await tx.query({
    text: `insert into delivery (tenant, subscription, kind, entity_id, seq, correlation_id, due)
      select $1, subscription, kind, entity_id, seq, correlation_id, due
      from json_to_recordset($2::json) as r(subscription text, kind text, entity_id text, seq bigint,
        correlation_id text, due timestamptz)
      on conflict do nothing`,
    values: [tx.tenant, JSON.stringify(rows)],
  })
}

/** An active subscription that has something to be sent: the earliest moment, and the earliest still to come. */
export interface Due {
  readonly tenant: string
  readonly id: string
  readonly first: Date
  readonly next: Date | null
  /** Whether another node is busy with it. */
  readonly taken: boolean
}

const takenBy = (owner: string, now: string) => `exists (select from delivery o
  where o.tenant = s.tenant and o.subscription = s.id and o.owner <> ${owner} and o.due > ${now}::timestamptz)`

/** The active subscriptions that have something to be sent, now or later. */
export async function readDue(database: Database, owner: string, now: string): Promise<Due[]> {
  const earliest = (condition: string) => `(select due from delivery d
    where d.tenant = s.tenant and d.subscription = s.id and ${condition} order by d.due limit 1)`
  return database.read<Due & { [column: string]: unknown }>({
    text: `select * from (select s.tenant, s.id, ${earliest('d.due is not null')} as first,
        ${earliest('d.due > $2::timestamptz')} as next, ${takenBy('$1', '$2')} as taken
      from subscription s where s.status = 'active') as found where first is not null`,
    values: [owner, now],
  })
}

/** A delivery that this node attempts until its lease ends. */
export interface Claimed extends Line {
  readonly tenant: string
  readonly seq: string
  readonly attempts: number
  readonly firstTry: Date
  /** Undefined when the log no longer keeps the event. */
  readonly event: LoggedRecord | undefined
}

export interface Claim {
  readonly owner: string
  readonly now: string
  readonly leaseEnd: string
}

/**
 * Takes deliveries that are due, up to a number for each subscription. A subscription another node is busy with
 * is left to it, so that the limit of parallel requests holds for all nodes together.
 */
export async function claimDeliveries(
  tx: Transaction,
  wanted: readonly { readonly id: string; readonly count: number }[],
  { owner, now, leaseEnd }: Claim,
): Promise<Claimed[]> {
  // One node at a time decides for a subscription; each sees what the one before has taken.
  await tx.query({
    text: `select pg_advisory_xact_lock(hashtextextended($1 || ' ' || id, 7104212))
      from (select unnest($2::text[]) as id order by 1) as w`,
    values: [tx.tenant, wanted.map(({ id }) => id)],
  })
  const rows = await tx.query<ClaimedRow & { [column: string]: unknown }>({
    // Materialized: chosen once. Joined as a subquery it might be run again for every row, and lock more each time.
    text: `with chosen as materialized (
        select s.id, f.place from json_to_recordset($2::json) as w(id text, count int)
        join subscription s on s.tenant = $1 and s.id = w.id and s.status = 'active'
        cross join lateral (select d.ctid as place from delivery d
          where d.tenant = $1 and d.subscription = s.id and d.due <= $4::timestamptz
          order by d.due, d.seq limit w.count for no key update skip locked) as f
        where not ${takenBy('$3', '$4')}),
      claimed as (
        update delivery d set due = $5::timestamptz, owner = $3, attempts = d.attempts + 1,
          first_try = coalesce(d.first_try, $4::timestamptz)
        from chosen where d.tenant = $1 and d.ctid = chosen.place
        returning d.subscription, d.kind as line_kind, d.entity_id as line_id, d.seq as line_seq, d.attempts,
          d.first_try, d.correlation_id as thread)
      select c.subscription, c.line_kind, c.line_id, c.line_seq::text, c.attempts, c.first_try, e.*
      from claimed c left join lateral (select ${columns} from event e
        where e.tenant = $1 and e.correlation_id = c.thread and e.seq = c.line_seq) as e on true
      order by c.line_seq`,
    values: [tx.tenant, JSON.stringify(wanted), owner, now, leaseEnd],
  })
  return rows.map((row) => ({
    tenant: tx.tenant,
    subscription: row.subscription,
    kind: row.line_kind,
    entity_id: row.line_id,
    seq: row.line_seq,
    attempts: row.attempts,
    firstTry: row.first_try,
    event: row.id === null ? undefined : toRecord(row),
  }))
}

interface ClaimedRow extends EventRow {
  readonly subscription: string
  readonly line_kind: string
  readonly line_id: string
  readonly line_seq: string
  readonly attempts: number
  readonly first_try: Date
}

/** What becomes of a delivery after an attempt. */
export interface Settled extends Line {
  readonly seq: string
  readonly attempts: number
  readonly fate: 'delivered' | 'retried' | 'parked' | 'returned'
  readonly due: string | null
  readonly error: string | null
}

/** Settles deliveries of this owner; those whose lease another node has taken over are left to it. */
export async function settleDeliveries(
  tx: Transaction,
  settled: readonly Settled[],
  { owner, now }: { readonly owner: string; readonly now: string },
): Promise<void> {
  // The lock of a removal, also for what is only parked: it waits for who is adding to the line.
  const locked = await tx.query<{ place: number; ctid: string }>({
    text: `select r.place::int, d.ctid::text
      from (select * from rows from (json_to_recordset($2::json) as (subscription text, kind text, entity_id text,
          seq bigint, attempts int)) with ordinality as r(subscription, kind, entity_id, seq, attempts, place)
        order by subscription, kind, entity_id, seq) as r
      cross join lateral (select d.ctid, d.attempts, d.owner from delivery d
        where d.tenant = $1 and d.subscription = r.subscription and d.kind = r.kind
          and d.entity_id = r.entity_id and d.seq = r.seq
        limit 1 for update) as d
      where d.attempts = r.attempts and d.owner = $3`,
    values: [tx.tenant, JSON.stringify(settled), owner],
  })
  const own = locked.map(({ place, ctid }) => ({ ...(settled[place - 1] as Settled), ctid }))
  const isDone = ({ fate }: Settled): boolean => fate === 'delivered'
  const moved = await Promise.allSettled([
    tx.query({
      text: 'delete from delivery where tenant = $1 and ctid = any($2::tid[])',
      values: [tx.tenant, own.filter(isDone).map(({ ctid }) => ctid)],
    }),
    tx.query({
      text: `update delivery d set owner = null, due = r.due, last_error = coalesce(r.error, d.last_error),
          attempts = d.attempts - case r.fate when 'returned' then 1 else 0 end,
          parked = case r.fate when 'parked' then $3::timestamptz end
        from json_to_recordset($2::json) as r(ctid tid, fate text, due timestamptz, error text)
        where d.tenant = $1 and d.ctid = r.ctid`,
      values: [tx.tenant, JSON.stringify(own.filter((each) => !isDone(each))), now],
    }),
    tx.query({
      text: `update delivery d set due = $3::timestamptz
        from (select distinct subscription, kind, entity_id from json_to_recordset($2::json)
            as r(subscription text, kind text, entity_id text, fate text) where fate in ('delivered', 'parked')) as l
          join subscription s on s.tenant = $1 and s.id = l.subscription and s.status = 'active'
          cross join lateral (select d.seq from delivery d where d.tenant = $1
            and d.subscription = l.subscription and d.kind = l.kind and d.entity_id = l.entity_id
            and d.parked is null order by d.seq limit 1) as n
        where d.tenant = $1 and d.subscription = l.subscription and d.kind = l.kind and d.entity_id = l.entity_id
          and d.seq = n.seq and d.due is null and d.parked is null`,
      values: [tx.tenant, JSON.stringify(own), now],
    }),
  ])
  for (const result of moved) if (result.status === 'rejected') throw result.reason
}

/** Stops all attempts for suspended subscriptions; what waits is kept. */
export async function unschedule(tx: Transaction, subscriptions: readonly string[]): Promise<void> {
  await tx.query({
    text: `update delivery set due = null, owner = null
      where tenant = $1 and subscription = any($2) and due is not null`,
    values: [tx.tenant, subscriptions],
  })
}

/** Forgets what was given up before a moment, the longest ago first. Gives how many. */
export async function forgetDeadLetters(database: Database, before: string, limit: number): Promise<number> {
  const { rowCount } = await database.withWriter((client) =>
    client.query({
      name: 'dead letter forget',
      text: `delete from delivery d using (
          select ctid as place from delivery where parked < $1 order by parked limit $2 for update skip locked
        ) as old where d.ctid = old.place`,
      values: [before, limit],
    }),
  )
  return rowCount ?? 0
}
