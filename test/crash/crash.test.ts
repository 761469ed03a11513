/**
 * Death at any moment: the server, the embedded database, one of two nodes. What was accepted completes; nothing is
 * done twice; a subscriber that dedupes by eventId hears of everything once.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { freshDatabase } from '../support/fresh-database.ts'
import { until } from '../support/until.ts'
import { enlargeInventory } from './inventory.ts'
import { Load, Subscriber } from './load.ts'
import { embeddedDatabase, freePort, pause, ServerProcess } from './process.ts'

const kills = 20
const bases = [
  '/tmf-api/productOrderingManagement/v4',
  '/tmf-api/serviceOrdering/v4',
  '/tmf-api/resourceOrderingManagement/v4',
  '/tmf-api/productInventory/v4',
]
const announced = ['ProductOrder', 'ServiceOrder', 'ResourceOrder', 'Product']

let folder: string
let servers: ServerProcess[]
let subscriber: Subscriber

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'goldthread-crash-'))
  servers = []
  subscriber = new Subscriber()
  await subscriber.open()
})

afterEach(async () => {
  for (const server of servers) await server.kill('SIGTERM')
  subscriber.close()
  rmSync(folder, { recursive: true, force: true })
})

async function startServer(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<ServerProcess> {
  const server = new ServerProcess(await freePort(), args, env)
  servers.push(server)
  await server.start()
  return server
}

/** A random moment of the next half second or so. */
const someTime = (): Promise<void> => pause(100 + Math.random() * 500)

/** A connection to a database that may still be coming back. */
async function connected(url: string): Promise<pg.Client> {
  let client = new pg.Client({ connectionString: url })
  await until(async () => {
    client = new pg.Client({ connectionString: url })
    client.on('error', () => {})
    return client.connect().then(
      () => true,
      () => false,
    )
  }, 'a connection')
  return client
}

/** What must hold once the load is over, whoever died meanwhile. */
async function expectNothingLostOrDoubled(databaseUrl: string, accepted: readonly string[]): Promise<void> {
  const client = await connected(databaseUrl)
  const rows = async (sql: string, values: unknown[] = []) => (await client.query(sql, values)).rows
  try {
    await until(async () => {
      const open = await rows(
        `select count(*)::int as open from entity_productorder where doc->>'state' not in ('completed')`,
      )
      return open[0].open === 0
    }, 'completion of every order')
    const found = await rows(`select id from entity_productorder where id = any($1)`, [accepted])
    expect(found).toHaveLength(accepted.length)
    const twice = await rows(
      `select r->>'id' as id from entity_product, jsonb_array_elements(doc->'realizingResource') as r
        group by 1 having count(*) > 1`,
    )
    expect(twice).toEqual([])
    const again = await rows(
      `select target, action from network.journal where action <> 'test' group by 1, 2 having count(*) > 1`,
    )
    expect(again).toEqual([])
    const products = await rows(
      `select (select count(*) from entity_product where id <> 'prod-business-fibre-90210') - (select count(*) from entity_productorder) as difference`,
    )
    expect(Number(products[0].difference)).toBe(0)
    const logged = await rows(
      `select id from event where kind = any($1) and correlation_id <> 'sample-operator'`,
      [announced],
    )
    await until(async () => subscriber.eventIds.size >= logged.length, 'delivery of every event')
    expect(new Set(logged.map(({ id }) => id))).toEqual(subscriber.eventIds)
  } finally {
    await client.end()
  }
}

test(`the server killed ${kills} times under load loses nothing and doubles nothing`, {
  timeout: 240_000,
}, async () => {
  const server = await startServer(['--data', folder])
  await enlargeInventory(server.url, 1_500)
  await subscriber.subscribe(server.url, bases)
  const load = new Load(() => server.url, 3)
  for (let kill = 0; kill < kills; kill++) {
    await someTime()
    await server.kill()
    await server.start()
  }
  await load.stop()
  expect(load.accepted.length).toBeGreaterThan(kills)
  await expectNothingLostOrDoubled(embeddedDatabase(folder).url, load.accepted)
})

test(`the embedded database killed ${kills} times under load comes back each time`, {
  timeout: 240_000,
}, async () => {
  const server = await startServer(['--data', folder])
  await enlargeInventory(server.url, 1_500)
  await subscriber.subscribe(server.url, bases)
  const load = new Load(() => server.url, 3)
  for (let kill = 0; kill < kills; kill++) {
    await someTime()
    const killed = embeddedDatabase(folder).pid()
    expect(killed).toBeDefined()
    process.kill(Number(killed), 'SIGKILL')
    // Its record stays until another starts: only a new process means that it came back.
    await until(() => {
      server.mustLive()
      return ![undefined, killed].includes(embeddedDatabase(folder).pid())
    }, 'another database')
    await until(
      async () => (await fetch(`${server.url}/health/ready`).catch(() => undefined))?.status === 200,
      'the database',
    )
  }
  await load.stop()
  expect(load.accepted.length).toBeGreaterThan(kills)
  await expectNothingLostOrDoubled(embeddedDatabase(folder).url, load.accepted)
})

test('two nodes share one PostgreSQL; killing one loses nothing', { timeout: 120_000 }, async () => {
  const fresh = await freshDatabase()
  try {
    const env = { DATABASE_URL: fresh.url }
    const first = await startServer([], env)
    const second = await startServer([], env)
    await enlargeInventory(first.url, 1_000)
    await subscriber.subscribe(first.url, bases)
    let turn = 0
    const load = new Load(() => (turn++ % 2 === 0 ? first : second).url, 4)
    await until(async () => load.accepted.length > 40, 'load')
    await first.kill()
    await until(async () => load.accepted.length > 80, 'load on the other node')
    await load.stop()
    await expectNothingLostOrDoubled(fresh.url, load.accepted)
    await second.kill('SIGTERM')
  } finally {
    for (const server of servers) await server.kill()
    await fresh.drop()
  }
})
