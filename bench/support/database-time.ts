/** What lists cost the database: the very statements Goldthread sends, planned and run under `explain analyze`. */
import pg from 'pg'
import { ServiceOrder } from '../../src/apis/tmf641-service-ordering/service-order.ts'
import { parseQueryFilter } from '../../src/derive/query-filter.ts'
import { parseQuery } from '../../src/derive/query-string.ts'
import { parseSort } from '../../src/derive/sort.ts'
import type { RowKey } from '../../src/store/keyset.ts'
import {
  countStatement,
  type Extent,
  type Listing,
  listStatement,
  type Statement,
} from '../../src/store/list-statement.ts'
import { quantile } from './rounds.ts'

const times = 15

/** Milliseconds by what was asked. */
export type Times = ReadonlyMap<string, number>

/** Where in a list a page begins, as a share of all that match. */
const places = { start: 0, middle: 0.5, end: 1 }

const pages = [
  'state=held&sort=-orderDate',
  'state=held',
  'state=held&category=business&sort=orderDate',
  'relatedParty.id=cust-7919&sort=-orderDate',
  'orderDate>2025-01-15T00:00:00Z&orderDate<2025-01-16T00:00:00Z&sort=-orderDate',
  'externalId=po-77777',
]
const walks = ['', 'sort=-orderDate', 'state=held&sort=-orderDate']
const totals = ['', 'state=held', 'state=completed', 'relatedParty.id=cust-7919', 'category=business']

/** Measures pages of 50, steps of walks by cursor at several places, and exact totals. */
export async function databaseTimes(url: string): Promise<Times> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const found = new Map<string, number>()
  try {
    for (const query of pages) {
      const page = listStatement(listingOf(query), extent({}))
      found.set(`page      ?${query}`, await timeOf(client, page))
    }
    for (const query of walks) {
      for (const [name, share] of Object.entries(places)) {
        const beyond = await keyAt(client, query, share)
        const step = listStatement(listingOf(query), extent({ hasKeys: true, ...(beyond ? { beyond } : {}) }))
        found.set(`cursor    ?${query}  at the ${name}`, await timeOf(client, step))
      }
    }
    for (const query of totals) {
      found.set(`total     ?${query}`, await timeOf(client, countStatement(listingOf(query))))
    }
    const read = {
      text: `select doc::text from entity_serviceorder where tenant = 'default' and kind = 'ServiceOrder' and id = $1`,
      values: ['so-bench-000000077777'],
    }
    found.set('by id', await timeOf(client, read))
    return found
  } finally {
    await client.end()
  }
}

function listingOf(query: string): Listing {
  const parsed = parseQuery(query)
  const sort = parseSort(ServiceOrder, parsed.parameters.get('sort') ?? [])
  return { tenant: 'default', page: ServiceOrder, filter: parseQueryFilter(ServiceOrder, parsed), sort }
}

function extent(more: Partial<Extent>): Extent {
  return { limit: 50, offset: 0, isBackward: false, hasKeys: false, ...more }
}

/** The key of the row after which a page begins; undefined for the first page. */
async function keyAt(client: pg.Client, query: string, share: number): Promise<RowKey | undefined> {
  if (share === 0) return undefined
  const listing = listingOf(query)
  const { rows } = await client.query<{ total: number }>(countStatement(listing))
  const offset = Math.max(0, Math.min(Math.floor((rows[0]?.total ?? 0) * share), (rows[0]?.total ?? 0) - 51))
  const at = listStatement(listing, extent({ limit: 1, offset, hasKeys: true }))
  const found = await client.query<{ key: RowKey }>(at)
  return found.rows[0]?.key
}

/** Milliseconds in the server to plan and run a statement: the median of several, after one that warms the caches. */
async function timeOf(client: pg.Client, { text, values }: Statement): Promise<number> {
  const measured: number[] = []
  for (let index = 0; index <= times; index++) {
    const { rows } = await client.query<{ 'QUERY PLAN': readonly [Plan] }>(
      `explain (analyze, timing off, format json) ${text}`,
      [...values],
    )
    const plan = rows[0]?.['QUERY PLAN'][0]
    if (index > 0 && plan) measured.push(plan['Planning Time'] + plan['Execution Time'])
  }
  return quantile(
    measured.sort((a, b) => a - b),
    0.5,
  )
}

interface Plan {
  readonly 'Planning Time': number
  readonly 'Execution Time': number
}
