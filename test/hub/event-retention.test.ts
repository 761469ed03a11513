/** What the event log forgets, and what it keeps for those who still need it. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { authorOf } from '../../src/resources/patch.ts'
import { forgetEvents } from '../../src/store/event-retention.ts'
import { eventually } from '../support/until.ts'
import { Bench, callerOf } from './bench.ts'
import { Receiver, status } from './receiver.ts'

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
  await bench.sql('delete from event')
  await receiver.close()
})
afterAll(() => bench.close())

const by = (correlationId: string) => ({ ...callerOf(), correlationId })
const wholeLog = async () =>
  (await bench.sql<{ thread: string }>('select correlation_id as thread from event order by seq')).map(
    ({ thread }) => thread,
  )

/** Has so many days pass for what was written so far. */
async function pass(days: number): Promise<void> {
  for (const column of ['event.time', 'entity.created', 'entity.updated']) {
    const [table, name] = column.split('.')
    await bench.sql(`update ${table} set ${name} = ${name} - make_interval(days => $1)`, [days])
  }
}

/** Forgets what is older than thirty days. Other databases of the server may hold the end of the log back for a moment. */
async function forget(): Promise<number> {
  const last = 'select 1 from event where xid >= pg_snapshot_xmin(pg_current_snapshot())'
  await eventually(() => bench.sql(last)).toEqual([])
  const orders = bench.context.model.pages.filter(({ facts }) => facts.isOrder)
  const before = new Date(Date.now() - 30 * 86_400_000).toISOString()
  let forgotten = 0
  for await (const count of forgetEvents(bench.context.database, orders, before)) forgotten += count
  return forgotten
}

const party = (thread: string) =>
  bench.work(by(thread), async (work) => {
    work.create(bench.page('Individual'), { givenName: 'Ada', familyName: 'Lovelace' }, by(thread))
  })

describe('an event', () => {
  test('is forgotten when it is old enough, and not before', async () => {
    await party('old')
    await pass(20)
    await party('young')
    await pass(9)
    expect(await forget()).toBe(0)
    await pass(2)
    expect(await forget()).toBe(1)
    expect(await wholeLog()).toEqual(['young'])
  })

  test('is forgotten with many others, batch by batch, by however many nodes', async () => {
    await bench.sql(
      `insert into event (tenant, id, type, kind, entity_id, revision, correlation_id, actor, time, resource)
       select 'default', 'e-' || n, 'ProductCreateEvent', 'Product', 'p' || n, 1, 'c' || n % 50, 'a',
         now() - interval '31 days', '{}' from generate_series(1, 5500) n`,
    )
    await party('young')
    const forgotten = await Promise.all([forget(), forget(), forget()])
    expect(forgotten.reduce((sum, each) => sum + each)).toBe(5500)
    expect(await wholeLog()).toEqual(['young'])
  })
})

describe('the thread of an order', () => {
  test('is kept whole while the order is open, and as long again after its end', async () => {
    const order = await bench.order({}, by('order'))
    await party('order')
    await party('other')
    await pass(60)
    expect(await forget()).toBe(1)
    expect(await wholeLog()).toEqual(['order', 'order'])
    await bench.change(order.id, { state: 'rejected' }, by('order'))
    await pass(29)
    expect(await forget()).toBe(0)
    await pass(2)
    expect(await forget()).toBe(3)
  })

  test('is still the one that a change of the order belongs to', async () => {
    const order = await bench.order({}, by('order'))
    await pass(60)
    await forget()
    await bench.work(callerOf(), async (work) => {
      const author = await authorOf(work, bench.page('ServiceOrder'), order.id, by('another'))
      expect(author.correlationId).toBe('order')
    })
  })

  test('is kept from the order on, where somebody has one thread for everything', async () => {
    await party('everything')
    await party('everything')
    await bench.order({}, by('everything'))
    await party('everything')
    await pass(60)
    expect(await forget()).toBe(2)
    expect(await wholeLog()).toEqual(['everything', 'everything'])
  })

  test('goes with an order that was deleted', async () => {
    const order = await bench.order({}, by('order'))
    await bench.sql('delete from entity where id = $1', [order.id])
    await pass(31)
    expect(await forget()).toBe(1)
  })
})

describe('what a subscription has yet to be told of', () => {
  const old = async (): Promise<void> => {
    await bench.change((await bench.order({ description: 'old' })).id, { state: 'rejected' })
    await pass(100)
  }

  test('is kept while nobody has read the log on for it', async () => {
    await bench.subscribe(receiver.url)
    await old()
    expect(await forget()).toBe(0)
    bench.start()
    await receiver.has(2)
    await eventually(() => bench.pending()).toBe(0)
    expect(await forget()).toBe(2)
  })

  test('is kept while it waits to be sent, and until its dead letter is forgotten', async () => {
    receiver.answer = status(500)
    await bench.subscribe(receiver.url)
    bench.start()
    await old()
    await receiver.has(1)
    await eventually(() => bench.pending()).toBe(2)
    await party('other')
    await pass(31)
    // What a subscription of TMF641 has been sent or does not want holds nothing.
    await eventually(forget).toBe(1)
    expect(await bench.pending()).toBe(2)
    await bench.sql(
      `update delivery set parked = now(), due = null where seq = (select min(seq) from delivery)`,
    )
    expect(await forget()).toBe(0)
    await bench.sql('delete from delivery where parked is null')
    expect(await forget()).toBe(1)
    await bench.sql('delete from delivery')
    expect(await forget()).toBe(1)
  })

  test('is not kept for one that is suspended', async () => {
    await bench.subscribe(receiver.url)
    await old()
    await bench.sql(`update subscription set status = 'suspended'`)
    expect(await forget()).toBe(2)
  })
})
