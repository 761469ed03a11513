import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readHistory } from '../../src/store/event-log.ts'
import { serviceOrders } from '../support/fixture.ts'
import { send } from '../support/http.ts'
import { startServer, type TestServer } from '../support/server.ts'

const order = { externalId: 'PON-78', serviceOrderItem: [{ id: '1', action: 'add', service: {} }] }
const specifications = '/tmf-api/serviceCatalogManagement/v4/serviceSpecification'
let server: TestServer
let orders: string

beforeAll(async () => {
  server = await startServer()
  orders = server.url + serviceOrders
})
afterAll(() => server.close())

describe('creating a document', () => {
  test('answers it whole, with its place, its tag and what the server decided', async () => {
    const created = await send(orders, { method: 'POST', json: order })
    expect(created.status).toBe(201)
    expect(created.headers.get('content-type')).toBe('application/json;charset=utf-8')
    expect(created.headers.get('etag')).toBe('"1"')
    expect(created.headers.get('location')).toBe(created.body.href)
    expect(created.body).toMatchObject({
      externalId: 'PON-78',
      state: 'acknowledged',
      serviceOrderItem: [{ id: '1', action: 'add', state: 'acknowledged' }],
    })
    expect(created.body.href).toBe(`${orders}/${created.body.id}`)
    expect(created.body.orderDate).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
    const read = await send(created.body.href)
    expect(read.body).toEqual(created.body)
  })

  test('answers only the attributes asked for', async () => {
    const created = await send(`${orders}?fields=state`, { method: 'POST', json: order })
    expect(Object.keys(created.body).sort()).toEqual(['href', 'id', 'state'])
    expect(created.headers.get('etag')).toMatch(/^"1-[0-9a-f]{8}"$/)
  })

  test('names the type where every answer must', async () => {
    const created = await send(server.url + specifications, { method: 'POST', json: { name: 'Fibre' } })
    expect(created.body['@type']).toBe('ServiceSpecification')
    expect((await send(created.body.href)).body['@type']).toBe('ServiceSpecification')
  })

  test('that several APIs show makes it readable in each, at its own place', async () => {
    const places = ['alarm/v4', 'iotdevicemanagement/v4', 'AiM/v4'].map(
      (place) => `${server.url}/tmf-api/${place}/alarm`,
    )
    const json = {
      alarmRaisedTime: '2026-03-01T09:00:00Z',
      alarmType: 'equipmentAlarm',
      alarmedObject: { id: 'meter-1' },
      perceivedSeverity: 'major',
      probableCause: 'batteryLow',
      sourceSystemId: 'iot',
      state: 'raised',
    }
    const created = await send(places[1] ?? '', { method: 'POST', json })
    expect(created.body.href).toBe(`${places[1]}/${created.body.id}`)
    for (const place of places) {
      const { body } = await send(`${place}/${created.body.id}`)
      expect(body).toEqual({ ...created.body, href: `${place}/${created.body.id}` })
    }
  })

  test('under a chosen id that is taken is refused, as a precondition when it was asked to be new', async () => {
    const json = { id: 'taken/not', name: 'Fibre' }
    const refused = await send(server.url + specifications, { method: 'POST', json })
    expect(refused.body.code).toBe('invalidFormat')
    const taken = { method: 'POST', json: { id: 'ss taken', name: 'Fibre' } }
    const created = await send(server.url + specifications, taken)
    expect(created.body.href).toBe(`${server.url}${specifications}/ss%20taken`)
    const again = await send(server.url + specifications, taken)
    expect([again.status, again.body.code]).toEqual([409, 'duplicateId'])
    const onlyNew = await send(server.url + specifications, { ...taken, headers: { 'If-None-Match': '*' } })
    expect([onlyNew.status, onlyNew.body.code]).toEqual([412, 'preconditionFailed'])
  })

  test('with an optional attribute that is null leaves it out', async () => {
    const created = await send(orders, { method: 'POST', json: { ...order, description: null } })
    expect(created.text).not.toContain('null')
  })

  test('that is wrong in several places is told all of them, and leaves no trace', async () => {
    const before = (await send(`${orders}?limit=0`)).headers.get('x-total-count')
    const refused = await send(orders, {
      method: 'POST',
      json: {
        serviceOrderItem: [
          { id: '1', action: 'ad' },
          { id: '1', action: 'add', service: {} },
        ],
        state: 'held',
      },
    })
    expect(refused.status).toBe(400)
    expect(refused.body).toMatchObject({
      '@type': 'DetailedError',
      '@baseType': 'Error',
      code: 'validationFailed',
      reason: 'The request body is not valid',
      status: '400',
    })
    const findings = refused.body.errorItem.map(({ code, path }: Record<string, string>) => [code, path])
    expect(findings).toHaveLength(3)
    expect(findings).toEqual(
      expect.arrayContaining([
        ['invalidEnumValue', 'serviceOrderItem[0].action'],
        ['missingAttribute', 'serviceOrderItem[0].service'],
        ['duplicateItemId', 'serviceOrderItem[1].id'],
      ]),
    )
    expect((await send(`${orders}?limit=0`)).headers.get('x-total-count')).toBe(before)
  })

  test.each([
    ['a state', { state: 'held' }, 'attributeNotAllowedOnCreate'],
    ['an attribute nobody knows', { descripton: 'x' }, 'unknownAttribute'],
    ['a day that does not exist', { requestedCompletionDate: '2026-02-30' }, 'invalidFormat'],
    ['an offset no clock has', { requestedCompletionDate: '2026-02-03T00:00:00+23:00' }, 'invalidFormat'],
    ['the character U+0000', { description: 'a\u0000b' }, 'invalidFormat'],
    ['half of a surrogate pair', { description: 'a\ud800b' }, 'invalidFormat'],
    ['a text too long to be found by', { externalId: longText() }, 'invalidFormat'],
  ])('with %s is refused', async (_what, attributes, code) => {
    const refused = await send(orders, { method: 'POST', json: { ...order, ...attributes } })
    expect([refused.status, refused.body.code]).toEqual([400, code])
  })

  test('with a number beyond all numbers is refused', async () => {
    const body =
      '{"serviceOrderItem":[{"id":"1","action":"add","service":{"serviceCharacteristic":[{"name":"n","value":1e999}]}}]}'
    const refused = await send(orders, {
      method: 'POST',
      body,
      headers: { 'Content-Type': 'application/json' },
    })
    expect([refused.status, refused.body.code]).toEqual([400, 'invalidFormat'])
  })

  test('under a parent that does not exist is refused', async () => {
    const flows = `${server.url}/tmf-api/processFlowManagement/v4/processFlow/nobody/taskFlow`
    const refused = await send(flows, { method: 'POST', json: {} })
    expect([refused.status, refused.body.code]).toEqual([404, 'resourceNotFound'])
    expect(refused.body.message).toContain('nobody')
  })
})

