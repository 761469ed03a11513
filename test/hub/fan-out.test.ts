import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { readUncut } from '../../src/store/event-search.ts'
import { eventually } from '../support/until.ts'
import { Bench, base, callerOf } from './bench.ts'
import { Receiver } from './receiver.ts'

let bench: Bench
let receiver: Receiver
beforeAll(async () => {
  bench = await Bench.open()
})
beforeEach(async () => {
  receiver = await Receiver.open()
})
afterEach(async () => {
  await bench.clean()
  await receiver.close()
})
afterAll(() => bench.close())

const typesOf = (receiver: Receiver) => receiver.received.map(({ body }) => body.eventType)
const textsOf = (receiver: Receiver) =>
  receiver.received.map(({ body }) => body.event.serviceOrder.description)

test('a subscriber is told of what happens after it has registered', async () => {
  await bench.order()
  await bench.subscribe(`${receiver.url}/hook?key=1`)
  bench.start()
  const { id } = await bench.order({ externalId: 'PON-1' })
  await bench.change(id, { state: 'inProgress', description: 'begun' })
  await receiver.has(3)
  expect(typesOf(receiver)).toEqual([
    'ServiceOrderCreateEvent',
    'ServiceOrderAttributeValueChangeEvent',
    'ServiceOrderStateChangeEvent',
  ])
  const [created, changed] = receiver.received
  expect(created?.path).toBe('/hook?key=1')
  expect(created?.body).toMatchObject({
    correlationId: 'corr-1',
    domain: 'ServiceOrdering',
    event: {
      serviceOrder: {
        id,
        externalId: 'PON-1',
        href: `${base}/tmf-api/serviceOrdering/v4/serviceOrder/${id}`,
      },
    },
  })
  expect(changed?.body.fieldPath.split(',').sort()).toContain('description')
})

test('what happened before the registration is not told, though an older transaction still runs', async () => {
  const older = new pg.Client({ connectionString: bench.context.url })
  await older.connect()
  await older.query('begin')
  await older.query('select pg_current_xact_id()')
  await bench.order({ description: 'before' })
  await bench.subscribe(receiver.url)
  bench.start()
  await bench.order({ description: 'after' })
  await older.query('commit')
  await older.end()
  await receiver.has(1)
  await eventually(() => bench.pending()).toBe(0)
  expect(textsOf(receiver)).toEqual(['after'])
})

test('a tenant that registers while the log is read for others is told of what happens next', async () => {
  await bench.subscribe(`${receiver.url}/others`)
  const elsewhere = callerOf('crm', 'elsewhere')
  const { database } = bench.context
  const read = database.read.bind(database)
  database.read = async (query) => {
    if (query.name === 'event tail') {
      database.read = read
      await bench.subscribe(`${receiver.url}/elsewhere`, undefined, { caller: elsewhere })
      await bench.order({}, elsewhere)
      await bench.order()
    }
    return read(query)
  }
  bench.start()
  await receiver.has(2)
  expect(receiver.received.map(({ path }) => path).sort()).toEqual(['/elsewhere', '/others'])
})

test('each subscriber gets what its query asks for, cut as it asks', async () => {
  const held = await Receiver.open()
  await bench.subscribe(receiver.url, 'eventType=ServiceOrderCreateEvent')
  await bench.subscribe(held.url, 'eventType=ServiceOrderStateChangeEvent&state=held&fields=state')
  bench.start()
  const { id } = await bench.order()
  await bench.change(id, { state: 'inProgress' })
  await bench.change(id, { state: 'held' })
  await held.has(1)
  await receiver.has(1)
  await eventually(() => bench.pending()).toBe(0)
  expect(typesOf(receiver)).toEqual(['ServiceOrderCreateEvent'])
  const { eventId, eventTime, ...rest } = held.received[0]?.body ?? {}
  expect([eventId, eventTime]).not.toContain(undefined)
  expect(rest).toEqual({
    eventType: 'ServiceOrderStateChangeEvent',
    event: {
      serviceOrder: { id, href: `${base}/tmf-api/serviceOrdering/v4/serviceOrder/${id}`, state: 'held' },
    },
  })
  await held.close()
})

