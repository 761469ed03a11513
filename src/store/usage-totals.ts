/** Adds up usage records (TMF635): what they measure, by what was used. */
import type { ResourcePage } from '../declare/index.ts'
import { conditionsOf, type Wanted } from './document-search.ts'
import { Parameters } from './parameters.ts'
import type { Transaction } from './transaction.ts'

/** What several records come to together. */
export interface UsageTotal {
  readonly product: string | null
  readonly service: string | null
  readonly usageType: string
  readonly units: string
  /** Exact decimal digits. */
  readonly amount: string
  readonly records: number
}

/** The usage to add up: of whom or what, and in which period, as ISO date-times. */
export interface UsageQuery {
  readonly wanted: Wanted
  /** Products to which a record counts before others it names. */
  readonly products: readonly string[]
  readonly from: string | undefined
  readonly until: string | undefined
  /** How many records are read at most. */
  readonly limit: number
}

/** A measure is the number of one of these characteristics; a record without one counts as itself. */
const measures = ['volume', 'duration', 'quantity', 'amount']
const maxTotals = 500

/** The totals of the records, by product, service, type and unit; none that was rejected. */
export async function addUpUsage(
  tx: Transaction,
  page: ResourcePage,
  query: UsageQuery,
): Promise<UsageTotal[]> {
  const parameters = new Parameters()
  const conditions = [
    conditionsOf(tx, page, { wanted: query.wanted, except: [] }, parameters),
    `doc->>'status' is distinct from 'rejected'`,
  ]
  const date = `instant((doc->>'usageDate'))`
  if (query.from) conditions.push(`${date} >= ${parameters.add(query.from)}::timestamptz`)
  if (query.until) conditions.push(`${date} < ${parameters.add(query.until)}::timestamptz`)
  const products = parameters.add(query.products)
  const named = parameters.add(measures)
  const text = `select product, service, "usageType",
      case when measure is null then 'records' else coalesce(unit, '') end as units,
      sum(coalesce(measure, 1))::text as amount, count(*)::int as records
    from (
      select coalesce(
          (select r #>> '{productRef,id}' from jsonb_array_elements(doc->'ratedProductUsage') r
            where r #>> '{productRef,id}' = any(${products}::text[]) limit 1),
          doc #>> '{ratedProductUsage,0,productRef,id}') as product,
        (select c->>'value' from jsonb_array_elements(doc->'usageCharacteristic') c where c->>'name' = 'service' limit 1) as service,
        coalesce(doc->>'usageType', 'usage') as "usageType",
        (select (c->>'value')::numeric from jsonb_array_elements(doc->'usageCharacteristic') c
          where lower(c->>'name') = any(${named}::text[]) and c->>'value' ~ '^-?\\d{1,30}(\\.\\d{1,30})?$' limit 1) as measure,
        (select c->>'value' from jsonb_array_elements(doc->'usageCharacteristic') c
          where lower(c->>'name') in ('unit', 'units') limit 1) as unit
      from (select doc from entity_usage where ${conditions.join(' and ')} limit ${parameters.add(query.limit)}) as found
    ) as measured
    group by 1, 2, 3, 4 order by 1, 2, 3, 4 limit ${maxTotals}`
  return tx.query<UsageTotal & Record<string, unknown>>({ text, values: parameters.values })
}
