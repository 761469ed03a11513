import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import {
  idOf,
  readAnySubscription,
  readDeadLetter,
  resendMany,
  resendOne,
  resume,
} from '../../src/hub/dead-letters.ts'
import { type DeadLetterFilter, readDeadLetters } from '../../src/store/dead-letters.ts'
import { eventually, until } from '../support/until.ts'
import { Bench, callerOf } from './bench.ts'
import { Receiver, status } from './receiver.ts'
import { hour, minute } from './virtual-clock.ts'

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

const operator = callerOf('operator')
const textsOf = () => receiver.received.map(({ body }) => body.event.serviceOrder.description)
const settled = () =>
  eventually(() => bench.sql('select 1 from delivery where owner is not null')).toEqual([])

async function deadLetters(filter: DeadLetterFilter = {}) {
  const { rows } = await readDeadLetters(bench.context.database, 'default', filter, { offset: 0, limit: 100 })
  return rows
}

/** What is done by operators is due by the clock on the wall: moves the clock of the hub there, and on. */
function catchUp(further = minute): void {
  bench.clock.advance(Math.max(further, Date.now() - bench.clock.now()))
}

/** Has events fail until they are given up, a day later each; what comes then arrives, so that nobody is suspended. */
async function giveUp(...texts: string[]): Promise<string> {
  const before = (await deadLetters()).length
  const answer = receiver.answer
  receiver.answer = status(500)
  const [first = '', ...others] = texts
  const { id } = await bench.order({ description: first })
  await bench.describe(id, ...others)
  await eventually(() => bench.sql('select 1 from delivery where parked is null')).toHaveLength(texts.length)
  for (let given = 1; given <= texts.length; given++) {
    await eventually(() =>
      bench.sql('select 1 from delivery where attempts > 0 and parked is null and owner is null'),
    ).toHaveLength(1)
    bench.clock.advance(25 * hour)
    await eventually(deadLetters).toHaveLength(before + given)
  }
  receiver.answer = status(204)
  await bench.order({ description: 'fine' })
  await eventually(() => textsOf().at(-1)).toBe('fine')
  await settled()
  receiver.received.length = 0
  receiver.answer = answer
  return id
}

test('a dead letter tells what was to be told to whom, and why it was not', async () => {
  const { id } = await bench.subscribe(receiver.url)
  bench.start()
  const order = await giveUp('lost')
  const [letter] = await deadLetters()
  expect(letter).toMatchObject({
    subscription: id,
    callback: receiver.url,
    client: 'crm',
    api: 'TMF641',
    kind: 'ServiceOrder',
    entity_id: order,
    correlation_id: 'corr-1',
    attempts: 2,
    last_error: 'answered with status 500',
    event_id: expect.stringMatching(/^e-/),
    event_type: 'ServiceOrderCreateEvent',
  })
  if (letter) expect(await readDeadLetter(bench.context, idOf(letter), operator)).toEqual(letter)
  await expect(readDeadLetter(bench.context, `${id}.999999999`, operator)).rejects.toMatchObject({
    code: 'resourceNotFound',
  })
  await expect(readDeadLetter(bench.context, 'nonsense', operator)).rejects.toMatchObject({
    code: 'resourceNotFound',
  })
  const elsewhere = callerOf('operator', 'elsewhere')
  await expect(readDeadLetter(bench.context, idOf(letter as never), elsewhere)).rejects.toMatchObject({
    code: 'resourceNotFound',
  })
})

test('one dead letter is sent again as the same event, with all its attempts before it', async () => {
  await bench.subscribe(receiver.url)
  bench.start()
  await giveUp('one')
  await giveUp('other')
  const letters = await deadLetters()
  const [letter] = letters
  await resendOne(bench.context, idOf(letter as never), operator)
  catchUp()
  const [received] = await receiver.has(1)
  expect(received?.headers).toMatchObject({ 'webhook-id': letter?.event_id, 'x-delivery-attempt': '1' })
  await eventually(deadLetters).toHaveLength(1)
  expect(textsOf()).toEqual(['one'])
  await expect(resendOne(bench.context, idOf(letter as never), operator)).rejects.toMatchObject({
    code: 'resourceNotFound',
  })
})

test('dead letters of a resource come again in the order of its events', async () => {
  const subscription = await bench.subscribe(receiver.url)
  const other = await bench.subscribe(`${receiver.url}/other`, 'description=none')
  bench.start()
  await giveUp('a', 'b')
  expect(await resendMany(bench.context, { subscription: other.id }, operator)).toBe(0)
  expect(await resendMany(bench.context, { subscription: subscription.id }, operator)).toBe(2)
  catchUp()
  await receiver.has(2)
  await eventually(() => bench.pending()).toBe(0)
  expect(textsOf()).toEqual(['a', 'b'])
})

