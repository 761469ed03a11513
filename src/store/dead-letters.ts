/**
 * Dead letters: deliveries that were given up, for operators to look at and to send again. One that is sent again comes
 * back into the line of its document, which others may be adding to and working off at the same time.
 */
import type { Database } from './database.ts'
import { Parameters } from './parameters.ts'
import type { Transaction } from './transaction.ts'

/** Which dead letters; all that are given must hold. */
export interface DeadLetterFilter {
  readonly subscription?: string | undefined
  /** The number of the event in the log. */
  readonly seq?: string | undefined
  /** Given up at this moment or later, as an ISO date-time. */
  readonly from?: string | undefined
  /** Given up before this moment. */
  readonly to?: string | undefined
}

/** A dead letter, whose it is, and what was to be told. */
export interface DeadLetterRow {
  readonly subscription: string
  readonly seq: string
  readonly api: string
  readonly topic: string | null
  readonly client: string
  readonly callback: string
  readonly kind: string
  readonly entity_id: string
  readonly correlation_id: string
  readonly attempts: number
  readonly first_try: Date | null
  readonly parked: Date
  readonly last_error: string | null
  /** Null when the log no longer keeps the event. */
  readonly event_id: string | null
  readonly event_type: string | null
  readonly event_time: Date | null
}

