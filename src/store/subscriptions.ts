/** Subscriptions: who is told of events, how far they have been told, and whether they can be reached. */
import type { Database } from './database.ts'
import type { LogCursor } from './event-log.ts'
import type { Transaction } from './transaction.ts'

/** What never changes about a subscription. */
export interface SubscriptionRow {
  readonly tenant: string
  readonly id: string
  /** The number of the API whose hub it belongs to. */
  readonly api: string
  readonly topic: string | null
  readonly client: string
  readonly callback: string
  readonly query: string | null
  /** The external base URL that hrefs in its events begin with. */
  readonly base: string
  readonly secret: string
}

/**
 * A subscription with what had happened before it was made, as PostgreSQL writes a snapshot, and the secret it had
 * before this one, as long as deliveries are signed with both.
 */
export interface StoredSubscription extends SubscriptionRow {
  readonly since: string
  readonly former_secret: string | null
  readonly former_until: Date | null
}

/** A subscription as its client may see it. */
export interface SubscriptionStatus {
  readonly id: string
  readonly callback: string
  readonly query: string | null
  readonly status: string
  readonly last_error: string | null
  readonly pending: number
}

/** Whose subscriptions: those of one client at one hub. */
export interface HubKey {
  readonly tenant: string
  readonly client: string
  readonly api: string
  readonly topic: string | null
}

/** Adds a subscription, to be told of what happens from now on; says why not. */
export async function addSubscription(
  tx: Transaction,
  row: SubscriptionRow,
  max: number,
): Promise<'added' | 'limitReached' | { readonly existing: string }> {
  const { tenant, id, api, topic, client, callback, query, base, secret } = row
  const [added] = await tx.query<{ id: string }>({
    text: `insert into subscription (tenant, id, api, topic, client, callback, query, base, secret)
      select $1::text, $2::text, $3::text, $4::text, $5::text, $6::text, $7::text, $8::text, $9::text
      where (select count(*) from subscription where tenant = $1 and client = $5) < $10
      on conflict do nothing returning id`,
    values: [tenant, id, api, topic, client, callback, query, base, secret, max],
  })
  if (added) return 'added'
  const [existing] = await tx.query<{ id: string }>({
    text: `select id from subscription where tenant = $1 and client = $2 and api = $3
      and topic is not distinct from $4 and callback = $5 and query is not distinct from $6`,
    values: [tenant, client, api, topic, callback, query],
  })
  return existing ? { existing: existing.id } : 'limitReached'
}

const maxCounted = 10_000

/** The subscriptions of a client at a hub, oldest first, or the one with this id. */
export async function readStatuses(
  database: Database,
  key: HubKey,
  id?: string,
): Promise<SubscriptionStatus[]> {
  return database.read<SubscriptionStatus>({
    text: `select s.id, s.callback, s.query, s.status, s.last_error,
        (select count(*)::int from (select from delivery d
          where d.tenant = s.tenant and d.subscription = s.id and d.parked is null limit ${maxCounted}) as p) as pending
      from subscription s
      where s.tenant = $1 and s.client = $2 and s.api = $3 and s.topic is not distinct from $4
        and ($5::text is null or s.id = $5)
      order by s.created, s.id`,
    values: [key.tenant, key.client, key.api, key.topic, id ?? null],
  })
}

/** The secret of a subscription; undefined when the client has none of this id. */
export async function readSecretOf(database: Database, key: HubKey, id: string): Promise<string | undefined> {
  const [row] = await database.read<{ secret: string }>({
    text: `select secret from subscription where ${isOwn}`,
    values: valuesOf(key, id),
  })
  return row?.secret
}

/** Gives a subscription another secret; until a moment, deliveries are signed with both. False when it is not there. */
export async function changeSecret(
  tx: Transaction,
  key: HubKey,
  id: string,
  { secret, until }: { readonly secret: string; readonly until: string },
): Promise<boolean> {
  const rows = await tx.query({
    text: `update subscription set former_secret = secret, former_until = $7::timestamptz, secret = $6
      where ${isOwn} returning id`,
    values: [...valuesOf(key, id), secret, until],
  })
  return rows.length > 0
}

const isOwn = `tenant = $1 and client = $2 and api = $3 and topic is not distinct from $4 and id = $5`
const valuesOf = ({ tenant, client, api, topic }: HubKey, id: string) => [tenant, client, api, topic, id]

/** Removes a subscription with all it had still to be sent; false when the client has none of this id. */
export async function removeSubscription(tx: Transaction, key: HubKey, id: string): Promise<boolean> {
  const rows = await tx.query({
    text: `delete from subscription where ${isOwn} returning id`,
    values: valuesOf(key, id),
  })
  return rows.length > 0
}

