/** What operators see and do beside the TM Forum APIs: dead letters, and the subscriptions of all clients. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { send } from '../support/http.ts'
import { startServer, type TestServer } from '../support/server.ts'

let server: TestServer
let letters: string
let subscriptions: string
const sql = (text: string, values: unknown[] = []) =>
  server.context.database.withWriter((client) => client.query(text, values))

beforeAll(async () => {
  server = await startServer()
  letters = `${server.url}/goldthread/v1/deadLetter`
  subscriptions = `${server.url}/goldthread/v1/subscription`
})
afterAll(() => server.close())

/** Two subscriptions, of which one is suspended, with three dead letters each, given up a day after another. */
beforeEach(async () => {
  await sql('delete from subscription')
  await sql('delete from event')
  for (const [id, client, status] of [
    ['h-1', 'crm', 'active'],
    ['h-2', 'billing', 'suspended'],
  ]) {
    await sql(
      `insert into subscription (tenant, id, api, client, callback, base, secret, status, created)
       values ('default', $1, 'TMF641', $2, 'https://' || $2 || '.example/', '', 'whsec_', $3, $4)`,
      [id, client, status, `2026-01-01T00:00:0${String(id).slice(-1)}Z`],
    )
  }
  await sql(
    `insert into event (tenant, id, type, kind, entity_id, revision, correlation_id, actor, time, resource)
     select 'default', 'e-' || n, 'ServiceOrderCreateEvent', 'ServiceOrder', 'so-' || n, 1, 'thread', 'a',
       '2026-03-01T00:00:00Z', '{}' from generate_series(1, 3) n`,
  )
  await sql(
    `insert into delivery (tenant, subscription, kind, entity_id, seq, correlation_id, attempts, first_try, parked, last_error)
     select tenant, s, kind, entity_id, seq, correlation_id, 30, '2026-03-01T00:00:00Z',
       '2026-03-01T00:00:00Z'::timestamptz + right(entity_id, 1)::int * interval '1 day', 'answered with status 500'
     from event, unnest(array['h-1', 'h-2']) s`,
  )
})

const idsOf = (answer: { body: { id: string }[] }) => answer.body.map(({ id }) => id)
const countOf = async (query = '') => Number((await send(letters + query)).headers.get('x-total-count'))
const post = (url: string, json?: unknown, headers: Record<string, string> = {}) =>
  send(url, { method: 'POST', headers, ...(json === undefined ? {} : { json }) })

describe('the list of dead letters', () => {
  test('tells of each what was to be told to whom, and why it was not', async () => {
    const list = await send(letters)
    expect([list.status, list.headers.get('x-total-count')]).toEqual([200, '6'])
    const [first] = list.body
    expect(first).toEqual({
      id: expect.stringMatching(/^h-1\.\d+$/),
      href: `${letters}/${first.id}`,
      subscription: { id: 'h-1', href: `${subscriptions}/h-1` },
      callback: 'https://crm.example/',
      eventId: 'e-1',
      eventType: 'ServiceOrderCreateEvent',
      eventTime: '2026-03-01T00:00:00.000Z',
      correlationId: 'thread',
      source: { id: 'so-1', '@referredType': 'ServiceOrder' },
      attempts: 30,
      firstAttemptDate: '2026-03-01T00:00:00.000Z',
      givenUpDate: '2026-03-02T00:00:00.000Z',
      lastError: 'answered with status 500',
      '@type': 'DeadLetter',
    })
    expect((await send(first.href)).body).toEqual(first)
  })

  test.each([
    ['subscription=h-1', 3],
    ['subscription=nobody', 0],
    ['from=2026-03-03T00:00:00Z', 4],
    ['to=2026-03-03', 2],
    ['from=2026-03-03&to=2026-03-04&subscription=h-2', 1],
  ])('has those of %s', async (query, count) => {
    expect((await send(`${letters}?${query}`)).body).toHaveLength(count)
    expect(await countOf(`?${query}&limit=0`)).toBe(count)
  })

  test('comes page by page, those first that were given up first', async () => {
    const all = idsOf(await send(letters))
    const page = await send(`${letters}?offset=2&limit=2`)
    expect([page.status, page.headers.get('content-range')]).toEqual([206, 'items 2-3/6'])
    expect(idsOf(page)).toEqual(all.slice(2, 4))
    expect(page.headers.get('link')).toContain(`<${letters}?offset=4&limit=2>; rel="next"`)
  })

  test.each([
    ['?subscriptoin=h-1', 'invalidQuery', "did you mean 'subscription'"],
    ['?subscription=', 'invalidQuery', 'subscription must be a text'],
    ['?subscription=h-1&subscription=h-2', 'invalidQuery', 'given once'],
    ['?subscription=%00', 'invalidQuery', 'U+0000'],
    ['?filter=$[?(@.id)]', 'invalidQuery', "'filter'"],
    ['?from=yesterday', 'invalidFilterValue', 'from must be a date-time'],
    ['?limit=-1', 'invalidPaging', 'limit'],
  ])('refuses %s', async (query, code, said) => {
    const refused = await send(letters + query)
    expect([refused.status, refused.body.code]).toEqual([400, code])
    expect(refused.body.message).toContain(said)
  })

  test.each(['nobody', 'h-1.999999', 'h-1', 'h-1.1.1', '%00.1', 'h-1.99999999999999999999'])(
    'has no %s',
    async (id) => {
      expect((await send(`${letters}/${id}`)).body.code).toBe('resourceNotFound')
      expect((await post(`${letters}/${id}/resend`)).body.code).toBe('resourceNotFound')
    },
  )
})

