/**
 * How each refusal is provoked, and its status as the wire contract has it (section 23). A code that nothing provokes does
 * not belong into the table of `src/declare/refusal.ts`.
 */
import { expect } from 'vitest'
import type { Finding, RefusalCode } from '../../src/declare/index.ts'
import { Egress } from '../../src/hub/egress.ts'
import { subscriptionsWith } from '../../src/hub/subscriptions.ts'
import type { Behaviour } from '../../src/resources/behaviour.ts'
import { type Answer, send, sendLines } from '../support/http.ts'
import {
  type Ask,
  after,
  brought,
  busy,
  cancels,
  carts,
  get,
  house,
  jsonPatch,
  line,
  order,
  patch,
  post,
  postText,
  quotes,
  serviceOrders,
  signal,
  there,
  whole,
} from './refusal-house.ts'

const specifications = '/tmf-api/serviceCatalogManagement/v4/serviceSpecification'
const stocks = '/tmf-api/stock/v4/productStock'
const services = '/tmf-api/serviceInventory/v4/service'
const hub = '/tmf-api/serviceOrdering/v4/hub'
const types = '/goldthread/v1/type'
const stock = { productStockStatusType: 'available', stockedProduct: { name: 'Modem' } }
const merge = 'application/merge-patch+json'
const patchQuery = 'application/json-patch-query+json'
/** What a row has made for its request to run into. */
let opened: string | null

const asAnswer = (said: string): Answer => {
  const [head = '', text = ''] = said.split('\r\n\r\n')
  const [start = '', ...lines] = head.split('\r\n')
  const headers = new Headers(
    lines.map((each) => [each.slice(0, each.indexOf(':')), each.slice(each.indexOf(':') + 1)]),
  )
  return { status: Number(start.split(' ')[1]), headers, text, body: JSON.parse(text) }
}

export interface Row {
  /** As the wire contract has it. */
  readonly status: number
  /** Makes ready what is needed; gives the request that is refused. */
  readonly provoke: () => Ask | Promise<Ask>
  /** What the answer has beyond what all have. */
  readonly also?: (answer: Answer) => void
}

const hasHeader = (name: string, value: unknown) => (answer: Answer) =>
  expect(answer.headers.get(name)).toEqual(value)
const retryAfter = hasHeader('retry-after', expect.stringMatching(/^\d+$/))
const hasItem = (code: string, path: string) => (answer: Answer) =>
  expect(answer.body.errorItem).toEqual([{ code, path, message: expect.any(String) }])

