import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { Egress } from '../../src/hub/egress.ts'
import { judge } from '../../src/hub/registration.ts'
import { listSubscriptions, subscribe, unsubscribe } from '../../src/hub/subscriptions.ts'
import { apiOf, Bench, base, callerOf } from './bench.ts'

let bench: Bench
beforeAll(async () => {
  bench = await Bench.open()
})
afterEach(() => bench.clean())
afterAll(() => bench.close())

const callback = 'http://127.0.0.1:9/hook'

test('a subscription is answered with its id and a secret of its own', async () => {
  const added = await bench.subscribe(callback, 'state=completed')
  expect(added).toEqual({
    id: expect.stringMatching(/^h-/),
    callback,
    query: 'state=completed',
  })
  expect(await bench.secretOf(added)).toMatch(/^whsec_/)
  expect(await bench.status(added)).toEqual({
    id: added.id,
    callback,
    query: 'state=completed',
    status: 'active',
    pendingEvents: 0,
  })
})

test('a query is answered only when one was sent', async () => {
  expect(await bench.subscribe(callback)).not.toHaveProperty('query')
})

test("a secret may be the client's own", async () => {
  const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
  expect(await bench.secretOf(await bench.subscribe(callback, undefined, { secret }))).toBe(secret)
})

test('the same subscription again is refused, with the address of the first', async () => {
  const { id } = await bench.subscribe(callback, 'state=completed')
  await expect(bench.subscribe(callback, 'state=completed')).rejects.toMatchObject({
    code: 'duplicateSubscription',
    detail: { referenceError: `${base}/tmf-api/serviceOrdering/v4/hub/${id}` },
  })
  await bench.subscribe(callback, 'state=failed')
  await bench.subscribe(callback)
  await bench.subscribe(callback, 'state=completed', { caller: callerOf('another') })
  await bench.subscribe(callback, 'state=completed', { api: 'TMF652' })
})

test('of the same subscription sent twice at once, one is refused', async () => {
  const both = await Promise.allSettled([bench.subscribe(callback), bench.subscribe(callback)])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('a client has at most a hundred subscriptions', async () => {
  for (let n = 0; n < 100; n++) await bench.subscribe(`${callback}/${n}`)
  await expect(bench.subscribe(callback)).rejects.toMatchObject({ code: 'limitReached' })
  await bench.subscribe(callback, undefined, { caller: callerOf('another') })
})

test('a client sees and ends only its own subscriptions, at the hub where it made them', async () => {
  const own = await bench.subscribe(callback)
  const api = apiOf('TMF641')
  const strangers = [callerOf('another'), callerOf('crm', 'elsewhere')]
  for (const stranger of strangers) {
    expect(await listSubscriptions(bench.context, api, stranger)).toEqual([])
    await expect(bench.status(own, 'TMF641', stranger)).rejects.toMatchObject({ code: 'resourceNotFound' })
    const ending = unsubscribe(bench.context, api, own.id, stranger)
    await expect(ending).rejects.toMatchObject({ code: 'resourceNotFound' })
  }
  await expect(bench.status(own, 'TMF652')).rejects.toMatchObject({ code: 'resourceNotFound' })
  expect(await listSubscriptions(bench.context, api, callerOf())).toHaveLength(1)
  await unsubscribe(bench.context, api, own.id, callerOf())
  await expect(bench.status(own)).rejects.toMatchObject({ code: 'resourceNotFound' })
})

test('a registration is refused with what is wrong with it', async () => {
  const register = async (body: unknown) => {
    const verdict = await judge(new Egress(), body)
    return subscribe(bench.context, apiOf('TMF641'), body, { base, verdict }, callerOf())
  }
  await expect(register(undefined)).rejects.toMatchObject({ code: 'bodyRequired' })
  await expect(register({})).rejects.toMatchObject({ code: 'invalidCallback' })
  await expect(register({ callback: '/x' })).rejects.toMatchObject({ code: 'invalidCallback' })
  await expect(register({ callback: 'http://127.0.0.1/' })).rejects.toMatchObject({
    code: 'callbackNotAllowed',
  })
  const target = 'https://93.184.215.14/'
  await expect(register({ callback: target, query: 7 })).rejects.toMatchObject({ code: 'invalidQuery' })
  await expect(register({ callback: target, quer: 'a=b' })).rejects.toMatchObject({
    code: 'unknownAttribute',
  })
  await expect(register({ callback: target, query: 'eventType=X' })).rejects.toMatchObject({
    code: 'unknownEventType',
  })
  await register({ callback: target, query: null, '@type': 'EventSubscriptionInput' })
})
