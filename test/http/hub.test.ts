import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { Egress } from '../../src/hub/egress.ts'
import { subscriptionsWith } from '../../src/hub/subscriptions.ts'
import { type Answer, send } from '../support/http.ts'
import { startServer, type TestServer } from '../support/server.ts'

let server: TestServer
let hubUrl: string
/** What names lead to, for as long as the test says so. */
const names = new Map<string, string>()

beforeAll(async () => {
  const resolve = async (host: string) => [{ address: names.get(host) ?? '93.184.215.14', family: 4 }]
  const hub = subscriptionsWith(new Egress(['127.0.0.1'], { resolve }), 3)
  server = await startServer({ hub })
  hubUrl = `${server.url}/tmf-api/serviceOrdering/v4/hub`
})
afterEach(async () => {
  names.clear()
  await server.context.database.withWriter((client) => client.query('delete from subscription'))
})
afterAll(() => server.close())

const callback = 'https://c.example/x'
const subscribe = (json: unknown, headers: Record<string, string> = {}, url = hubUrl): Promise<Answer> =>
  send(url, { method: 'POST', json, headers })

describe('the hub of an API', () => {
  test('takes a subscription and tells its place and its secret', async () => {
    const created = await subscribe({ callback })
    const { id } = created.body
    expect([created.status, created.body]).toEqual([201, { id, callback }])
    expect(created.headers.get('location')).toBe(`${hubUrl}/${id}`)
    expect(created.headers.get('webhook-secret')).toMatch(/^whsec_/)
  })

  test('takes a secret the client has chosen, and tells it nowhere else', async () => {
    const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
    const created = await subscribe({ callback }, { 'Webhook-Secret': secret })
    expect(created.headers.get('webhook-secret')).toBe(secret)
    expect(created.text + (await send(hubUrl)).text).not.toContain('whsec')
    const refused = await subscribe({ callback: `${callback}/2` }, { 'Webhook-Secret': 'short' })
    expect([refused.status, refused.body.code]).toEqual([400, 'invalidHeader'])
  })

  test('shows subscriptions and how they do', async () => {
    const { id } = (await subscribe({ callback, query: 'state=held' })).body
    const list = await send(hubUrl)
    expect([list.status, list.headers.get('x-total-count')]).toEqual([200, '1'])
    expect(list.body).toEqual([{ id, callback, query: 'state=held', status: 'active', pendingEvents: 0 }])
    expect((await send(`${hubUrl}/${id}`)).body).toEqual(list.body[0])
    expect((await send(`${hubUrl}/nobody`)).status).toBe(404)
  })

  test('changes no subscription', async () => {
    for (const method of ['PATCH', 'PUT']) {
      const answer = await send(`${hubUrl}/h-1`, { method, json: {} })
      expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD, DELETE, OPTIONS'])
    }
  })

  test('ends a subscription', async () => {
    const { id } = (await subscribe({ callback })).body
    expect((await send(`${hubUrl}/${id}`, { method: 'DELETE' })).status).toBe(204)
    expect((await send(`${hubUrl}/${id}`, { method: 'DELETE' })).status).toBe(404)
  })

  test('is there for every API', async () => {
    for (const { path } of server.context.model.apis) {
      expect((await send(`${server.url}${path}/hub`)).status).toBe(200)
    }
  })

  test('refuses the same again, and names the subscription there is', async () => {
    const created = await subscribe({ callback })
    const refused = await subscribe({ callback })
    expect([refused.status, refused.body.code]).toEqual([409, 'duplicateSubscription'])
    expect(refused.body.referenceError).toBe(created.headers.get('location'))
  })

  test('refuses more than a client may have', async () => {
    for (const n of [1, 2, 3]) expect((await subscribe({ callback: `${callback}/${n}` })).status).toBe(201)
    const refused = await subscribe({ callback })
    expect([refused.status, refused.body.code]).toEqual([409, 'limitReached'])
    expect(refused.body.message).toContain('3 subscriptions')
  })

  test.each([
    ['/hook', 'invalidCallback'],
    ['https://user:word@c.example/', 'invalidCallback'],
    [`https://c.example/${'x'.repeat(2048)}`, 'invalidCallback'],
    ['http://c.example/', 'callbackNotAllowed'],
    ['https://10.0.0.1/', 'callbackNotAllowed'],
    ['https://printer.local/', 'callbackNotAllowed'],
  ])('refuses the callback %s', async (wrong, code) => {
    const refused = await subscribe({ callback: wrong })
    expect([refused.status, refused.body.code]).toEqual([400, code])
  })

  test('refuses an event type there is not, and lists those there are', async () => {
    const refused = await subscribe({ callback, query: 'eventType=ServiceOrderCreatedEvent' })
    expect([refused.status, refused.body.code]).toEqual([400, 'unknownEventType'])
    for (const type of ['ServiceOrderCreateEvent', 'CancelServiceOrderStateChangeEvent']) {
      expect(refused.body.message).toContain(type)
    }
  })
})