test('dead letters of a span of time are sent again, and no others', async () => {
  await bench.subscribe(receiver.url)
  bench.start()
  await giveUp('first')
  const between = new Date(bench.clock.now() + minute).toISOString()
  await giveUp('second')
  const after = new Date(bench.clock.now() + minute).toISOString()
  await giveUp('third')
  expect((await deadLetters({ from: between, to: after })).length).toBe(1)
  expect(await resendMany(bench.context, { from: between, to: after }, operator)).toBe(1)
  catchUp()
  await receiver.has(1)
  await eventually(deadLetters).toHaveLength(2)
  expect(textsOf()).toEqual(['second'])
})

test('a dead letter that comes back waits for the event of its resource that is on its way', async () => {
  await bench.subscribe(receiver.url)
  bench.start()
  const id = await giveUp('lost')
  receiver.answer = status(500)
  await bench.describe(id, 'later')
  await receiver.has(1)
  await settled()
  expect(await resendMany(bench.context, {}, operator)).toBe(1)
  expect(await bench.sql('select 1 from delivery where due is not null')).toHaveLength(1)
  receiver.answer = status(204)
  catchUp()
  await receiver.has(3)
  await eventually(() => bench.pending()).toBe(0)
  expect(textsOf()).toEqual(['later', 'later', 'lost'])
})

test('lines stay whole while dead letters come back, many add to them and many work them off', {
  timeout: 90_000,
}, async () => {
  const seen = new Set<unknown>()
  receiver.answer = ({ headers }, response) => {
    response.writeHead(seen.has(headers['webhook-id']) ? 204 : 503).end()
    seen.add(headers['webhook-id'])
  }
  // What fails is given up at once, as if it had been tried for days, and an operator sends it again.
  await bench.sql(`alter table delivery alter first_try set default '2020-01-01'`)
  await bench.subscribe(receiver.url, 'fields=serviceOrder.description')
  for (let node = 0; node < 3; node++) bench.start()
  const orders = await Promise.all(Array.from({ length: 4 }, () => bench.order({ description: '0' })))
  const texts = Array.from({ length: 12 }, (_, n) => String(n + 1))
  const adding = Promise.all(orders.map(({ id }) => bench.describe(id, ...texts)))
  let isOver = false
  const operating = (async () => {
    while (!isOver) {
      await resendMany(bench.context, {}, operator)
      catchUp(0)
      const crowded = `select 1 from delivery where due is not null
        group by subscription, kind, entity_id having count(*) > 1`
      expect(await bench.sql(crowded)).toEqual([])
    }
  })()
  try {
    await adding
    await until(async () => (await bench.pending()) === 0, 'nothing to be pending')
  } finally {
    isOver = true
    await operating
    await bench.sql('alter table delivery alter first_try drop default')
  }
  const told = new Set(
    receiver.received.map(
      ({ body }) => `${body.event.serviceOrder.id} ${body.event.serviceOrder.description}`,
    ),
  )
  expect(told.size).toBe(4 * 13)
})

test('a suspended subscription that is resumed is sent all that is still kept, in order', async () => {
  const subscription = await bench.subscribe(receiver.url)
  bench.start()
  const id = await giveUp('dead')
  receiver.answer = status(410)
  await bench.describe(id, 'refused', 'waiting')
  await eventually(() => bench.status(subscription)).toMatchObject({ status: 'suspended' })
  await settled()
  const [letter] = await deadLetters()
  await expect(resendOne(bench.context, idOf(letter as never), operator)).rejects.toMatchObject({
    code: 'businessRuleViolated',
  })
  await bench.describe(id, 'meanwhile')
  expect(await readAnySubscription(bench.context, subscription.id, operator)).toMatchObject({
    status: 'suspended',
    pending: 2,
    dead: 1,
    last_error: 'answered with status 410',
  })
  receiver.received.length = 0
  receiver.answer = status(204)
  await resume(bench.context, subscription.id, operator)
  catchUp()
  await receiver.has(4)
  await eventually(() => bench.pending()).toBe(0)
  expect(textsOf()).toEqual(['dead', 'refused', 'waiting', 'meanwhile'])
  expect(await bench.status(subscription)).toEqual({
    id: subscription.id,
    callback: receiver.url,
    status: 'active',
    pendingEvents: 0,
  })
})

test('what the log has forgotten is not sent by a subscription that is resumed', async () => {
  const subscription = await bench.subscribe(receiver.url)
  bench.start()
  receiver.answer = status(410)
  const { id } = await bench.order({ description: 'forgotten' })
  await bench.describe(id, 'kept')
  await eventually(() => bench.status(subscription)).toMatchObject({ status: 'suspended' })
  await settled()
  await bench.sql(`delete from event where resource->>'description' = 'forgotten'`)
  receiver.received.length = 0
  receiver.answer = status(204)
  await resume(bench.context, subscription.id, operator)
  catchUp()
  await receiver.has(1)
  await eventually(() => bench.pending()).toBe(0)
  expect(textsOf()).toEqual(['kept'])
})

test('an active subscription is resumed by leaving it alone', async () => {
  const subscription = await bench.subscribe(receiver.url)
  bench.start()
  await giveUp('dead')
  await resume(bench.context, subscription.id, operator)
  expect(await deadLetters()).toHaveLength(1)
  await expect(resume(bench.context, 'nobody', operator)).rejects.toMatchObject({ code: 'resourceNotFound' })
})
