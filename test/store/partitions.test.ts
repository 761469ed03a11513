import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parseFilter } from '../../src/derive/filter.ts'
import { fieldAt } from '../../src/derive/path.ts'
import { parseQuery } from '../../src/derive/query-string.ts'
import type { Database } from '../../src/store/database.ts'
import { isIdInList } from '../../src/store/partitions.ts'
import { readMany } from '../../src/store/reading.ts'
import { model, pageOf } from '../derive/pages.ts'
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

/** The statements by which a filtered list is read: the page of documents, then their number. */
async function statementsOf(name: string, query: string): Promise<pg.QueryConfig[]> {
  const page = pageOf(name)
  const asked: pg.QueryConfig[] = []
  const recorder = {
    readAll: async (queries: readonly pg.QueryConfig[]) => {
      asked.push(...queries)
      return queries.map(() => [])
    },
  }
  const filter = parseFilter(page, parseQuery(query).conditions)
  const window = { offset: 0, limit: 100 }
  await readMany(recorder as unknown as Database, 'default', page, { filter, window })
  return asked
}

async function explained({ text, values = [] }: pg.QueryConfig): Promise<string> {
  const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain ${text}`, [...values])
  return rows.map((row) => row['QUERY PLAN']).join('\n')
}

describe('a list filtered by a path of findBy is read by its index', () => {
  beforeAll(async () => {
    await client.query(`insert into entity (tenant, kind, id, revision, created, updated, doc)
      select 'default', 'ServiceOrder', 'so-' || n, 1, now(), now(), jsonb_build_object(
        'state', 'completed', 'externalId', 'PON-' || n, 'category', 'c' || n % 50,
        'orderDate', to_char(timestamp '2026-01-01' + n * interval '1 minute', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
        'relatedParty', jsonb_build_array(
          jsonb_build_object('id', 'p-' || n, 'role', 'customer'), jsonb_build_object('id', 'p-0', 'role', 'seller')))
      from generate_series(1, 5000) as n`)
    await client.query('analyze entity_serviceorder')
  })

  test.each([
    ['a text', 'externalId=PON-77', 1],
    ['one of several texts', 'externalId=PON-77,PON-78', 2],
    ['a date-time', 'orderDate=2026-01-02T00:00:00Z', 1],
    ['an element of a list', 'relatedParty.id=p-77', 1],
    ['one of several elements', 'relatedParty.id=p-77,p-78', 2],
    ['the same text twice over, and more', 'externalId=PON-77&category=c27', 1],
  ])('of %s', async (_what, query, count) => {
    const statements = await statementsOf('ServiceOrder', query)
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

  test('and an unfiltered one in the order of creation', async () => {
    const [listed] = await statementsOf('ServiceOrder', '')
    if (listed) expect(await explained(listed)).toContain('entity_serviceorder_seq')
  })
})

describe('every kind', () => {
  test('has a table of its own, and an index for every path it is found by', async () => {
    const { rows } = await client.query<{ table: string; definition: string }>(
      `select tablename as table, indexdef as definition from pg_indexes where tablename like 'entity\\_%'`,
    )
    for (const kind of new Set(model.pages.map((each) => each.kind))) {
      const { page } = model.homeOf(kind)
      if (page.facts.embeddedAs) continue
      const table = `entity_${page.kind.toLowerCase()}`
      const all = rows.filter((row) => row.table === table).map(({ definition }) => definition)
      const ofIds = all.filter((definition) => definition.includes(`INDEX ${table}_ids `))
      const indexes = all.filter((definition) => !ofIds.includes(definition))
      const alone = page.findBy.filter((path) => !isIdInList(path.split('.'), fieldAt(page, path.split('.'))))
      if (alone.length < page.findBy.length) expect([page.kind, ofIds.length]).toEqual([page.kind, 1])
      // Beside those of the paths (one index of references serves all ids in lists): the key, the order of creation, the parent, and what is free to assign.
      const others = 2 + (page.facts.within ? 1 : 0) + (page.facts.queue ? 1 : 0)
      expect([page.kind, indexes.length]).toEqual([page.kind, others + alone.length])
    }
  })
})
