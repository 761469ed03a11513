/** The queue of import and export jobs: which wait, who works on them, until when. */
import type { Database } from './database.ts'
import type { Transaction } from './transaction.ts'

/** What is woken when a job waits. */
export const jobTopic = 'job'

export interface JobKey {
  readonly kind: string
  readonly id: string
}

/** A job that a node has taken up. */
export interface ClaimedJob extends JobKey {
  readonly tenant: string
  /** How often it was taken up, this time included. */
  readonly attempts: number
}

/** Has a job taken up once the transaction is committed. */
export async function enqueueJob(tx: Transaction, { kind, id }: JobKey): Promise<void> {
  await tx.query({
    name: 'job enqueue',
    text: `insert into job (tenant, kind, id) values ($1, $2, $3) on conflict do nothing`,
    values: [tx.tenant, kind, id],
  })
}

/** Takes up the job that has waited longest, for `lease` milliseconds. */
export async function claimJob(
  database: Database,
  owner: string,
  lease: number,
): Promise<ClaimedJob | undefined> {
  const { rows } = await database.withWriter((client) =>
    client.query<ClaimedJob>({
      name: 'job claim',
      text: `update job set owner = $1, attempts = attempts + 1, due = now() + $2 * interval '1 millisecond'
        where (tenant, kind, id) = (select tenant, kind, id from job where due <= now()
          order by due limit 1 for update skip locked)
        returning tenant, kind, id, attempts`,
      values: [owner, lease],
    }),
  )
  return rows[0]
}

/** Keeps the lease of a job that is worked on. */
export async function renewJob(
  database: Database,
  owner: string,
  { tenant, kind, id }: ClaimedJob,
  lease: number,
): Promise<void> {
  await database.withWriter((client) =>
    client.query({
      name: 'job renew',
      text: `update job set due = now() + $5 * interval '1 millisecond'
        where tenant = $1 and kind = $2 and id = $3 and owner = $4`,
      values: [tenant, kind, id, owner, lease],
    }),
  )
}

/** Ends a job in the transaction that does what it is for; false when another node has taken it over. */
export async function endJob(tx: Transaction, owner: string, { kind, id }: JobKey): Promise<boolean> {
  const rows = await tx.query({
    name: 'job end',
    text: `delete from job where tenant = $1 and kind = $2 and id = $3 and owner = $4 returning id`,
    values: [tx.tenant, kind, id, owner],
  })
  return rows.length > 0
}

/** Puts a job back for whoever comes, without counting this attempt. */
export async function releaseJob(
  database: Database,
  owner: string,
  { tenant, kind, id }: ClaimedJob,
): Promise<void> {
  await database.withWriter((client) =>
    client.query(
      `update job set owner = null, due = now(), attempts = attempts - 1
        where tenant = $1 and kind = $2 and id = $3 and owner = $4`,
      [tenant, kind, id, owner],
    ),
  )
}

/** In how many milliseconds the next job is due; undefined when none waits. */
export async function nextJob(database: Database): Promise<number | undefined> {
  const [row] = await database.read<{ wait: number | null }>({
    name: 'job next',
    text: `select extract(epoch from min(due) - now())::float8 * 1000 as wait from job`,
  })
  return row?.wait == null ? undefined : Math.max(0, row.wait)
}
