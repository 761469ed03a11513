import { createHmac } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { signatureOf } from '../../src/hub/signature.ts'
import { renewSecret } from '../../src/hub/subscriptions.ts'
import { Forgetting } from '../../src/resources/forgetting.ts'
import { forgettables } from '../../src/resources/retention.ts'
import { eventually } from '../support/until.ts'
import { apiOf, Bench, callerOf } from './bench.ts'
import { type Received, Receiver, status } from './receiver.ts'
import { hour, minute, second } from './virtual-clock.ts'

let bench: Bench
let receiver: Receiver
beforeAll(async () => {
  bench = await Bench.open()
})
beforeEach(async () => {
  receiver = await Receiver.open()
})
afterEach(async () => {
  await receiver.close()
  await bench.clean()
})
afterAll(() => bench.close())

const textsOf = (of: Receiver = receiver) =>
  of.received.map(({ body }) => body.event.serviceOrder.description)

/** Waits until the deliveries that were attempted are settled. */
const settled = () =>
  eventually(() => bench.sql('select 1 from delivery where owner is not null')).toEqual([])

/** Moves the clock to the next attempt that is due, and waits for it. */
async function nextAttempt(attempts: number): Promise<number> {
  await settled()
  const [row] = await bench.sql<{ due: Date }>('select min(due) as due from delivery')
  const pause = (row?.due.getTime() ?? 0) - bench.clock.now()
  await eventually(() => bench.clock.pending.some((left) => left === pause)).toBe(true)
  bench.clock.advance(pause)
  await receiver.has(attempts)
  return pause
}

