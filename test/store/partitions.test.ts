import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parseQueryFilter } from '../../src/derive/query-filter.ts'
import { parseQuery } from '../../src/derive/query-string.ts'
import { parseSort } from '../../src/derive/sort.ts'
import type { RowKey } from '../../src/store/keyset.ts'
import { countStatement, listStatement, type Statement } from '../../src/store/list-statement.ts'
import { pageOf } from '../derive/pages.ts'
import { type FreshContext, freshContext } from '../support/context.ts'

let context: FreshContext
let client: pg.Client
beforeAll(async () => {
  context = await freshContext()
  client = new pg.Client({ connectionString: context.url })
  await client.connect()
})
afterAll(async () => {
  await client.end()
  await context.drop()
})

/** The statements by which a list is read: the page of documents, then their number; from a position on the page alone. */
function statementsOf(name: string, query: string, from?: RowKey): Statement[] {
  const page = pageOf(name)
  const parsed = parseQuery(query)
  const sort = parseSort(page, parsed.parameters.get('sort') ?? [])
  const listing = { tenant: 'default', page, filter: parseQueryFilter(page, parsed), sort }
  const extent = { offset: 0, limit: 100, isBackward: false }
  if (from) return [listStatement(listing, { ...extent, beyond: from, hasKeys: true })]
  return [listStatement(listing, { ...extent, hasKeys: false }), countStatement(listing)]
}

async function explained({ text, values = [] }: Partial<Statement>): Promise<string> {
  const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain ${text}`, [...values])
  return rows.map((row) => row['QUERY PLAN']).join('\n')
}

describe('a list filtered by a path of findBy is read by its index', () => {
  beforeAll(async () => {
    await context.database.tables.make(['ServiceOrder'])
    await client.query(`insert into entity (tenant, kind, id, revision, created, updated, state, doc)
      select 'default', 'ServiceOrder', 'so-' || n, 1, now(), now(), 'completed', jsonb_build_object(
        'state', 'completed', 'externalId', 'PON-' || n, 'category', 'c' || n % 50,
        'orderDate', to_char(timestamp '2026-01-01' + n * interval '1 minute', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
        'relatedParty', jsonb_build_array(
          jsonb_build_object('id', 'p-' || n, 'role', 'customer'), jsonb_build_object('id', 'p-0', 'role', 'seller')))
      from generate_series(1, 5000) as n`)
    await client.query('vacuum analyze entity_serviceorder')
  })

  test.each([
    ['a text', 'externalId=PON-77', 1],
    ['one of several texts', 'externalId=PON-77,PON-78', 2],
    ['a date-time', 'orderDate=2026-01-02T00:00:00Z', 1],
    ['an element of a list', 'relatedParty.id=p-77', 1],
    ['one of several elements', 'relatedParty.id=p-77,p-78', 2],
    ['the same text twice over, and more', 'externalId=PON-77&category=c27', 1],
    ['texts that begin alike', 'externalId.startswith=PON-77', 11],
    ['texts that fit a pattern with a fixed start', 'externalId.regex=^PON-77[0-8]$', 9],
    ['texts that fit wildcards with a fixed start', 'externalId.like=PON-77?', 10],
    ['texts from one on', 'externalId>=PON-999', 1],
    ['texts between two', 'externalId.between=PON-998,PON-999', 2],
    ['a day', 'orderDate=2026-01-04T10:40:00Z,2026-01-04T11:20:00Z', 2],
    ['date-times up to one', 'orderDate<=2026-01-01T00:10:00Z', 10],
    ['texts that are missing', 'category.isnull=true', 0],
    ['an element that has several values', "filter=relatedParty[?(@.id=='p-77' && @.role=='customer')]", 1],
    ['what the resource itself has', "filter=$[?(@.externalId=='PON-77' && @.category!='x')]", 1],
  ])('of %s', async (_what, query, count) => {
    const statements = statementsOf('ServiceOrder', query)
    expect(statements).toHaveLength(2)
    for (const statement of statements) {
      const plan = await explained(statement)
      expect(plan).toMatch(/(Index|Bitmap Index) (Only )?Scan/)
      expect(plan).not.toContain('Seq Scan')
      // Not by walking all documents in their order and looking at each.
      expect(plan).not.toContain('entity_serviceorder_seq')
    }
    const [listed] = statements
    const { rows } = await client.query(listed?.text ?? '', [...(listed?.values ?? [])])
    expect(rows).toHaveLength(count)
  })

  const place = ['c7', '2500']
  test.each([
    ['ascending', 'sort=externalId', undefined],
    ['descending', 'sort=-orderDate', undefined],
    ['then by others', 'sort=-orderDate,-state,category', undefined],
    ['from a place on', 'sort=category', place],
    ['descending from a place on', 'sort=-category', place],
    ['filtered by the same', 'sort=-category&category<c8', place],
  ])('and sorted %s by one is read in its order, not put in order', async (_how, query, from) => {
    const [listed] = statementsOf('ServiceOrder', query, from)
    const plan = await explained(listed ?? { text: '' })
    expect(plan).toContain('Index Scan')
    expect(plan).not.toMatch(/Seq Scan|entity_serviceorder_seq/)
    // All are sorted nowhere: only runs of rows that are alike, and the few rows of the page.
    const sorts = plan.split('\n').filter((line) => /->\s+Sort/.test(line))
    for (const line of sorts) expect(Number(/rows=(\d+)/.exec(line)?.[1])).toBeLessThanOrEqual(500)
  })

  test.each(['', 'state=completed', 'state=held,completed'])(
    'and those in a state are counted without being read: %s',
    async (query) => {
      const [, counted] = statementsOf('ServiceOrder', query)
      expect(await explained(counted ?? {})).toContain('Index Only Scan')
    },
  )

  test('and an unfiltered one in the order of creation', async () => {
    const [listed] = statementsOf('ServiceOrder', '')
    if (listed) expect(await explained(listed)).toContain('entity_serviceorder_seq')
  })
})