/** Ends all subscriptions to a topic. */
export async function removeSubscriptionsTo(tx: Transaction, topic: string): Promise<void> {
  await tx.query({
    text: 'delete from subscription where tenant = $1 and topic = $2',
    values: [tx.tenant, topic],
  })
}

/** What never changes about some subscriptions of a tenant. */
export async function readSubscriptions(
  database: Database,
  tenant: string,
  ids: readonly string[],
): Promise<StoredSubscription[]> {
  return database.read<StoredSubscription & { [column: string]: unknown }>({
    name: 'subscriptions by id',
    text: `select tenant, id, api, topic, client, callback, query, base, secret, since::text, former_secret, former_until
      from subscription where tenant = $1 and id = any($2)`,
    values: [tenant, ids],
  })
}

/** A position that active subscriptions are at, and the tenants they belong to. */
export interface Reached extends LogCursor {
  readonly tenants: readonly string[]
}

/** Where the active subscriptions are in the log, those furthest behind first. */
export async function readCursors(database: Database): Promise<Reached[]> {
  return database.read<Reached & { [column: string]: unknown }>({
    name: 'subscription cursors',
    text: `select xid::text, seq::text, array_agg(distinct tenant) as tenants from subscription
      where status = 'active' group by subscription.xid, subscription.seq
      order by subscription.xid, subscription.seq`,
  })
}

/** A stretch of the log: after `from`, up to and including `to`. */
export interface Stretch {
  readonly from: LogCursor
  readonly to: LogCursor
}

const within = `status = 'active' and (xid, seq) >= ($2::xid8, $3::bigint) and (xid, seq) < ($4::xid8, $5::bigint)`

/** Locks the tenant's active subscriptions that are within a stretch, passing over those another node holds. */
export async function lockWithin(
  tx: Transaction,
  { from, to }: Stretch,
): Promise<(LogCursor & { readonly id: string })[]> {
  return tx.query<LogCursor & { id: string; [column: string]: unknown }>({
    name: 'subscription lock',
    text: `select id, xid::text, seq::text from subscription where tenant = $1 and ${within}
      order by id for no key update skip locked`,
    values: [tx.tenant, from.xid, from.seq, to.xid, to.seq],
  })
}

/** Moves locked subscriptions on to a position. */
export async function moveOn(tx: Transaction, ids: readonly string[], to: LogCursor): Promise<void> {
  await tx.query({
    name: 'subscription move',
    text: `update subscription set xid = $3::xid8, seq = $4::bigint where tenant = $1 and id = any($2)`,
    values: [tx.tenant, ids, to.xid, to.seq],
  })
}

/** Moves subscriptions of tenants to whom nothing happened in a stretch to its end; gives their number. */
export async function moveOnIdle(
  database: Database,
  idle: readonly string[],
  { from, to }: Stretch,
): Promise<number> {
  const { rowCount } = await database.withWriter((client) =>
    client.query({
      name: 'subscription move idle',
      text: `update subscription set xid = $4::xid8, seq = $5::bigint where (tenant, id) in
        (select tenant, id from subscription where tenant = any($1) and ${within} for no key update skip locked)`,
      values: [idle, from.xid, from.seq, to.xid, to.seq],
    }),
  )
  return rowCount ?? 0
}

/** How attempts for a subscription went. */
export interface Reachability {
  readonly id: string
  readonly succeeded: boolean
  readonly error: string | null
  /** Whether the receiver said that it wants no more. */
  readonly gone: boolean
}

/**
 * Notes how attempts went. A subscription that is gone, or had no success since `patience`, is suspended;
 * gives the ids of those that now are.
 */
export async function noteReachability(
  tx: Transaction,
  notes: readonly Reachability[],
  { now, patience }: { readonly now: string; readonly patience: string },
): Promise<string[]> {
  const rows = await tx.query<{ id: string }>({
    name: 'subscription note',
    text: `with noted as (
        update subscription s set last_error = r.error,
          failing_since = case when r.succeeded then null else coalesce(s.failing_since, $3::timestamptz) end,
          status = case when r.gone or (not r.succeeded and s.failing_since <= $4::timestamptz)
            then 'suspended' else s.status end
        from json_to_recordset($2::json) as r(id text, succeeded boolean, error text, gone boolean)
        where s.tenant = $1 and s.id = r.id and (r.error is not null or s.last_error is not null)
        returning s.id, s.status)
      select id from noted where status = 'suspended'`,
    values: [tx.tenant, JSON.stringify(notes), now, patience],
  })
  return rows.map(({ id }) => id)
}

/** Suspends a subscription whose query can no longer be read. */
export async function suspend(tx: Transaction, id: string, error: string): Promise<void> {
  await tx.query({
    text: `update subscription set status = 'suspended', last_error = $3 where tenant = $1 and id = $2`,
    values: [tx.tenant, id, error],
  })
}