test('a service that two APIs show is told by both, each in its own terms', async () => {
  await bench.subscribe(`${receiver.url}/638`, undefined, { api: 'TMF638' })
  await bench.subscribe(`${receiver.url}/640`, undefined, { api: 'TMF640' })
  await bench.subscribe(`${receiver.url}/641`, undefined, { api: 'TMF641' })
  bench.start()
  const { id } = await bench.create('Service', { serviceSpecification: { id: 'ss' }, state: 'designed' })
  await receiver.has(2)
  const told = new Map(receiver.received.map(({ path, body }) => [path, body]))
  expect([...told.keys()].sort()).toEqual(['/638', '/640'])
  const [inventory, activation] = [told.get('/638'), told.get('/640')]
  expect(inventory.eventId).toBe(activation.eventId)
  expect([inventory.domain, activation.domain]).toEqual(['ServiceInventory', 'ServiceActivation'])
  expect(inventory.event.service.href).toBe(`${base}/tmf-api/serviceInventory/v4/service/${id}`)
  expect(activation.event.service.href).toBe(
    `${base}/tmf-api/ServiceActivationAndConfiguration/v4/service/${id}`,
  )
  expect({ ...inventory.event.service, href: '' }).toEqual({ ...activation.event.service, href: '' })
})

test('a tenant is told of its own events only', async () => {
  const other = await Receiver.open()
  await bench.subscribe(receiver.url)
  await bench.subscribe(other.url, undefined, { caller: callerOf('crm', 'elsewhere') })
  bench.start()
  await bench.order({ description: 'ours' })
  await bench.order({ description: 'theirs' }, callerOf('crm', 'elsewhere'))
  await other.has(1)
  await receiver.has(1)
  expect(textsOf(receiver)).toEqual(['ours'])
  expect(textsOf(other)).toEqual(['theirs'])
  await other.close()
})

test('an event whose transaction took its number first and commits later is not skipped', async () => {
  await bench.subscribe(receiver.url)
  bench.start()
  const slow = new pg.Client({ connectionString: bench.context.url })
  await slow.connect()
  await slow.query('begin')
  const { rows } = await slow.query(
    `insert into event (tenant, id, type, kind, entity_id, revision, correlation_id, actor, time, resource)
     values ('default', 'e-slow', 'ServiceOrderCreateEvent', 'ServiceOrder', 'so-slow', 1, 'c', 'a', now(),
       '{"id":"so-slow","description":"slow"}') returning seq`,
  )
  await bench.order({ description: 'quick' })
  const [quick] = await bench.sql<{ seq: string }>(
    `select seq from event where resource->>'description' = 'quick'`,
  )
  expect(Number(quick?.seq)).toBeGreaterThan(Number(rows[0].seq))
  // The hub has looked, more than once, and passed neither over.
  await bench.order({ description: 'another' })
  expect(receiver.received).toEqual([])
  await slow.query('commit')
  await slow.end()
  bench.context.database.wake('event')
  await receiver.has(3)
  expect(textsOf(receiver).sort()).toEqual(['another', 'quick', 'slow'])
})

test('events held back by a transaction that writes none are told once it is over, though nobody wakes the hub', async () => {
  await bench.subscribe(receiver.url)
  bench.start()
  const idle = new pg.Client({ connectionString: bench.context.url })
  await idle.connect()
  await idle.query('begin')
  await idle.query('select pg_current_xact_id()')
  await bench.order({ description: 'held back' })
  await idle.query('rollback')
  await idle.end()
  await receiver.has(1)
})

/** Two changes of an order by transactions that got their numbers in the opposite order. */
async function crosswise(id: string, between = async () => {}): Promise<void> {
  const [early, late] = [1, 2].map(() => new pg.Client({ connectionString: bench.context.url }))
  if (!early || !late) return
  const write = (client: pg.Client, text: string) =>
    client.query(
      `insert into event (tenant, id, type, kind, entity_id, revision, correlation_id, actor, time, resource)
       values ('default', 'e-' || $2::text, 'ServiceOrderAttributeValueChangeEvent', 'ServiceOrder', $1, 1, 'c', 'a',
         now(), json_build_object('id', $1::text, 'description', $2::text))`,
      [id, text],
    )
  await early.connect()
  await late.connect()
  await early.query('begin')
  await early.query('select pg_current_xact_id()')
  await between()
  await late.query('begin')
  await write(late, `${id} first`)
  await late.query('commit')
  await write(early, `${id} second`)
  await early.query('commit')
  await early.end()
  await late.end()
}