test('a delivery is signed and says what it is', async () => {
  const { id } = await bench.subscribe(receiver.url)
  bench.start()
  await bench.order({ description: 'Grüße' })
  const [first] = await receiver.has(1)
  const { headers, text = '', body } = first ?? {}
  const timestamp = String(bench.clock.now() / 1000)
  const key = Buffer.from((await bench.secretOf({ id })).slice(6), 'base64')
  const hmac = createHmac('sha256', key).update(`${body.eventId}.${timestamp}.${text}`).digest('base64')
  expect(headers).toMatchObject({
    'content-type': 'application/json',
    'webhook-id': body.eventId,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${hmac}`,
    'x-subscription-id': id,
    'x-delivery-attempt': '1',
    'x-correlation-id': 'corr-1',
  })
  expect(headers).not.toHaveProperty('authorization')
})

test('a query may ask for what a registered type has, in each of its forms', async () => {
  const { types } = bench.context
  const refused = { code: 'unknownQueryAttribute' }
  const queries = [
    'courier.name=Hermes',
    'event.serviceOrder.courier.name=Hermes',
    "filter=$[?(@.event.serviceOrder.courier.name=='Hermes')]",
  ]
  await expect(bench.subscribe(receiver.url, queries[0])).rejects.toMatchObject(refused)
  const schema = { properties: { courier: { type: 'object', properties: { name: { type: 'string' } } } } }
  await types.register({ name: 'ParcelOrder', baseType: 'ServiceOrder', schema }, 'default')
  for (const query of queries) await bench.subscribe(receiver.url, query)
  await expect(bench.subscribe(receiver.url, 'courrier.name=Hermes')).rejects.toMatchObject(refused)
  const stranger = { caller: callerOf('crm', 'other') }
  await expect(bench.subscribe(receiver.url, queries[0], stranger)).rejects.toMatchObject(refused)
  bench.start()
  for (const name of ['Iris', 'Hermes']) {
    await bench.create('ServiceOrder', {
      '@type': 'ParcelOrder',
      courier: { name },
      description: name,
      serviceOrderItem: [{ id: '1', action: 'add', service: {} }],
    })
  }
  await receiver.has(queries.length)
  await settled()
  expect(new Set(textsOf())).toEqual(new Set(['Hermes']))
})

test('a delivery continues the trace of its golden thread, as a request of its own', async () => {
  await bench.subscribe(receiver.url)
  bench.start()
  await bench.order()
  await bench.order()
  const traces = (await receiver.has(2)).map(({ headers }) => String(headers.traceparent).split('-'))
  for (const [version, trace, parent, flags] of traces) {
    expect([version, trace?.length, parent?.length, flags]).toEqual(['00', 32, 16, '00'])
  }
  expect(traces[0]?.[1]).toBe(traces[1]?.[1])
  expect(traces[0]?.[2]).not.toBe(traces[1]?.[2])
})

test('while its secret is changed, a delivery is signed with both, and after a day with the new one', async () => {
  const subscription = await bench.subscribe(receiver.url)
  const former = await bench.secretOf(subscription)
  receiver.answer = status(500)
  bench.start()
  await bench.order()
  await receiver.has(1)
  await settled()
  await renewSecret(bench.context, apiOf('TMF641'), subscription.id, {}, callerOf())
  const secret = await bench.secretOf(subscription)
  await bench.sql('update subscription set former_until = $1', [new Date(bench.clock.now() + 24 * hour)])
  const [before] = receiver.received
  receiver.answer = status(204)
  await nextAttempt(2)
  await eventually(() => bench.pending()).toBe(0)
  const [, during] = receiver.received
  expect(before?.headers['webhook-signature']).toBe(signed(before, [former]))
  expect(during?.headers['webhook-signature']).toBe(signed(during, [secret, former]))
  bench.clock.advance(24 * hour)
  await bench.order()
  const [, , after] = await receiver.has(3)
  expect(after?.headers['webhook-signature']).toBe(signed(after, [secret]))
})

/** The signatures a delivery ought to have. */
function signed(received: Received | undefined, secrets: readonly string[]): string {
  const { text: body = '', headers = {} } = received ?? {}
  const id = String(headers['webhook-id'])
  return signatureOf({ id, timestamp: Number(headers['webhook-timestamp']), body }, secrets)
}

test('events of each kind come to their own listener when the callback is a root', async () => {
  await bench.subscribe(`${receiver.url}/tmf/listener`)
  bench.start()
  const { id } = await bench.order()
  await bench.change(id, { state: 'inProgress' })
  await receiver.has(2)
  expect(receiver.received.map(({ path }) => path)).toEqual([
    '/tmf/listener/serviceOrderCreateEvent',
    '/tmf/listener/serviceOrderStateChangeEvent',
  ])
})

test('a delivery is in the trace of the request that caused it, each attempt a span of its own', async () => {
  receiver.answer = status(500)
  await bench.subscribe(receiver.url)
  bench.start()
  const trace = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01'
  await bench.order({}, { ...callerOf(), trace })
  await receiver.has(1)
  await nextAttempt(2)
  const told = receiver.received.map(({ headers }) => String(headers.traceparent))
  expect(told).toHaveLength(2)
  for (const each of told) expect(each).toMatch(/^00-4bf92f3577b34da6a3ce929d0e0e4736-[0-9a-f]{16}-01$/)
  expect(new Set([...told, trace]).size).toBe(3)
})

test('a failed delivery is tried again at ever longer intervals, each attempt signed anew', async () => {
  receiver.answer = status(500)
  const subscription = await bench.subscribe(receiver.url)
  bench.start()
  await bench.order()
  await receiver.has(1)
  const pauses: number[] = []
  for (let attempts = 2; attempts <= 8; attempts++) pauses.push(await nextAttempt(attempts))
  const last = [30 * minute, hour]
  expect(pauses).toEqual([second, 5 * second, 30 * second, 2 * minute, 10 * minute, ...last])
  const attempts = receiver.received.map(({ headers }) => headers['x-delivery-attempt'])
  expect(attempts).toEqual(['1', '2', '3', '4', '5', '6', '7', '8'])
  expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
  expect(new Set(receiver.received.map(({ headers }) => headers['webhook-signature'])).size).toBe(8)
  await settled()
  expect(await bench.status(subscription)).toMatchObject({
    status: 'active',
    pendingEvents: 1,
    lastError: 'answered with status 500',
  })
  receiver.answer = status(201)
  await nextAttempt(9)
  await eventually(() => bench.pending()).toBe(0)
  expect(await bench.status(subscription)).not.toHaveProperty('lastError')
})

test('a receiver that asks for time gets it', async () => {
  receiver.answer = status(429, { 'Retry-After': '240' })
  await bench.subscribe(receiver.url)
  bench.start()
  await bench.order()
  await receiver.has(1)
  expect(await nextAttempt(2)).toBe(240 * second)
  receiver.answer = status(500, { 'Retry-After': '240' })
  await nextAttempt(3)
  expect(await nextAttempt(4)).toBe(30 * second)
})

test('a redirect is not followed', async () => {
  const elsewhere = await Receiver.open()
  receiver.answer = status(307, { Location: elsewhere.url })
  const subscription = await bench.subscribe(receiver.url)
  bench.start()
  await bench.order()
  await receiver.has(1)
  await settled()
  expect(await bench.status(subscription)).toMatchObject({ lastError: 'answered with status 307' })
  expect(elsewhere.received).toEqual([])
  await elsewhere.close()
})

test('an answer may be longer than anybody wants to read', async () => {
  receiver.answer = (_received, response) => {
    response.writeHead(200)
    const flood = () => {
      while (response.write('x'.repeat(65_536))) if (response.destroyed) return
    }
    response.on('drain', flood)
    flood()
  }
  await bench.subscribe(receiver.url)
  bench.start()
  await bench.order()
  await receiver.has(1)
  await eventually(() => bench.pending()).toBe(0)
})

test('no answer in time, or none at all, is a failure that does not say where the callback leads', async () => {
  const silent = await bench.subscribe(receiver.url)
  receiver.answer = () => {}
  bench.start({ timeout: 200 })
  await bench.order()
  await receiver.has(1)
  await eventually(() => bench.status(silent)).toMatchObject({ lastError: 'no answer within 0.2 s' })
  const closed = await Receiver.open()
  const dead = await bench.subscribe(closed.url)
  await closed.close()
  await bench.order()
  await eventually(() => bench.status(dead)).toMatchObject({ lastError: 'no connection (ECONNREFUSED)' })
})

test('a callback that is no longer allowed is not called', async () => {
  const subscription = await bench.subscribe(receiver.url)
  bench.start({ allow: [] })
  await bench.order()
  const lastError = 'The callback may not be called: it must be https at port 443 or 8443'
  await eventually(() => bench.status(subscription)).toMatchObject({ lastError, pendingEvents: 1 })
  expect(receiver.received).toEqual([])
})

test('events of one resource wait for each other, others do not wait', async () => {
  const waiting: ServerResponse[] = []
  await bench.subscribe(receiver.url)
  bench.start()
  const slow = await bench.order({ description: 'slow' })
  await receiver.has(1)
  receiver.answer = ({ body }, response) => {
    if (body.event.serviceOrder.id === slow.id) waiting.push(response)
    else response.writeHead(204).end()
  }
  await bench.describe(slow.id, 'slow 1', 'slow 2')
  await bench.order({ description: 'quick' })
  await receiver.has(3)
  await settledBut(1)
  expect(textsOf().sort()).toEqual(['quick', 'slow', 'slow 1'])
  waiting.pop()?.writeHead(204).end()
  await receiver.has(4)
  expect(textsOf().at(-1)).toBe('slow 2')
  waiting.pop()?.writeHead(204).end()
  await eventually(() => bench.pending()).toBe(0)
})

const settledBut = (count: number) =>
  eventually(() => bench.sql('select 1 from delivery where owner is not null')).toHaveLength(count)

test('the next event of a resource is not sent before the one that failed has succeeded', async () => {
  receiver.answer = status(503)
  await bench.subscribe(receiver.url)
  bench.start()
  const { id } = await bench.order({ description: 'first' })
  await receiver.has(1)
  await bench.describe(id, 'second', 'third')
  await bench.order({ description: 'other' })
  await receiver.has(2)
  await settled()
  expect(textsOf()).toEqual(['first', 'other'])
  receiver.answer = status(204)
  bench.clock.advance(second)
  await receiver.has(6)
  const own = receiver.received.filter(({ body }) => body.event.serviceOrder.id === id)
  expect(own.map(({ body }) => body.event.serviceOrder.description)).toEqual([
    'first',
    'first',
    'second',
    'third',
  ])
})

test('the next event of a resource is sent, though its delivery is changed just when its turn comes', async () => {
  let answer = () => {}
  receiver.answer = (_received, response) => {
    answer = () => response.writeHead(204).end()
    if (receiver.received.length > 1) answer()
  }
  await bench.subscribe(receiver.url)
  bench.start()
  const { id } = await bench.order({ description: 'first' })
  await bench.describe(id, 'second')
  await receiver.has(1)
  await eventually(() => bench.sql('select 1 from delivery where due is null')).toHaveLength(1)
  const somebody = new pg.Client({ connectionString: bench.context.url })
  await somebody.connect()
  await somebody.query('begin')
  await somebody.query('update delivery set last_error = null where due is null')
  answer()
  const waiting = `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
  await eventually(() => bench.sql(waiting)).toHaveLength(1)
  await somebody.query('commit')
  await somebody.end()
  await receiver.has(2)
  expect(textsOf()).toEqual(['first', 'second'])
})

test('a subscription has eight requests at a time, on however many nodes', async () => {
  const waiting: ServerResponse[] = []
  receiver.answer = (_received, response) => waiting.push(response)
  await bench.subscribe(receiver.url)
  for (let node = 0; node < 3; node++) bench.start()
  await Promise.all(Array.from({ length: 31 }, () => bench.order()))
  await receiver.has(8)
  await settledBut(31)
  expect(receiver.received).toHaveLength(8)
  receiver.answer = status(204)
  for (const response of waiting) response.writeHead(204).end()
  await eventually(() => bench.pending()).toBe(0)
  expect(receiver.received).toHaveLength(31)
})

test('a subscriber that does not answer delays no other', async () => {
  const stuck = await Receiver.open()
  stuck.answer = () => {}
  await bench.subscribe(stuck.url)
  await bench.subscribe(receiver.url)
  bench.start({ timeout: 2_000 })
  await Promise.all(Array.from({ length: 50 }, () => bench.order()))
  await receiver.has(50)
  expect(stuck.received.length).toBeLessThanOrEqual(8)
  await stuck.close()
})

test('a receiver that says 410 is told no more', async () => {
  receiver.answer = status(410)
  const subscription = await bench.subscribe(receiver.url)
  bench.start()
  const { id } = await bench.order()
  await bench.describe(id, 'a')
  await receiver.has(1)
  await eventually(() => bench.status(subscription)).toMatchObject({
    status: 'suspended',
    lastError: 'answered with status 410',
  })
  await bench.describe(id, 'b')
  bench.clock.advance(2 * hour)
  const witness = await Receiver.open()
  await bench.subscribe(witness.url)
  await bench.order()
  await witness.has(1)
  expect(receiver.received).toHaveLength(1)
  await witness.close()
})

test('after a day a delivery is given up, and the next event of the resource goes on', async () => {
  receiver.answer = ({ body }, response) =>
    response.writeHead(body.event.serviceOrder.description === 'bad' ? 500 : 204).end()
  const subscription = await bench.subscribe(receiver.url)
  bench.start()
  const { id } = await bench.order({ description: 'bad' })
  await bench.describe(id, 'good')
  await receiver.has(1)
  let attempts = 1
  const begun = bench.clock.now()
  while (textsOf().at(-1) === 'bad') {
    await settled()
    // What is being attempted again by now is due when its lease ends: it is no pause to wait for.
    const [first] = await bench.sql<{ due: Date }>(
      'select due from delivery where due is not null and owner is null',
    )
    if (first && first.due.getTime() > bench.clock.now()) await nextAttempt(++attempts)
    else await receiver.has(attempts + 1)
  }
  expect(bench.clock.now() - begun).toBeGreaterThan(23 * hour)
  expect(bench.clock.now() - begun).toBeLessThanOrEqual(24 * hour)
  await eventually(() => bench.status(subscription)).toMatchObject({ status: 'active', pendingEvents: 0 })
  const parked = await bench.sql<{ attempts: number; last_error: string }>('select * from delivery')
  expect(parked).toMatchObject([{ attempts, last_error: 'answered with status 500', due: null }])
  const retention = { idempotencyTtl: hour, taskTtl: hour, eventTtl: hour }
  const rows = forgettables(bench.context, retention).filter(({ what }) => what === 'dead letters')
  const forgetting = new Forgetting({ rows, log: (message) => bench.log.push(message) })
  await forgetting.forget(bench.clock.now() + 14 * 24 * hour - minute)
  expect(await bench.pending()).toBe(1)
  await forgetting.forget(bench.clock.now() + 14 * 24 * hour + minute)
  expect(await bench.pending()).toBe(0)
})

test('three days without a success suspend a subscription', async () => {
  receiver.answer = status(500)
  const subscription = await bench.subscribe(receiver.url)
  bench.start()
  await bench.order({ description: 'day 0' })
  await receiver.has(1)
  for (let day = 1; day <= 2; day++) {
    await settled()
    bench.clock.advance(24 * hour + minute)
    await bench.order({ description: `day ${day}` })
    await eventually(() => textsOf()).toContain(`day ${day}`)
    await settled()
    expect(await bench.status(subscription)).toMatchObject({ status: 'active' })
  }
  bench.clock.advance(24 * hour + minute)
  await eventually(() => bench.status(subscription)).toMatchObject({ status: 'suspended' })
  const { length } = receiver.received
  bench.clock.advance(2 * hour)
  await settled()
  expect(receiver.received).toHaveLength(length)
})

test('a retry survives a restart', async () => {
  receiver.answer = status(500)
  await bench.subscribe(receiver.url)
  bench.start()
  await bench.order({ description: 'kept' })
  await receiver.has(1)
  await settled()
  await bench.stopHubs()
  receiver.answer = status(204)
  bench.clock.advance(second)
  bench.start()
  await receiver.has(2)
  expect(receiver.received[1]?.headers['x-delivery-attempt']).toBe('2')
  await eventually(() => bench.pending()).toBe(0)
})

test('a delivery is not claimed while its subscriber cannot be read, and made as soon as it can', async () => {
  await bench.subscribe(receiver.url)
  receiver.answer = status(503)
  bench.start()
  await bench.order({ description: 'late' })
  await receiver.has(1)
  await settled()
  await bench.stopHubs()
  receiver.answer = status(204)
  await bench.sql('alter table subscription rename former_until to nowhere')
  bench.clock.advance(minute)
  bench.start()
  await eventually(() => bench.log.join()).toMatch(/former_until/)
  await bench.sql('alter table subscription rename nowhere to former_until')
  bench.clock.advance(second)
  await receiver.has(2)
  expect(textsOf()).toEqual(['late', 'late'])
})

test('what a node was sending when it died is sent again after its lease, once', async () => {
  const waiting: ServerResponse[] = []
  receiver.answer = (_received, response) => waiting.push(response)
  await bench.subscribe(receiver.url)
  // Its request never ends, and it is not stopped until the test is over: as good as dead.
  bench.start({ timeout: 20_000 })
  const { id } = await bench.order({ description: 'in flight' })
  await bench.describe(id, 'next')
  await receiver.has(1)
  receiver.answer = status(204)
  bench.start()
  expect(textsOf()).toEqual(['in flight'])
  bench.clock.advance(40 * second)
  await receiver.has(3)
  await eventually(() => bench.pending()).toBe(0)
  expect(textsOf()).toEqual(['in flight', 'in flight', 'next'])
  // The dead node's own answer comes late and changes nothing.
  for (const response of waiting) response.writeHead(500).end()
  await bench.describe(id, 'last')
  await receiver.has(4)
  expect(textsOf().at(-1)).toBe('last')
  await eventually(() => bench.pending()).toBe(0)
})

test('a node that stops lets its requests end and gives back what it has not begun', async () => {
  const waiting: ServerResponse[] = []
  receiver.answer = (_received, response) => waiting.push(response)
  await bench.subscribe(receiver.url)
  const hub = bench.start({ parallel: 1 })
  await Promise.all(Array.from({ length: 3 }, () => bench.order()))
  await receiver.has(1)
  await settledBut(3)
  const stopped = hub.stop()
  waiting.pop()?.writeHead(204).end()
  await stopped
  const left = await bench.sql('select attempts, owner from delivery')
  expect(left).toEqual([
    { attempts: 0, owner: null },
    { attempts: 0, owner: null },
  ])
})

test('lines stay whole while many add to them and many work them off', async () => {
  await bench.subscribe(receiver.url, 'fields=serviceOrder.description')
  await bench.subscribe(`${receiver.url}/2`, 'fields=serviceOrder.description')
  for (let node = 0; node < 3; node++) bench.start()
  const orders = await Promise.all(Array.from({ length: 6 }, () => bench.order({ description: '0' })))
  const texts = Array.from({ length: 40 }, (_, n) => String(n + 1))
  await Promise.all(orders.map(({ id }) => bench.describe(id, ...texts)))
  await receiver.has(2 * 6 * 41)
  await eventually(() => bench.pending()).toBe(0)
  for (const { id } of orders) {
    for (const path of ['/', '/2']) {
      const own = receiver.received.filter(
        (one) => one.path === path && one.body.event.serviceOrder.id === id,
      )
      expect(own.map(({ body }) => body.event.serviceOrder.description)).toEqual(['0', ...texts])
    }
  }
})
