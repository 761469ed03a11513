/** The queue of plans: which are due, who works on them, until when. */
import type { Database } from './database.ts'
import type { Transaction } from './transaction.ts'

/** What is woken when a plan is due. */
export const planTopic = 'plan'

/** A plan as its row holds it, locked by the transaction that claimed it. */
export interface ClaimedPlan {
  readonly tenant: string
  readonly kind: string
  readonly id: string
  readonly correlation_id: string
  readonly turn: number
  readonly owner: string | null
  readonly body: unknown
}

/**
 * Tenants that have a plan due, found by skipping from one to the next in the index.
 * A tenant with a hundred thousand due orders costs as much as one with a single order.
 */
export async function tenantsWithWork(database: Database): Promise<string[]> {
  const rows = await database.read<{ tenant: string }>({
    name: 'plan tenants',
    text: `with recursive next as (
        (select tenant from plan where due <= now() order by tenant, due limit 1)
        union all
        select (select p.tenant from plan p where p.due <= now() and p.tenant > next.tenant order by p.tenant, p.due limit 1)
        from next where next.tenant is not null)
      select tenant from next where tenant is not null`,
  })
  return rows.map(({ tenant }) => tenant)
}

/** When the earliest plan is due; undefined when none is waiting. */
export async function nextDue(database: Database): Promise<Date | undefined> {
  const [row] = await database.read<{ due: Date | null }>({
    name: 'plan next',
    text: `select min(due) as due from plan where due is not null`,
  })
  return row?.due ?? undefined
}

/** Locks up to `limit` due plans of the transaction's tenant, passing over those another node holds. */
export async function claimDue(tx: Transaction, limit: number): Promise<ClaimedPlan[]> {
  return tx.query<ClaimedPlan & Record<string, unknown>>({
    name: 'plan claim',
    text: `select tenant, kind, id, correlation_id, turn, owner, body from plan
      where tenant = $1 and due <= now() order by due limit $2 for no key update skip locked`,
    values: [tx.tenant, limit],
  })
}

/** Locks the plans whose outside calls this node made, unless another node has taken them over meanwhile. */
export async function claimOwn(
  tx: Transaction,
  owner: string,
  plans: readonly { readonly kind: string; readonly id: string; readonly turn: number }[],
): Promise<ClaimedPlan[]> {
  if (plans.length === 0) return []
  return tx.query<ClaimedPlan & Record<string, unknown>>({
    name: 'plan own',
    text: `select p.tenant, p.kind, p.id, p.correlation_id, p.turn, p.owner, p.body
      from plan p join json_to_recordset($2::json) as w(kind text, id text, turn int)
        on p.kind = w.kind and p.id = w.id and p.turn = w.turn
      where p.tenant = $1 and p.owner = $3 order by p.kind, p.id for no key update of p`,
    values: [tx.tenant, JSON.stringify(plans), owner],
  })
}

/** Locks one plan, unless another node holds it. */
export async function claimOne(tx: Transaction, kind: string, id: string): Promise<ClaimedPlan | undefined> {
  const [row] = await tx.query<ClaimedPlan & Record<string, unknown>>({
    name: 'plan one',
    text: `select tenant, kind, id, correlation_id, turn, owner, body from plan
      where tenant = $1 and kind = $2 and id = $3 for no key update skip locked`,
    values: [tx.tenant, kind, id],
  })
  return row
}

/** Makes a plan due now, if there is one: something it waits for has happened. */
export async function wakePlan(tx: Transaction, kind: string, id: string): Promise<void> {
  await tx.query({
    name: 'plan wake',
    text: `update plan set due = now() where tenant = $1 and kind = $2 and id = $3 and owner is null`,
    values: [tx.tenant, kind, id],
  })
}

/** The plan of a document as it is now, without locking it; undefined when there is none. */
export async function planBody(tx: Transaction, kind: string, id: string): Promise<unknown> {
  const [row] = await tx.query<{ body: unknown }>({
    name: 'plan body',
    text: `select body from plan where tenant = $1 and kind = $2 and id = $3`,
    values: [tx.tenant, kind, id],
  })
  return row?.body
}

