import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { fieldAt } from '../../src/derive/path.ts'
import { countKinds } from '../../src/store/counts.ts'
import { Database } from '../../src/store/database.ts'
import { isIdInList, tableOf } from '../../src/store/partitions.ts'
import { readMany, readOne } from '../../src/store/reading.ts'
import { readSnapshot } from '../../src/store/snapshot.ts'
import { type Transaction, transaction } from '../../src/store/transaction.ts'
import { model, pageOf } from '../derive/pages.ts'
import { type FreshContext, freshContext } from '../support/context.ts'
import { dyingWay } from '../support/dying-way.ts'
import { until } from '../support/until.ts'

let context: FreshContext
let client: pg.Client
beforeAll(async () => {
  context = await freshContext()
  client = new pg.Client({ connectionString: context.url })
  await client.connect()
})
beforeEach(async () => {
  for (const table of await tables()) await client.query(`drop table ${table}`)
})
afterAll(async () => {
  await client.end()
  await context.drop()
})

async function tables(): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select tablename as name from pg_tables where tablename like 'entity\\_%' order by 1`,
  )
  return rows.map(({ name }) => name)
}

/** The indexes of a table by their names, each with its definition. */
async function indexesOf(table: string): Promise<Map<string, string>> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    'select indexname as name, indexdef as definition from pg_indexes where tablename = $1',
    [table],
  )
  return new Map(rows.map(({ name, definition }) => [name, definition]))
}

/** A node that has opened the database, for as long as `use` runs. */
async function withNode<T>(use: (database: Database) => Promise<T>): Promise<T> {
  const database = new Database({ url: context.url, connections: 4 })
  try {
    await database.open(model.pages)
    return await use(database)
  } finally {
    await database.close()
  }
}

const scope = { tenant: 'default', now: () => '2026-03-01T09:00:00.000Z' }
const row = (kind: string, id: string) => ({ kind, id, revision: 1, parent: null, doc: { name: id } })
const insert = (database: Database, kind: string, id: string) =>
  transaction(database, scope, async (tx) => tx.insert(row(kind, id)))
const window = { offset: 0, limit: 10 }

describe('a kind that was never used', () => {
  test('has no table, is read as empty, and gets none by that', () =>
    withNode(async (database) => {
      expect(await tables()).toEqual([])
      const page = pageOf('Quote')
      expect(await readOne(database, 'default', page, { id: 'q-1' })).toBeUndefined()
      expect(await readMany(database, 'default', page, { filter: [], window })).toEqual({
        rows: [],
        total: 0,
      })
      expect(await countKinds(database, 'default')).toEqual(new Map())
      expect(await tables()).toEqual([])
    }))

  test('is empty also to a change that looks into it, and to an export', () =>
    withNode(async (database) => {
      const look = (tx: Transaction) =>
        tx.query<{ count: number }>({ text: 'select count(*)::int as count from entity_usage' })
      expect(await transaction(database, scope, look)).toEqual([{ count: 0 }])
      let taken = 0
      await readSnapshot(
        database,
        'default',
        [{ page: pageOf('Quote'), filter: [] }],
        async (_page, rows) => {
          taken += rows.length
        },
      )
      expect(taken).toBe(0)
    }))

  test('has its table with the first document', () =>
    withNode(async (database) => {
      await insert(database, 'Quote', 'q-1')
      expect(await tables()).toEqual(['entity_quote'])
      expect(await readOne(database, 'default', pageOf('Quote'), { id: 'q-1' })).toMatchObject({ id: 'q-1' })
    }))

  test('has one table, whoever needs it first', () =>
    withNode((first) =>
      withNode(async (second) => {
        const ids = Array.from({ length: 20 }, (_, index) => `q-${index}`)
        await Promise.all(ids.map((id, index) => insert(index % 2 ? first : second, 'Quote', id)))
        expect(await countKinds(first, 'default')).toEqual(new Map([['Quote', 20]]))
      }),
    ))

  test('gets its table while others write to theirs', () =>
    withNode(async (database) => {
      await insert(database, 'Quote', 'q-1')
      await client.query('begin')
      await client.query(`update entity set revision = 2 where kind = 'Quote'`)
      await insert(database, 'Resource', 'r-1')
      await client.query('commit')
      expect(await tables()).toEqual(['entity_quote', 'entity_resource'])
    }))

  test('gets its table late in a change, which is then made anew', () =>
    withNode(async (database) => {
      await transaction(database, scope, async (tx) => {
        await tx.load([{ kind: 'Quote', id: 'q-1' }], { lock: true })
        tx.insert(row('Quote', 'q-1'))
        await tx.query({ text: 'select from entity_usage' })
        await tx.query({ text: 'select from entity_appointment' }).catch((error: Error) => {
          throw new Error('told in other words', { cause: error })
        })
      })
      expect(await tables()).toEqual(['entity_appointment', 'entity_quote', 'entity_usage'])
      expect(await countKinds(database, 'default')).toEqual(new Map([['Quote', 1]]))
    }))
})

test('a table that another node makes is seen', () =>
  withNode((first) =>
    withNode(async (second) => {
      const page = pageOf('Quote')
      expect(await readOne(first, 'default', page, { id: 'q-1' })).toBeUndefined()
      await insert(second, 'Quote', 'q-1')
      expect(await readOne(first, 'default', page, { id: 'q-1' })).toMatchObject({ id: 'q-1' })
      const { total } = await readMany(first, 'default', page, { filter: [], window })
      expect(total).toBe(1)
    }),
  ))

test('a table that no kind has is missed', () =>
  withNode(async (database) => {
    const read = database.read({ text: 'select from entity_nothing' })
    await expect(read).rejects.toMatchObject({ code: '42P01' })
    await expect(insert(database, 'Nothing', 'n-1')).rejects.toMatchObject({ code: '23514' })
  }))

test('a table that an earlier version made is completed at the start', () =>
  withNode(async (database) => {
    await database.tables.make(['ServiceOrder'])
    const made = await indexesOf('entity_serviceorder')
    await client.query('drop index entity_serviceorder_seq')
    await withNode(async () => {})
    expect(await indexesOf('entity_serviceorder')).toEqual(made)
  }))

test('the state a document has by its lifecycle is kept beside it, also of those that were there before it was', () =>
  withNode(async (database) => {
    const order = (id: string, doc: object) => ({ ...row('ServiceOrder', id), doc: { ...doc } })
    await transaction(database, scope, async (tx) => {
      tx.insert(order('so-1', { state: 'acknowledged' }))
      tx.insert(order('so-2', { state: 'acknowledged' }))
      tx.insert(order('so-3', {}))
    })
    await transaction(database, scope, async (tx) => tx.update(order('so-2', { state: 'held' })))
    const states = async () => {
      const { rows } = await client.query('select id, state from entity order by id')
      return rows
    }
    const kept = [
      { id: 'so-1', state: 'acknowledged' },
      { id: 'so-2', state: 'held' },
      { id: 'so-3', state: null },
    ]
    expect(await states()).toEqual(kept)

    const ofState = [...(await indexesOf('entity_serviceorder'))].find(([, made]) =>
      /, state, seq/.test(made),
    )
    await client.query(`update entity set state = null; drop index ${ofState?.[0]}`)
    await withNode(async () => {})
    expect(await states()).toEqual(kept)
  }))

test('a change waits for its table as long as another node is migrating', () =>
  withNode(async (database) => {
    const migrating = new pg.Client({ connectionString: context.url })
    await migrating.connect()
    await migrating.query('select pg_advisory_lock(7104211)')
    let isMade = false
    const making = insert(database, 'Quote', 'q-1').then(() => {
      isMade = true
    })
    await until(async () => {
      const { rows } = await client.query(`select from pg_locks where locktype = 'advisory' and not granted`)
      return rows.length === 1
    })
    expect(isMade).toBe(false)
    await migrating.end()
    await making
  }))

test('a change whose database goes away while it gets its table is refused as unavailable', () =>
  withNode(async (database) => {
    const migrating = new pg.Client({ connectionString: context.url })
    await migrating.connect()
    await migrating.query('select pg_advisory_lock(7104211)')
    const refused = expect(insert(database, 'Quote', 'q-1')).rejects.toMatchObject({ code: 'unavailable' })
    await until(async () => {
      const { rows } = await client.query(
        `select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and not granted`,
      )
      return rows.length === 1
    })
    await refused
    await migrating.end()
    await insert(database, 'Quote', 'q-1')
    expect(await tables()).toEqual(['entity_quote'])
  }))

test('a node outlives a database that goes away just when it has made a table', async () => {
  const way = await dyingWay(context.url)
  try {
    const database = new Database({ url: way.url, connections: 4 })
    await database.open(model.pages)
    way.dieAfterCommit()
    await insert(database, 'Quote', 'q-1')
    expect(await countKinds(database, 'default')).toEqual(new Map([['Quote', 1]]))
    await database.close()
  } finally {
    way.close()
  }
})

test('every kind has a table of its own, and an index for every path it is found by', async () => {
  const kinds = [...new Set(model.pages.filter(({ isStored }) => isStored).map(({ kind }) => kind))]
  await withNode((database) => database.tables.make(kinds))
  for (const kind of kinds) {
    const { page } = model.homeOf(kind)
    const indexes = await indexesOf(tableOf(kind))
    const hasIds = indexes.delete(`${tableOf(kind)}_ids`)
    const alone = page.findBy.filter((path) => !isIdInList(path.split('.'), fieldAt(page, path.split('.'))))
    if (alone.length < page.findBy.length) expect([kind, hasIds]).toEqual([kind, true])
    // Beside those of the paths (one index of references serves all ids in lists): the key, the order of creation, the
    // parent, what is free to assign, and what is over.
    const { within, queue } = page.facts
    const others = 2 + [within, queue, page.isPassing].filter(Boolean).length
    expect([kind, indexes.size]).toEqual([kind, others + alone.length])
  }
})
