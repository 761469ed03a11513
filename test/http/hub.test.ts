import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { refuse } from '../../src/declare/index.ts'
import type { Hub, Subscription } from '../../src/http/hub.ts'
import { send } from '../support/http.ts'
import { startServer, type TestServer } from '../support/server.ts'

/** A hub that keeps what it is told. */
class RememberingHub implements Hub {
  readonly told: unknown[] = []
  readonly #subscriptions = new Map<string, Subscription>()

  readonly subscribe: Hub['subscribe'] = async (_context, api, body, options, caller) => {
    this.told.push({ api: api.number, body, options, tenant: caller.tenant })
    const { callback } = body as { callback: string }
    this.#subscriptions.set('h-1', { id: 'h-1', callback, status: 'active', pendingEvents: 0 })
    return { id: 'h-1', callback, secret: options.secret ?? 'whsec_made' }
  }

  readonly listSubscriptions: Hub['listSubscriptions'] = async () => [...this.#subscriptions.values()]

  readonly readSubscription: Hub['readSubscription'] = async (_context, _api, id) => {
    const found = this.#subscriptions.get(id)
    if (found === undefined) throw refuse('resourceNotFound', `hub '${id}' does not exist`)
    return found
  }

  readonly unsubscribe: Hub['unsubscribe'] = async (_context, _api, id) => {
    if (!this.#subscriptions.delete(id)) throw refuse('resourceNotFound', `hub '${id}' does not exist`)
  }
}

const hub = new RememberingHub()
let server: TestServer
let hubUrl: string

beforeAll(async () => {
  server = await startServer({ hub })
  hubUrl = `${server.url}/tmf-api/serviceOrdering/v4/hub`
})
afterAll(() => server.close())

describe('the hub of an API', () => {
  test('takes a subscription and tells its place and its secret', async () => {
    const json = { callback: 'https://c.example/x' }
    const created = await send(hubUrl, { method: 'POST', json })
    expect([created.status, created.body]).toEqual([201, { id: 'h-1', callback: 'https://c.example/x' }])
    expect(created.headers.get('location')).toBe(`${hubUrl}/h-1`)
    expect(created.headers.get('webhook-secret')).toBe('whsec_made')
    expect(hub.told).toEqual([
      { api: 'TMF641', body: json, options: { base: server.url }, tenant: 'default' },
    ])
  })

  test('takes a secret the client has chosen', async () => {
    const headers = { 'Webhook-Secret': 'whsec_chosen' }
    const created = await send(hubUrl, { method: 'POST', json: { callback: 'https://c.example/x' }, headers })
    expect(created.headers.get('webhook-secret')).toBe('whsec_chosen')
    expect(created.text).not.toContain('whsec')
  })

  test('shows subscriptions and how they do', async () => {
    const list = await send(hubUrl)
    expect([list.status, list.headers.get('x-total-count')]).toEqual([200, '1'])
    expect(list.body).toEqual([(await send(`${hubUrl}/h-1`)).body])
    expect(list.body[0]).toMatchObject({ status: 'active', pendingEvents: 0 })
    expect((await send(`${hubUrl}/nobody`)).status).toBe(404)
  })

  test('changes no subscription', async () => {
    for (const method of ['PATCH', 'PUT']) {
      const answer = await send(`${hubUrl}/h-1`, { method, json: {} })
      expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD, DELETE, OPTIONS'])
    }
  })

  test('ends a subscription', async () => {
    expect((await send(`${hubUrl}/h-1`, { method: 'DELETE' })).status).toBe(204)
    expect((await send(`${hubUrl}/h-1`, { method: 'DELETE' })).status).toBe(404)
  })

  test('is there for every API', async () => {
    for (const { path } of server.context.model.apis) {
      expect((await send(`${server.url}${path}/hub`)).status).toBe(200)
    }
  })
})

test('a topic has a hub of its own', async () => {
  const topicUrl = `${server.url}/tmf-api/event/v4/topic/ServiceOrdering/hub`
  const created = await send(topicUrl, { method: 'POST', json: { callback: 'https://c.example/topic' } })
  expect([created.status, created.headers.get('location')]).toEqual([201, `${topicUrl}/h-1`])
  expect(hub.told.at(-1)).toMatchObject({ api: 'TMF688', options: { topic: 'ServiceOrdering' } })
  expect((await send(`${topicUrl}/h-1`, { method: 'DELETE' })).status).toBe(204)
})