describe('a dead letter', () => {
  test('is sent again, once for a key', async () => {
    const [id] = idsOf(await send(`${letters}?subscription=h-1`))
    const headers = { 'Idempotency-Key': 'resend-1' }
    const answer = await post(`${letters}/${id}/resend`, undefined, headers)
    expect([answer.status, answer.body]).toEqual([202, { '@type': 'Resent', count: 1, isComplete: true }])
    expect(await countOf()).toBe(5)
    const again = await post(`${letters}/${id}/resend`, undefined, headers)
    expect([again.status, again.headers.get('idempotency-replayed')]).toEqual([202, 'true'])
    expect((await post(`${letters}/${id}/resend`)).status).toBe(404)
  })

  test('of a subscription that is suspended is not', async () => {
    const [id] = idsOf(await send(`${letters}?subscription=h-2`))
    const refused = await post(`${letters}/${id}/resend`)
    expect([refused.status, refused.body.code]).toEqual([409, 'businessRuleViolated'])
    expect(refused.body.message).toContain('resume')
  })

  test.each([
    [{ subscription: 'h-1' }, 3],
    [{ subscription: 'h-2' }, 0],
    [{ from: '2026-03-03T00:00:00Z', to: '2026-03-04T00:00:00Z' }, 1],
    [{}, 3],
  ])('is sent again with others of %j', async (json, count) => {
    const answer = await post(`${letters}/resend`, json)
    expect([answer.status, answer.body]).toEqual([202, { '@type': 'Resent', count, isComplete: true }])
    expect(await countOf()).toBe(6 - count)
  })

  test.each([
    [undefined, 'bodyRequired'],
    [[], 'invalidBody'],
    [{ subscription: 7 }, 'invalidQuery'],
    [{ since: '2026-03-03' }, 'invalidQuery'],
    [{ from: 'x' }, 'invalidFilterValue'],
  ])('is not sent again for %j', async (json, code) => {
    expect((await post(`${letters}/resend`, json)).body.code).toBe(code)
    expect(await countOf()).toBe(6)
  })
})

describe('the subscriptions of all clients', () => {
  test('are listed with how they do', async () => {
    const list = await send(subscriptions)
    expect(idsOf(list)).toEqual(['h-1', 'h-2'])
    expect(list.body[1]).toEqual({
      id: 'h-2',
      href: `${subscriptions}/h-2`,
      api: 'TMF641',
      client: 'billing',
      callback: 'https://billing.example/',
      status: 'suspended',
      pendingEvents: 0,
      deadLetters: 3,
      creationDate: '2026-01-01T00:00:02.000Z',
      '@type': 'Subscription',
    })
    expect(idsOf(await send(`${subscriptions}?status=suspended`))).toEqual(['h-2'])
    expect(idsOf(await send(`${subscriptions}?client=crm`))).toEqual(['h-1'])
    expect((await send(`${subscriptions}?limit=1`)).headers.get('content-range')).toBe('items 0-0/2')
    expect((await send(`${subscriptions}?state=active`)).body.code).toBe('invalidQuery')
    expect(list.text).not.toContain('whsec')
  })

  test('go on when they are resumed, with their dead letters', async () => {
    expect((await post(`${subscriptions}/h-2/resume`)).status).toBe(204)
    expect((await send(`${subscriptions}/h-2`)).body).toMatchObject({
      status: 'active',
      pendingEvents: 3,
      deadLetters: 0,
    })
    expect((await post(`${subscriptions}/h-2/resume`)).status).toBe(204)
    for (const id of ['nobody', '%00']) {
      expect((await post(`${subscriptions}/${id}/resume`)).body.code).toBe('resourceNotFound')
      expect((await send(`${subscriptions}/${id}`)).body.code).toBe('resourceNotFound')
    }
  })
})