/** A page of the dead letters, those first that were given up first, and how many there are. */
export async function readDeadLetters(
  database: Database,
  tenant: string,
  filter: DeadLetterFilter,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<{ rows: DeadLetterRow[]; total: number }> {
  const parameters = new Parameters()
  const chosen = `from delivery d where ${conditionsOf(tenant, filter, parameters)}`
  const counted = { text: `select count(*)::int as total ${chosen}`, values: [...parameters.values] }
  const text = `select d.subscription, d.seq::text, s.api, s.topic, s.client, s.callback, d.kind, d.entity_id,
      d.correlation_id, d.attempts, d.first_try, d.parked, d.last_error,
      e.id as event_id, e.type as event_type, e.time as event_time
    from (select * ${chosen} order by d.parked, d.subscription, d.seq
      limit ${parameters.add(limit)} offset ${parameters.add(offset)}) as d
      join subscription s on s.tenant = d.tenant and s.id = d.subscription
      left join event e on e.tenant = d.tenant and e.correlation_id = d.correlation_id and e.seq = d.seq
    order by d.parked, d.subscription, d.seq`
  const [rows, counts] = await database.readAll<[DeadLetterRow, { total: number }]>([
    { text, values: parameters.values },
    counted,
  ])
  return { rows, total: counts[0]?.total ?? 0 }
}

function conditionsOf(
  tenant: string,
  { subscription, seq, from, to }: DeadLetterFilter,
  parameters: Parameters,
): string {
  const conditions = [`d.tenant = ${parameters.add(tenant)}`, 'd.parked is not null']
  if (subscription !== undefined) conditions.push(`d.subscription = ${parameters.add(subscription)}`)
  if (seq !== undefined) conditions.push(`d.seq = ${parameters.add(seq)}::bigint`)
  if (from !== undefined) conditions.push(`d.parked >= ${parameters.add(from)}::timestamptz`)
  if (to !== undefined) conditions.push(`d.parked < ${parameters.add(to)}::timestamptz`)
  return conditions.join(' and ')
}

/**
 * Has dead letters of active subscriptions sent again, up to a limit, those first that were given up first; each has all
 * its attempts before it. Gives how many.
 */
export async function resendDeadLetters(
  tx: Transaction,
  filter: DeadLetterFilter,
  limit: number,
): Promise<number> {
  const parameters = new Parameters()
  const conditions = conditionsOf(tx.tenant, filter, parameters)
  const chosen = await tx.query<Line & { seq: string; [column: string]: unknown }>({
    text: `select d.subscription, d.kind, d.entity_id, d.seq::text from delivery d
        join subscription s on s.tenant = d.tenant and s.id = d.subscription and s.status = 'active'
      where ${conditions} order by d.parked, d.subscription, d.seq limit ${parameters.add(limit)}`,
    values: parameters.values,
  })
  if (chosen.length === 0) return 0
  // Who adds to a line has its subscription locked: nobody adds meanwhile.
  const active = await lockActive(tx, [...new Set(chosen.map(({ subscription }) => subscription))])
  const rows = await tx.query<Line & { [column: string]: unknown }>({
    text: `update delivery d set parked = null, due = null, attempts = 0, first_try = null, last_error = null
      from json_to_recordset($2::json) as w(subscription text, kind text, entity_id text, seq bigint)
      where d.tenant = $1 and d.subscription = w.subscription and d.kind = w.kind and d.entity_id = w.entity_id
        and d.seq = w.seq and d.parked is not null
      returning d.subscription, d.kind, d.entity_id`,
    values: [tx.tenant, JSON.stringify(chosen.filter(({ subscription }) => active.has(subscription)))],
  })
  await beginLines(tx, rows)
  return rows.length
}

/**
 * Has a suspended subscription go on: all that was not delivered is sent, in order, what was given up too, as far as the
 * log still keeps it. One that is active stays as it is. False when there is none of this id.
 */
export async function resumeSubscription(tx: Transaction, id: string): Promise<boolean> {
  const [found] = await tx.query<{ status: string }>({
    text: `select status from subscription where tenant = $1 and id = $2 for no key update`,
    values: [tx.tenant, id],
  })
  if (found?.status !== 'suspended') return found !== undefined
  const values = [tx.tenant, id]
  await tx.query({
    text: `delete from delivery d where d.tenant = $1 and d.subscription = $2
      and (select true from event e where e.tenant = d.tenant and e.correlation_id = d.correlation_id and e.seq = d.seq)
        is null`,
    values,
  })
  await tx.query({
    text: `update delivery set parked = null, due = null, owner = null, attempts = 0, first_try = null,
        last_error = null
      where tenant = $1 and subscription = $2`,
    values,
  })
  await tx.query({
    text: `update delivery d set due = $3::timestamptz
      from (select distinct on (kind, entity_id) ctid as place from delivery
        where tenant = $1 and subscription = $2 order by kind, entity_id, seq) as first
      where d.tenant = $1 and d.ctid = first.place`,
    values: [...values, tx.now],
  })
  await tx.query({
    text: `update subscription set status = 'active', failing_since = null, last_error = null
      where tenant = $1 and id = $2`,
    values,
  })
  return true
}

interface Line {
  readonly subscription: string
  readonly kind: string
  readonly entity_id: string
}

async function lockActive(tx: Transaction, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx.query<{ id: string }>({
    text: `select id from subscription where tenant = $1 and id = any($2) and status = 'active'
      order by id for no key update`,
    values: [tx.tenant, ids],
  })
  return new Set(rows.map(({ id }) => id))
}

/** Has the first delivery of each line attempted, where none of the line is due or being attempted. */
async function beginLines(tx: Transaction, lines: readonly Line[]): Promise<void> {
  const wanted = JSON.stringify(lines)
  for (;;) {
    const due = await tx.query<{ place: string }>({
      text: `select distinct d.ctid::text as place
        from json_to_recordset($2::json) as w(subscription text, kind text, entity_id text)
          join delivery d on d.tenant = $1 and d.subscription = w.subscription and d.kind = w.kind
            and d.entity_id = w.entity_id and d.due is not null`,
      values: [tx.tenant, wanted],
    })
    if (due.length === 0) break
    // While it is locked, what is due is not settled, and its line does not move on without having seen what we add.
    const held = await tx.query({
      text: `select from delivery d where d.tenant = $1 and d.ctid = any($2::tid[]) and d.due is not null for key share`,
      values: [tx.tenant, due.map(({ place }) => place)],
    })
    if (held.length === due.length) break
  }
  await tx.query({
    text: `update delivery d set due = $3::timestamptz
      from (select distinct subscription, kind, entity_id from json_to_recordset($2::json)
          as w(subscription text, kind text, entity_id text)) as l
        cross join lateral (select f.seq from delivery f
          where f.tenant = $1 and f.subscription = l.subscription and f.kind = l.kind and f.entity_id = l.entity_id
            and f.parked is null order by f.seq limit 1) as n
      where d.tenant = $1 and d.subscription = l.subscription and d.kind = l.kind and d.entity_id = l.entity_id
        and d.seq = n.seq and not exists (select from delivery o
        where o.tenant = $1 and o.subscription = l.subscription and o.kind = l.kind and o.entity_id = l.entity_id
          and o.due is not null)`,
    values: [tx.tenant, wanted, tx.now],
  })
}