export const table: Record<RefusalCode, Row> = {
  malformedJson: { status: 400, provoke: () => postText('{"a":') },
  invalidBody: { status: 400, provoke: () => postText('[]') },
  bodyRequired: { status: 400, provoke: () => postText('') },
  bodyTooDeep: { status: 400, provoke: () => postText(`${'{"a":'.repeat(70)}1${'}'.repeat(70)}`) },
  validationFailed: {
    status: 400,
    provoke: () => post(serviceOrders, { serviceOrderItem: [{ id: '1', action: 'ad' }, line] }),
    also: ({ body }) => {
      const found = body.errorItem.map(({ code, path }: Finding) => `${code} ${path}`)
      expect(found).toEqual([
        'invalidEnumValue serviceOrderItem[0].action',
        'missingAttribute serviceOrderItem[0].service',
        'duplicateItemId serviceOrderItem[1].id',
      ])
      expect(body.message).toMatch(/^3 problems; first: serviceOrderItem\[0\].action must be one of /)
    },
  },
  missingAttribute: {
    status: 400,
    provoke: () => post(serviceOrders, {}),
    also: hasItem('missingAttribute', 'serviceOrderItem'),
  },
  invalidFormat: {
    status: 400,
    provoke: () => post(serviceOrders, { ...order, requestedStartDate: 'soon' }),
    also: hasItem('invalidFormat', 'requestedStartDate'),
  },
  invalidEnumValue: {
    status: 400,
    provoke: () => post(serviceOrders, { serviceOrderItem: [{ ...line, action: 'ad' }] }),
    also: hasItem('invalidEnumValue', 'serviceOrderItem[0].action'),
  },
  invalidAttributeName: { status: 400, provoke: () => postText('{"__proto__":{}}') },
  unknownAttribute: {
    status: 400,
    provoke: () => post(serviceOrders, { ...order, colour: 'red' }),
    also: hasItem('unknownAttribute', 'colour'),
  },
  duplicateItemId: {
    status: 400,
    provoke: () => post(serviceOrders, { serviceOrderItem: [line, line] }),
    also: hasItem('duplicateItemId', 'serviceOrderItem[1].id'),
  },
  attributeNotAllowedOnCreate: {
    status: 400,
    provoke: () => post(serviceOrders, { ...order, state: 'held' }),
    also: hasItem('attributeNotAllowedOnCreate', 'state'),
  },
  attributeNotPatchable: {
    status: 400,
    provoke: async () => patch(await there(serviceOrders, order), { orderDate: '2026-01-01T00:00:00Z' }),
    also: hasItem('attributeNotPatchable', 'orderDate'),
  },
  invalidPatch: {
    status: 400,
    provoke: async () => {
      return patch(await there(serviceOrders, order), [{ op: 'paint', path: '/state' }], {
        'Content-Type': jsonPatch,
      })
    },
  },
  invalidPattern: { status: 400, provoke: () => get(`${serviceOrders}?description.regex=(a`) },
  invalidQuery: { status: 400, provoke: () => get(`${serviceOrders}?state=%ff`) },
  unknownQueryAttribute: { status: 400, provoke: () => get(`${serviceOrders}?stat=held`) },
  unknownOperator: { status: 400, provoke: () => get(`${serviceOrders}?state.foo=held`) },
  invalidFilterValue: { status: 400, provoke: () => get(`${serviceOrders}?orderDate=yesterday`) },
  invalidJsonPath: { status: 400, provoke: () => get(`${serviceOrders}?filter=$[?(@.state==]`) },
  invalidSort: { status: 400, provoke: () => get(`${serviceOrders}?sort=stat`) },
  invalidFields: { status: 400, provoke: () => get(`${serviceOrders}?fields=note[`) },
  invalidExpand: { status: 400, provoke: () => get(`${serviceOrders}?depth=3`) },
  invalidPaging: { status: 400, provoke: () => get(`${serviceOrders}?limit=-1`) },
  offsetTooLarge: { status: 400, provoke: () => get(`${serviceOrders}?offset=100001`) },
  invalidCursor: { status: 400, provoke: () => get(`${serviceOrders}?after=nowhere`) },
  queryTooComplex: { status: 400, provoke: () => get(`${serviceOrders}?sort=${'id,'.repeat(9)}id`) },
  queryTooExpensive: {
    status: 400,
    provoke: async () => {
      const lines = Array.from({ length: 1000 }, (_, index) => ({ ...line, id: `${index}`, quantity: 1 }))
      const href = await there(serviceOrders, { serviceOrderItem: lines })
      const compared = 'serviceOrderItem[?(@.quantity!=$.serviceOrderItem.quantity)]'
      return () => send(`${href}?fields=${encodeURIComponent(compared)}`)
    },
  },
  invalidHeader: {
    status: 400,
    provoke: async () => patch(await there(serviceOrders, order), {}, { 'If-Match': 'seven' }),
  },
  invalidHost: { status: 400, provoke: () => get(serviceOrders, { Host: 'a b' }) },
  invalidCallback: { status: 400, provoke: () => post(hub, { callback: '/hook' }) },
  callbackNotAllowed: { status: 400, provoke: () => post(hub, { callback: 'https://10.0.0.1/' }) },
  unknownEventType: {
    status: 400,
    provoke: () => post(hub, { callback: 'https://127.0.0.1/', query: 'eventType=OrderEvent' }),
    also: ({ body }) => expect(body.message).toContain('ServiceOrderCreateEvent'),
  },
  referencedEntityNotFound: { status: 400, provoke: () => post(cancels, { serviceOrder: { id: 'gone' } }) },
  invalidSchema: {
    status: 400,
    provoke: () => post(types, { name: 'Odd', baseType: 'ServiceOrder', schema: { type: 'text' } }),
  },
  schemaNotAvailable: {
    status: 400,
    provoke: () => {
      const location = { '@baseType': 'ServiceOrder', '@schemaLocation': 'https://x.example/s' }
      return post(serviceOrders, { ...order, '@type': 'Strange', ...location })
    },
  },
  unknownType: { status: 400, provoke: () => post(serviceOrders, { ...order, '@type': 'Individual' }) },
  invalidExpression: {
    status: 400,
    provoke: () => {
      const value = { valueType: 'expression', value: 'product.' }
      const specCharacteristic = [{ name: 'speed', characteristicValueSpecification: [value] }]
      return post(specifications, { name: 'Broken', specCharacteristic })
    },
  },
  forbidden: {
    status: 403,
    provoke: async () => patch(await there(serviceOrders, order), { state: 'inProgress' }),
    also: ({ body }) => {
      expect(body.currentState).toBe('acknowledged')
      expect(body.message).toContain('only fulfilment')
    },
  },
  noSuchPath: { status: 404, provoke: () => get('/tmf-api/serviceOrdering/v4/ServiceOrder') },
  resourceNotFound: {
    status: 404,
    provoke: () => get(`${serviceOrders}/3z06z842-763z4z2z`),
    also: ({ body }) => expect(body.message).toBe("serviceOrder '3z06z842-763z4z2z' does not exist"),
  },
  methodNotAllowed: {
    status: 405,
    provoke: () => () => send(`${whole.url}${cancels}/c-1`, { method: 'DELETE' }),
    also: hasHeader('allow', 'GET, HEAD, OPTIONS'),
  },
  notAcceptable: { status: 406, provoke: () => get(serviceOrders, { Accept: 'text/html' }) },
  duplicateId: {
    status: 409,
    provoke: async () => {
      await there(quotes, { id: 'q-2', quoteItem: [{ id: '1' }] })
      return post(quotes, { id: 'q-2', quoteItem: [{ id: '1' }] })
    },
  },
  stateTransitionNotAllowed: {
    status: 409,
    provoke: async () => patch(await there(serviceOrders, order), { state: 'completed' }),
    also: ({ body }) => {
      expect([body.currentState, body.allowedTransition]).toEqual(['acknowledged', ['held']])
    },
  },
  resourceLocked: {
    status: 409,
    provoke: async () => {
      const id = await brought({ ...order, state: 'completed' })
      return patch(`${whole.url}${serviceOrders}/${id}`, { description: 'changed' })
    },
    also: ({ body }) => expect([body.currentState, body.allowedTransition]).toEqual(['completed', []]),
  },
  resourceReferenced: {
    status: 409,
    provoke: async () => {
      const specification = await there(specifications, { name: 'Fibre' })
      const id = specification.slice(specification.lastIndexOf('/') + 1)
      await there(services, { state: 'active', serviceSpecification: { id } })
      return () => send(specification, { method: 'DELETE' })
    },
    also: ({ body }) => {
      expect(body.errorItem).toEqual([
        {
          code: 'referencedBy',
          path: expect.stringMatching(`^${services}/`),
          message: 'serviceSpecification',
        },
      ])
    },
  },
  resourceNotDeletable: {
    status: 409,
    provoke: async () => {
      const href = await there(serviceOrders, order)
      return () => send(href, { method: 'DELETE' })
    },
  },
  taskAlreadyOpen: {
    status: 409,
    provoke: async () => {
      const href = await there(serviceOrders, order)
      const json = { serviceOrder: { id: href.slice(href.lastIndexOf('/') + 1) } }
      const first = await there(cancels, json)
      opened = first
      return post(cancels, json)
    },
    also: ({ body }) => expect(body.referenceError).toBe(opened),
  },
  duplicateSubscription: {
    status: 409,
    provoke: async () => {
      opened = (await post(hub, { callback: 'https://127.0.0.1/twice' })()).headers.get('location')
      return post(hub, { callback: 'https://127.0.0.1/twice' })
    },
    also: ({ body }) => expect(body.referenceError).toBe(opened),
  },
  limitReached: {
    status: 409,
    provoke: async () => {
      const { url } = await house({ hub: subscriptionsWith(new Egress(['127.0.0.1']), 1) })
      const callback = 'https://127.0.0.1/'
      expect((await send(url + hub, { method: 'POST', json: { callback } })).status).toBe(201)
      return () => send(url + hub, { method: 'POST', json: { callback: `${callback}more` } })
    },
  },
  patchTargetMissing: {
    status: 409,
    provoke: async () => {
      const operations = [{ op: 'remove', path: '/note/3' }]
      return patch(await there(serviceOrders, order), operations, { 'Content-Type': jsonPatch })
    },
  },
  patchTargetAmbiguous: {
    status: 409,
    provoke: async () => {
      const href = await there(serviceOrders, { serviceOrderItem: [line, { ...line, id: '2' }] })
      const operations = [{ op: 'copy', from: 'serviceOrderItem[*].action', path: '/description' }]
      return patch(href, operations, { 'Content-Type': patchQuery })
    },
  },
  patchTestFailed: {
    status: 409,
    provoke: async () => {
      const operations = [{ op: 'test', path: '/state', value: 'held' }]
      return patch(await there(serviceOrders, order), operations, { 'Content-Type': jsonPatch })
    },
  },
  idempotencyKeyReused: {
    status: 409,
    provoke: async () => {
      await post(carts, {}, { 'Idempotency-Key': 'k-1' })()
      return post(carts, { validFor: {} }, { 'Idempotency-Key': 'k-1' })
    },
  },
  idempotencyInProgress: {
    status: 409,
    provoke: async () => {
      const headers = { 'Idempotency-Key': 'k-1' }
      const { server } = await busy(headers)
      return () => send(server.url + carts, { method: 'POST', json: {}, headers })
    },
    also: retryAfter,
  },
  businessRuleViolated: {
    status: 409,
    provoke: () => post(stocks, { ...stock, productStockLevel: { amount: -1, units: 'piece' } }),
  },
  preconditionFailed: {
    status: 412,
    provoke: async () => {
      const href = await there(serviceOrders, order)
      await patch(href, { state: 'held' })()
      return patch(href, { description: 'late' }, { 'If-Match': '"1"' })
    },
    also: (answer) => {
      expect(answer.headers.get('etag')).toBe('"2"')
      hasItem('changed', 'state')(answer)
    },
  },
  bodyTooLarge: {
    status: 413,
    provoke: async () => {
      const { url } = await house({ settings: { maxBody: 100 } })
      return () =>
        send(url + serviceOrders, { method: 'POST', json: { ...order, description: 'x'.repeat(100) } })
    },
  },
  uriTooLong: { status: 414, provoke: () => get(`${serviceOrders}?state=${'x'.repeat(17_000)}`) },
  unsupportedMediaType: {
    status: 415,
    provoke: async () => patch(await there(serviceOrders, order), {}, { 'Content-Type': 'text/plain' }),
    also: hasHeader('accept-patch', expect.stringContaining(merge)),
  },
  rangeNotSatisfiable: {
    status: 416,
    provoke: async () => {
      const { url } = await house({})
      return () => send(url + serviceOrders, { headers: { Range: 'items=4-9' } })
    },
    also: hasHeader('content-range', 'items */0'),
  },
  preconditionRequired: {
    status: 428,
    provoke: async () => {
      const { url } = await house({ settings: { requireIfMatch: true } })
      const { body } = await send(url + serviceOrders, { method: 'POST', json: order })
      return patch(body.href, { state: 'held' })
    },
    also: hasHeader('etag', '"1"'),
  },
  rateLimited: {
    status: 429,
    provoke: async () => {
      const { url } = await house({ settings: { rateLimit: { count: 1, per: 3_600_000 } } })
      await send(url + serviceOrders)
      return () => send(url + serviceOrders)
    },
    also: (answer) => {
      retryAfter(answer)
      hasHeader('x-rate-limit-remaining', '0')(answer)
    },
  },
  headersTooLarge: {
    status: 431,
    provoke: () => async () =>
      asAnswer(await sendLines(whole.url, ['GET / HTTP/1.1', 'Host: a', `X: ${'x'.repeat(40_000)}`])),
  },
  internalError: {
    status: 500,
    provoke: async () => {
      const broken: Behaviour = { onCreate: () => Promise.reject(new Error('the secret of the house')) }
      const { url } = await house({ behaviours: new Map([['ShoppingCart', broken]]) })
      const headers = { 'X-Correlation-ID': 'corr-fault' }
      return () => send(url + carts, { method: 'POST', json: {}, headers })
    },
    also: ({ body }) => expect(body.message).toBe('Correlation id corr-fault'),
  },
  jsonPathFeatureNotSupported: { status: 501, provoke: () => get(`${serviceOrders}?filter=$..state`) },
  notImplemented: {
    status: 501,
    provoke: () => async () =>
      asAnswer(await sendLines(whole.url, [`FROB ${serviceOrders} HTTP/1.1`, 'Host: a'])),
  },
  unavailable: {
    status: 503,
    provoke: async () => {
      const server = await house({})
      await server.dropDatabase()
      return () => send(`${server.url}${serviceOrders}/so-1`)
    },
    also: retryAfter,
  },
  overloaded: {
    status: 503,
    provoke: async () => {
      const server = await house({ settings: { connections: 1, maxWaiting: 1 } })
      const { database } = server.context
      const released = signal()
      const held = database.withSnapshot(() => released.given)
      const waiting = send(server.url + carts)
      await expect.poll(() => database.waiting).toBe(1)
      after.push(async () => {
        released.give()
        await held
        expect((await waiting).status).toBe(200)
      })
      return () => send(server.url + carts)
    },
    also: retryAfter,
  },
  shuttingDown: {
    status: 503,
    provoke: async () => {
      const { server } = await busy()
      const closed = server.server.close()
      // It ends once what runs is over.
      after.splice(1, 0, () => closed)
      return () => send(server.url + carts)
    },
    also: retryAfter,
  },
}