describe('the secret of a subscription', () => {
  test('may be changed for another, a new one or one the client has chosen', async () => {
    const created = await subscribe({ callback })
    const first = created.headers.get('webhook-secret')
    const place = `${created.headers.get('location')}/secret`
    const renewed = await send(place, { method: 'POST' })
    expect([renewed.status, renewed.text]).toEqual([204, ''])
    expect(renewed.headers.get('webhook-secret')).toMatch(/^whsec_/)
    expect(renewed.headers.get('webhook-secret')).not.toBe(first)
    const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
    const chosen = await send(place, { method: 'POST', headers: { 'Webhook-Secret': secret } })
    expect(chosen.headers.get('webhook-secret')).toBe(secret)
  })

  test('is changed once by a request that is repeated with its key', async () => {
    const place = `${(await subscribe({ callback })).headers.get('location')}/secret`
    const again = { method: 'POST', headers: { 'Idempotency-Key': 'change-1' } }
    const [first, second] = [await send(place, again), await send(place, again)]
    expect(second.headers.get('idempotency-replayed')).toBe('true')
    expect(second.headers.get('webhook-secret')).toBe(first.headers.get('webhook-secret'))
  })

  test('of a subscription that is not there cannot be', async () => {
    const refused = await send(`${hubUrl}/nobody/secret`, { method: 'POST' })
    expect([refused.status, refused.body.code]).toEqual([404, 'resourceNotFound'])
  })
})

describe('a registration that is repeated with its key', () => {
  const headers = { 'Idempotency-Key': 'subscribe-1' }

  test('is answered the same, its secret included, and made once', async () => {
    const first = await subscribe({ callback }, headers)
    const again = await subscribe({ callback }, headers)
    expect([again.status, again.text]).toEqual([201, first.text])
    expect(again.headers.get('idempotency-replayed')).toBe('true')
    for (const name of ['location', 'webhook-secret']) {
      expect(again.headers.get(name)).toBe(first.headers.get(name))
    }
    expect((await send(hubUrl)).body).toHaveLength(1)
    const reused = await subscribe({ callback: `${callback}/2` }, headers)
    expect([reused.status, reused.body.code]).toEqual([409, 'idempotencyKeyReused'])
  })

  test('is answered the same also when its callback may not be called any more', async () => {
    const key = { 'Idempotency-Key': 'subscribe-2' }
    expect((await subscribe({ callback }, key)).status).toBe(201)
    names.set('c.example', '10.0.0.1')
    expect((await subscribe({ callback }, key)).status).toBe(201)
    expect((await subscribe({ callback: `${callback}/2` })).body.code).toBe('callbackNotAllowed')
  })

  test('is told no secret once the subscription has ended', async () => {
    const key = { 'Idempotency-Key': 'subscribe-3' }
    const first = await subscribe({ callback }, key)
    const place = String(first.headers.get('location'))
    const ending = { method: 'DELETE', headers: { 'Idempotency-Key': 'end-1' } }
    expect((await send(place, ending)).status).toBe(204)
    const ended = await send(place, ending)
    expect([ended.status, ended.headers.get('idempotency-replayed')]).toEqual([204, 'true'])
    const again = await subscribe({ callback }, key)
    expect([again.status, again.headers.get('webhook-secret')]).toEqual([201, null])
  })
})

test('a topic has a hub of its own', async () => {
  const topicUrl = `${server.url}/tmf-api/event/v4/topic/ServiceOrdering/hub`
  const created = await subscribe({ callback }, {}, topicUrl)
  expect([created.status, created.headers.get('location')]).toEqual([201, `${topicUrl}/${created.body.id}`])
  expect((await send(topicUrl)).body).toHaveLength(1)
  expect((await send(hubUrl)).body).toEqual([])
  const renewed = await send(`${topicUrl}/${created.body.id}/secret`, { method: 'POST' })
  expect(renewed.headers.get('webhook-secret')).toMatch(/^whsec_/)
  expect((await send(`${topicUrl}/${created.body.id}`, { method: 'DELETE' })).status).toBe(204)
})