/**
 * Adds the steps of a plan behind those of the plan there may be already, and makes it due; while its commands run, their
 * answers bring it up by themselves. One statement, so that of two who add at the same moment neither is lost.
 */
export async function appendSteps(
  tx: Transaction,
  plan: {
    readonly kind: string
    readonly id: string
    readonly correlationId: string
    readonly body: { readonly steps: readonly unknown[] }
  },
): Promise<void> {
  await tx.query({
    name: 'plan append',
    text: `insert into plan (tenant, kind, id, correlation_id, due, body) values ($1, $2, $3, $4, now(), $5::json)
      on conflict (tenant, kind, id) do update set
        body = jsonb_set(plan.body::jsonb, '{steps}',
          (plan.body::jsonb -> 'steps') || (excluded.body::jsonb -> 'steps'))::json,
        due = case when plan.owner is null then excluded.due else plan.due end`,
    values: [tx.tenant, plan.kind, plan.id, plan.correlationId, JSON.stringify(plan.body)],
  })
}

/** Gives back the leases of a node that shuts down, so that others go on at once. */
export async function releaseLeases(database: Database, owner: string): Promise<void> {
  await database.withWriter((client) =>
    client.query(`update plan set due = now(), owner = null where owner = $1 and due is not null`, [owner]),
  )
}

/**
 * Keeps the leases of plans whose commands are on their way from expiring; of those alone: a plan whose commands were
 * never sent, because nobody knows whether its turn was committed, must come up again. Plans that are being worked on
 * just now are passed over: waiting for them could close a circle of locks, and they get a new lease anyway.
 */
export async function renewLeases(
  database: Database,
  owner: string,
  until: string,
  plans: readonly {
    readonly tenant: string
    readonly kind: string
    readonly id: string
    readonly turn: number
  }[],
): Promise<void> {
  await database.withWriter((client) =>
    client.query({
      name: 'plan renew',
      text: `update plan set due = $2 where (tenant, kind, id) in (
        select p.tenant, p.kind, p.id from plan p
          join json_to_recordset($3::json) as w(tenant text, kind text, id text, turn int)
            on p.tenant = w.tenant and p.kind = w.kind and p.id = w.id and p.turn = w.turn
          where p.owner = $1 for no key update of p skip locked)`,
      values: [owner, until, JSON.stringify(plans)],
    }),
  )
}

/** Locks the plan of an order; false when the order has none of its own. */
export async function lockPlan(tx: Transaction, kind: string, id: string): Promise<boolean> {
  const rows = await tx.query({
    name: 'plan lock',
    text: `select 1 as found from plan where tenant = $1 and kind = $2 and id = $3 for no key update`,
    values: [tx.tenant, kind, id],
  })
  return rows.length > 0
}

/** Locks the plan of an order, waiting for the node that works on it; undefined when the order has none of its own. */
export async function claimPlan(
  tx: Transaction,
  kind: string,
  id: string,
): Promise<(ClaimedPlan & { due: string | null }) | undefined> {
  const [row] = await tx.query<ClaimedPlan & { due: string | null } & Record<string, unknown>>({
    name: 'plan claim one',
    text: `select tenant, kind, id, correlation_id, turn, owner, due::text, body from plan
      where tenant = $1 and kind = $2 and id = $3 for no key update`,
    values: [tx.tenant, kind, id],
  })
  return row
}

/** Removes the plan of an order that is removed. */
export function removePlan(tx: Transaction, kind: string, id: string): Promise<void> {
  return removePlans(tx, [{ kind, id }])
}

/** Removes plans by which nothing is left to do. */
export async function removePlans(
  tx: Transaction,
  plans: readonly { readonly kind: string; readonly id: string }[],
): Promise<void> {
  if (plans.length === 0) return
  await tx.query({
    name: 'plan remove',
    text: `delete from plan p using json_to_recordset($2::json) as w(kind text, id text)
      where p.tenant = $1 and p.kind = w.kind and p.id = w.id`,
    values: [tx.tenant, JSON.stringify(plans.map(({ kind, id }) => ({ kind, id })))],
  })
}
