/** The second generation of the APIs, called v5, differs in a few ways (wire contract, section 26). */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Egress } from '../../src/hub/egress.ts'
import { ShownEvent } from '../../src/hub/shown-event.ts'
import { subscriptionsWith } from '../../src/hub/subscriptions.ts'
import { type LoggedRecord, readHistory } from '../../src/store/event-log.ts'
import { send } from '../support/http.ts'
import { startServer, type TestServer } from '../support/server.ts'

let server: TestServer
let base: string
const rule = { '@type': 'SimpleThresholdRule', name: 'Slow', condition: 'Raise', severity: 'MAJOR' }

beforeAll(async () => {
  server = await startServer({ hub: subscriptionsWith(new Egress(['127.0.0.1'])) })
  base = `${server.url}/tmf-api/performanceThresholding/v5`
})
afterAll(() => server.close())

const post = (path: string, json: unknown) => send(`${base}${path}`, { method: 'POST', json })

describe('an API of the second generation', () => {
  test('needs the type of what is created, and of every part its file says', async () => {
    const { '@type': _type, ...untyped } = rule
    const bare = await post('/thresholdRule', untyped)
    expect([bare.status, bare.body.code, bare.body.message]).toEqual([
      400,
      'missingAttribute',
      '@type is required',
    ])
    const nested = await post('/thresholdRule', { ...rule, measurement: { id: 'speed' } })
    expect(nested.body.errorItem).toEqual([
      { code: 'missingAttribute', path: 'measurement.@type', message: 'is required' },
    ])
  })

  test('names the type in every answer, also when attributes are selected', async () => {
    const created = await post('/thresholdRule', { ...rule, '@type': 'ThresholdRule' })
    expect(created.body['@type']).toBe('ThresholdRule')
    const one = await send(`${base}/thresholdRule/${created.body.id}?fields=name`)
    expect(one.body).toEqual({
      id: created.body.id,
      href: created.body.href,
      name: 'Slow',
      '@type': 'ThresholdRule',
    })
    const many = await send(`${base}/thresholdRule?fields=name`)
    expect(many.body.map((each: { '@type'?: string }) => each['@type'])).toEqual(['ThresholdRule'])
  })

  test('takes the id a client chooses', async () => {
    const created = await post('/thresholdRule', { ...rule, id: 'rule-7' })
    expect([created.status, created.body.id]).toEqual([201, 'rule-7'])
    expect((await post('/thresholdRule', { ...rule, id: 'rule-7' })).body.code).toBe('duplicateId')
  })

  test('keeps the type of what it stores', async () => {
    const { body } = await post('/thresholdRule', rule)
    const change = (json: unknown) => send(body.href, { method: 'PATCH', json })
    expect((await change({ '@type': 'SimpleThresholdRule', name: 'Slower' })).status).toBe(200)
    expect((await change({ '@type': 'AlgorithmThresholdRule' })).body.code).toBe('attributeNotPatchable')
  })

  test.each(['/thresholdRule', '/thresholdRule/nowhere', '/hub', '', '/nowhere', '/thresholdRule?fields=!'])(
    'answers GET %s as plain application/json',
    async (path) => {
      const { headers } = await send(base + path)
      expect(headers.get('content-type')).toBe('application/json')
    },
  )

  test('leaves the answers of the first generation as they are', async () => {
    const { headers } = await send(`${server.url}/tmf-api/alarm/v4/alarm`)
    expect(headers.get('content-type')).toBe('application/json;charset=utf-8')
  })

  test('shows its hubs as resources with a type', async () => {
    const callback = 'http://127.0.0.1:9/hook'
    expect((await post('/hub', { callback })).body.code).toBe('missingAttribute')
    const created = await post('/hub', { '@type': 'Hub', callback, query: 'timeOccurred=2026-03-01' })
    const { id } = created.body
    const href = `${base}/hub/${id}`
    expect(created.body).toEqual({
      id,
      href,
      callback,
      query: 'timeOccurred=2026-03-01',
      '@type': 'Hub',
    })
    expect(created.headers.get('location')).toBe(href)
    expect((await send(href)).body).toMatchObject({ href, '@type': 'Hub', status: 'active' })
    expect((await send(`${base}/hub`)).body).toMatchObject([{ href, '@type': 'Hub' }])
  })

  test('says in its events where they come from', async () => {
    const { body } = await post('/thresholdRule', rule)
    const { model, database } = server.context
    const { page, api } = model.homeOf('ThresholdRule')
    const [record] = await readHistory(database, 'default', page.kind, body.id)
    const event = new ShownEvent(model, record as LoggedRecord).by(api)
    expect(event).toMatchObject({
      '@type': 'ThresholdRuleCreateEvent',
      '@baseType': 'Event',
      source: { id: body.id, href: `/tmf-api/performanceThresholding/v5/thresholdRule/${body.id}` },
      reportingSystem: { name: 'Goldthread' },
    })
  })

  test('does not teach its words to the first generation', async () => {
    const json = { callback: 'http://127.0.0.1:9/hook', query: 'timeOccurred=2026-03-01' }
    const refused = await send(`${server.url}/tmf-api/alarm/v4/hub`, { method: 'POST', json })
    expect(refused.body.code).toBe('unknownQueryAttribute')
  })
})
