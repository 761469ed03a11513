import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { Database } from '../../src/store/database.ts'
import { migrate, migrations } from '../../src/store/migrate.ts'
import { StartRefusal } from '../../src/store/start-refusal.ts'
import { model } from '../derive/pages.ts'
import { emptyDatabase, type FreshDatabase } from '../support/fresh-database.ts'

let fresh: FreshDatabase
let client: pg.Client
const databases: Database[] = []

beforeAll(async () => {
  fresh = await emptyDatabase()
  client = new pg.Client({ connectionString: fresh.url })
  await client.connect()
})
beforeEach(async () => {
  await client.query(
    'drop schema public cascade; create schema public; drop schema if exists network cascade',
  )
})
afterAll(async () => {
  await Promise.all(databases.map((database) => database.close()))
  await client.end()
  await fresh.drop()
})

function open(): Promise<void> {
  const database = new Database({ url: fresh.url, connections: 2 })
  databases.push(database)
  return database.open(model.pages)
}

async function names(query: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(query)
  return rows.map(({ name }) => name)
}
const tables = () => names(`select relname as name from pg_class where relkind in ('r', 'p', 'i') order by 1`)
const applied = () => names('select name from migration order by number')

async function refusalOf(opening: Promise<void>): Promise<string> {
  const error: unknown = await opening.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(StartRefusal)
  return (error as StartRefusal).message
}

describe('opening a database', () => {
  test('makes what is missing, once', async () => {
    await open()
    expect(await applied()).toEqual(migrations().map(({ name }) => name))
    const before = await tables()
    await open()
    expect(await tables()).toEqual(before)
    expect(before).toContain('entity')
  })

  test('twice at once makes everything once', async () => {
    await Promise.all([open(), open(), open()])
    expect(await applied()).toEqual(migrations().map(({ name }) => name))
  })

  test('that is newer is refused, and says what to do', async () => {
    await open()
    await client.query(`insert into migration (number, name, checksum) values (9999, '9999_later.sql', 'x')`)
    expect(await refusalOf(open())).toMatch(
      /schema 9999, newer than .* start a newer Goldthread, or name another/,
    )
  })

  test('made by other files is refused, and names the file', async () => {
    await open()
    await client.query(`update migration set checksum = 'x' where number = 1`)
    expect(await refusalOf(open())).toMatch(/^Migration 0001_tables\.sql differs .* restore the file, or/)
  })

  test('where nobody listens is refused without a secret in the message', async () => {
    const url = 'postgres://goldthread:very-secret@127.0.0.1:9/nothing'
    const message = await refusalOf(new Database({ url }).open(model.pages))
    expect(message).toContain('No PostgreSQL at 127.0.0.1:9/nothing')
    expect(message).not.toContain('very-secret')
  })
})

describe('a migration', () => {
  const later = {
    number: 9000,
    name: '9000_later.sql',
    checksum: 'second',
    sql: 'create table later (id text)',
  }

  test('that is new is applied to what is there', async () => {
    await open()
    await migrate(client, [...migrations(), later])
    expect(await applied()).toEqual([...migrations().map(({ name }) => name), '9000_later.sql'])
    expect(await tables()).toContain('later')
    expect(await refusalOf(open())).toContain('schema 9000, newer')
  })

  test('that fails leaves the database as it was', async () => {
    await open()
    const before = await tables()
    const wrong = { ...later, sql: 'create table later (id text); select 1/0' }
    await client.query('begin')
    await expect(migrate(client, [...migrations(), wrong])).rejects.toThrow('division by zero')
    await client.query('rollback')
    expect(await tables()).toEqual(before)
    expect(await applied()).not.toContain('9000_later.sql')
  })
})
