/** All subscriptions of a tenant, as its operators see them, whoever made them. */
import type { Database } from './database.ts'
import { Parameters } from './parameters.ts'

export interface OverviewFilter {
  readonly id?: string | undefined
  readonly status?: string | undefined
  readonly client?: string | undefined
}

export interface OverviewRow {
  readonly id: string
  readonly api: string
  readonly topic: string | null
  readonly client: string
  readonly callback: string
  readonly query: string | null
  readonly status: string
  readonly last_error: string | null
  readonly failing_since: Date | null
  readonly created: Date
  /** How many events wait to be sent, and how many were given up; each counted up to a limit. */
  readonly pending: number
  readonly dead: number
}

const maxCounted = 10_000

/** A page of the subscriptions, oldest first, and how many there are. */
export async function readOverview(
  database: Database,
  tenant: string,
  { id, status, client }: OverviewFilter,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<{ rows: OverviewRow[]; total: number }> {
  const parameters = new Parameters()
  const conditions = [`tenant = ${parameters.add(tenant)}`]
  for (const [column, value] of Object.entries({ id, status, client })) {
    if (value !== undefined) conditions.push(`${column} = ${parameters.add(value)}`)
  }
  const chosen = `from subscription where ${conditions.join(' and ')}`
  const counted = { text: `select count(*)::int as total ${chosen}`, values: [...parameters.values] }
  const countOf = (condition: string) => `(select count(*)::int from (select from delivery d
    where d.tenant = s.tenant and d.subscription = s.id and ${condition} limit ${maxCounted}) as c)`
  const text = `select s.id, s.api, s.topic, s.client, s.callback, s.query, s.status, s.last_error, s.failing_since,
      s.created, ${countOf('d.parked is null')} as pending, ${countOf('d.parked is not null')} as dead
    from (select * ${chosen} order by created, id
      limit ${parameters.add(limit)} offset ${parameters.add(offset)}) as s
    order by s.created, s.id`
  const [rows, counts] = await database.readAll<[OverviewRow, { total: number }]>([
    { text, values: parameters.values },
    counted,
  ])
  return { rows, total: counts[0]?.total ?? 0 }
}