describe('the golden thread of a request', () => {
  test('is the one that was sent', async () => {
    const headers = { 'X-Correlation-ID': 'corr-1' }
    const created = await send(orders, { method: 'POST', json: order, headers })
    expect(created.headers.get('x-correlation-id')).toBe('corr-1')
    const thread = await send(`${server.url}/goldthread/v1/thread/corr-1`)
    expect(thread.body).toMatchObject([
      {
        eventType: 'ServiceOrderCreateEvent',
        correlationId: 'corr-1',
        domain: 'ServiceOrdering',
        event: { serviceOrder: { id: created.body.id, href: created.body.href } },
      },
    ])
    expect(thread.headers.get('x-total-count')).toBe('1')
  })

  test("is the order's own when none was sent", async () => {
    const created = await send(orders, { method: 'POST', json: order })
    expect(created.headers.get('x-correlation-id')).toBe(created.body.id)
    const thread = await send(`${server.url}/goldthread/v1/thread/${created.body.id}`)
    expect(thread.body).toHaveLength(1)
  })

  test('is new when the one that was sent cannot be used', async () => {
    for (const sent of ['with blank', 'x'.repeat(129)]) {
      const answer = await send(orders, { headers: { 'X-Correlation-ID': sent } })
      expect(answer.headers.get('x-correlation-id')).toMatch(/^[0-9a-f-]{36}$/)
    }
  })

  test('is told with the trace of the request, which the events keep', async () => {
    const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01'
    const created = await send(orders, { method: 'POST', json: order, headers: { traceparent } })
    expect(created.headers.get('traceparent')).toBe(traceparent)
    const held = { method: 'PATCH', json: { state: 'held' }, headers: { traceparent } }
    expect((await send(created.body.href, held)).status).toBe(200)
    const { database } = server.context
    const events = await readHistory(database, 'default', 'ServiceOrder', created.body.id)
    expect(events.map(({ trace }) => trace)).toEqual([traceparent, traceparent])
    const untraced = await send(orders, { headers: { traceparent: 'nonsense' } })
    expect([untraced.status, untraced.headers.get('traceparent')]).toEqual([200, null])
  })

  test('is on refusals too', async () => {
    const headers = { 'X-Correlation-ID': 'corr-2' }
    expect((await send(`${server.url}/nowhere`, { headers })).headers.get('x-correlation-id')).toBe('corr-2')
  })

  test('of nothing is empty', async () => {
    expect((await send(`${server.url}/goldthread/v1/thread/none%00`)).body).toEqual([])
  })
})

/** Random, so that compression does not make it short. */
function longText(): string {
  return Array.from({ length: 9000 }, () => Math.random().toString(36).charAt(2)).join('')
}