test('changes of one document are told in the order in which they happened', async () => {
  await bench.subscribe(receiver.url)
  await crosswise('so-crossed')
  bench.start()
  await receiver.has(2)
  expect(textsOf(receiver)).toEqual(['so-crossed first', 'so-crossed second'])
})

test('a stretch of the log never ends between two changes that came crosswise', async () => {
  const [before] = await bench.sql<{ xid: string; seq: string }>(
    'select xid::text, seq::text from event order by event.xid desc, event.seq desc limit 1',
  )
  await crosswise('so-a')
  await crosswise('so-b')
  const from = before ?? { xid: '0', seq: '0' }
  // Transactions in other databases of the server may hold the log back for a moment.
  await eventually(async () => {
    const read = await readUncut(bench.context.database, from, 1)
    return read.map(({ resource }) => resource.description)
  }).toEqual(['so-a second', 'so-a first'])
})

test('changes that came crosswise wait for one between them that is not over, which is told too', async () => {
  await bench.subscribe(receiver.url)
  bench.start()
  const open = new pg.Client({ connectionString: bench.context.url })
  await crosswise('so-c', async () => {
    await open.connect()
    await open.query('begin')
    await open.query(
      `insert into event (tenant, id, type, kind, entity_id, revision, correlation_id, actor, time, resource)
       values ('default', 'e-open', 'ServiceOrderCreateEvent', 'ServiceOrder', 'so-d', 1, 'c', 'a', now(),
         '{"id":"so-d","description":"so-d"}')`,
    )
  })
  const [position] = await bench.sql<{ xid: string; seq: string }>(
    'select xid::text, seq::text from subscription',
  )
  const from = { xid: '0', seq: '0', ...position }
  for (const limit of [1, 500]) expect(await readUncut(bench.context.database, from, limit)).toEqual([])
  await open.query('commit')
  await open.end()
  await bench.order({ description: 'next' })
  await receiver.has(4)
  expect(textsOf(receiver).filter((text) => text.startsWith('so-c'))).toEqual(['so-c first', 'so-c second'])
  expect(textsOf(receiver)).toContain('so-d')
})

test('many nodes tell each event once', async () => {
  await bench.subscribe(receiver.url)
  for (let node = 0; node < 3; node++) bench.start()
  const orders = await Promise.all(Array.from({ length: 20 }, () => bench.order()))
  await Promise.all(orders.map(({ id }) => bench.describe(id, 'a', 'b', 'c', 'd')))
  await receiver.has(100)
  await eventually(() => bench.pending()).toBe(0)
  expect(receiver.received).toHaveLength(100)
  for (const { id } of orders) {
    const own = receiver.received.filter(({ body }) => body.event.serviceOrder.id === id)
    expect(own.map(({ body }) => body.event.serviceOrder.description)).toEqual([
      undefined,
      'a',
      'b',
      'c',
      'd',
    ])
  }
})

test('a backlog is worked off, by those who are far behind and by those who are not', async () => {
  const newcomer = await Receiver.open()
  await bench.subscribe(receiver.url, 'fields=none')
  await bench.sql(
    `insert into event (tenant, id, type, kind, entity_id, revision, correlation_id, actor, time, resource)
     select case n % 2 when 0 then 'default' else 'elsewhere' end, 'e-b' || n, 'ServiceOrderCreateEvent',
       'ServiceOrder', 'so-b' || n, 1, 'c' || n, 'a', now(), json_build_object('id', 'so-b' || n)
     from generate_series(1, 6000) n`,
  )
  await bench.subscribe(newcomer.url, 'fields=none')
  bench.start()
  await bench.order()
  await newcomer.has(1)
  await receiver.has(3001)
  await eventually(() => bench.pending()).toBe(0)
  expect(new Set(receiver.received.map(({ body }) => body.eventId)).size).toBe(3001)
  expect(receiver.received).toHaveLength(3001)
  expect(newcomer.received).toHaveLength(1)
  await newcomer.close()
})

test('an ended subscription is told no more', async () => {
  const { id } = await bench.subscribe(receiver.url)
  bench.start()
  await bench.order()
  await receiver.has(1)
  await bench.sql('delete from subscription where id = $1', [id])
  const other = await Receiver.open()
  await bench.subscribe(other.url)
  await bench.order()
  await other.has(1)
  expect(receiver.received).toHaveLength(1)
  await other.close()
})
