/** Which of several things that are wrong with a request is told (wire contract, section 23). */
import { beforeAll, describe, expect, test } from 'vitest'
import { type RefusalCode, refusals } from '../../src/declare/index.ts'
import { send } from '../support/http.ts'
import {
  cancels,
  house,
  jsonPatch,
  order,
  patch,
  post,
  quotes,
  serviceOrders,
  there,
  whole,
} from './refusal-house.ts'

const resourceOrders = '/tmf-api/resourceOrderingManagement/v4/resourceOrder'
const processes = '/tmf-api/processFlowManagement/v4/processFlow'
const large = JSON.stringify({ description: 'x'.repeat(11 * 2 ** 20) })
const missing = `${serviceOrders}/gone`
const text = { 'Content-Type': 'text/plain' }
const stale = { 'If-Match': '"9"' }
const asHtml = { Accept: 'text/html' }

/** What is wrong with a request, first what is told; `{id}` stands for an order there is. */
const precedence: readonly (readonly [RefusalCode, RefusalCode, string, Parameters<typeof send>[1]])[] = [
  ['noSuchPath', 'notAcceptable', '/nowhere', { headers: asHtml }],
  ['noSuchPath', 'malformedJson', '/nowhere', { method: 'POST', body: '{' }],
  ['methodNotAllowed', 'unsupportedMediaType', serviceOrders, { method: 'PUT', body: 'x', headers: text }],
  ['methodNotAllowed', 'notAcceptable', serviceOrders, { method: 'DELETE', headers: asHtml }],
  ['resourceNotFound', 'notAcceptable', missing, { headers: asHtml }],
  ['resourceNotFound', 'unsupportedMediaType', missing, { method: 'PATCH', body: 'x', headers: text }],
  ['resourceNotFound', 'bodyTooLarge', missing, { method: 'PATCH', body: large }],
  ['resourceNotFound', 'malformedJson', missing, { method: 'PATCH', body: '{' }],
  [
    'resourceNotFound',
    'invalidPatch',
    missing,
    { method: 'PATCH', json: [{}], headers: { 'Content-Type': jsonPatch } },
  ],
  ['resourceNotFound', 'invalidFields', `${missing}?fields=a[`, {}],
  ['resourceNotFound', 'invalidExpand', `${missing}?depth=9`, {}],
  ['resourceNotFound', 'invalidHeader', missing, { method: 'DELETE', headers: { 'If-Match': 'x' } }],
  ['resourceNotFound', 'preconditionFailed', missing, { method: 'DELETE', headers: stale }],
  ['resourceNotFound', 'unknownAttribute', missing, { method: 'PATCH', json: { colour: 1 } }],
  [
    'resourceNotFound',
    'unknownAttribute',
    `${processes}/gone/taskFlow`,
    { method: 'POST', json: { colour: 1 } },
  ],
  ['resourceNotFound', 'malformedJson', `${processes}/gone/taskFlow`, { method: 'POST', body: '{' }],
  ['resourceNotFound', 'invalidSort', `${processes}/gone/taskFlow?sort=colour`, {}],
  ['resourceNotFound', 'invalidSort', `${missing}/serviceOrderItem?sort=colour`, {}],
  ['notAcceptable', 'invalidSort', `${serviceOrders}?sort=colour`, { headers: asHtml }],
  ['notAcceptable', 'malformedJson', serviceOrders, { method: 'POST', body: '{', headers: asHtml }],
  ['unsupportedMediaType', 'bodyTooLarge', serviceOrders, { method: 'POST', body: large, headers: text }],
  ['bodyTooLarge', 'malformedJson', serviceOrders, { method: 'POST', body: large.slice(1) }],
  ['bodyTooLarge', 'invalidFields', `${serviceOrders}?fields=a[`, { method: 'POST', body: large }],
  ['malformedJson', 'preconditionFailed', '{id}', { method: 'PATCH', body: '{', headers: stale }],
  ['bodyRequired', 'preconditionFailed', '{id}', { method: 'PATCH', headers: stale }],
  [
    'invalidHeader',
    'unknownAttribute',
    '{id}',
    { method: 'PATCH', json: { colour: 1 }, headers: { 'If-Match': 'x' } },
  ],
  [
    'preconditionFailed',
    'unknownAttribute',
    '{id}',
    { method: 'PATCH', json: { colour: 1 }, headers: stale },
  ],
  [
    'preconditionFailed',
    'attributeNotPatchable',
    '{id}',
    { method: 'PATCH', json: { id: 'x' }, headers: stale },
  ],
  [
    'preconditionFailed',
    'stateTransitionNotAllowed',
    '{id}',
    { method: 'PATCH', json: { state: 'completed' }, headers: stale },
  ],
  ['preconditionFailed', 'resourceNotDeletable', '{id}', { method: 'DELETE', headers: stale }],
  [
    'unknownAttribute',
    'stateTransitionNotAllowed',
    '{id}',
    { method: 'PATCH', json: { state: 'completed', colour: 1 } },
  ],
  [
    'invalidEnumValue',
    'resourceLocked',
    '{over}',
    { method: 'PATCH', json: { state: 'lost', description: 'x' } },
  ],
  ['missingAttribute', 'duplicateId', quotes, { method: 'POST', json: { id: 'q-1' } }],
]

describe('of two things that are wrong', () => {
  const orders = new Map<string, string>()
  beforeAll(async () => {
    orders.set('{id}', await there(serviceOrders, order))
    const over = {
      '@type': 'ResourceOrder',
      id: 'ro-over',
      state: 'completed',
      orderItem: [{ action: 'add' }],
    }
    const { status } = await post('/goldthread/v1/import', [over])()
    expect(status).toBe(200)
    orders.set('{over}', `${whole.url}${resourceOrders}/ro-over`)
    await post(quotes, { id: 'q-1', quoteItem: [{ id: '1' }] })()
  })

  test.each(precedence)('%s is told before %s: %s', async (first, _second, path, sent = {}) => {
    const { body, headers = {} } = sent
    const typed = body === undefined ? headers : { 'Content-Type': 'application/json', ...headers }
    const answer = await send(orders.get(path) ?? whole.url + path, { ...sent, headers: typed })
    expect([answer.status, answer.body.code]).toEqual([refusals[first].status, first])
  })

  test('too many requests come after a method there is not, and before a document there is not', async () => {
    const { url } = await house({ settings: { rateLimit: { count: 1, per: 3_600_000 } } })
    await send(url + serviceOrders)
    expect((await send(`${url}${cancels}/c-1`, { method: 'DELETE' })).body.code).toBe('methodNotAllowed')
    expect((await send(url + missing)).body.code).toBe('rateLimited')
  })

  test('a revision that is not named comes before what is wrong with the content', async () => {
    const { url } = await house({ settings: { requireIfMatch: true } })
    const { body } = await send(url + serviceOrders, { method: 'POST', json: order })
    expect((await patch(body.href, { colour: 1 })()).body.code).toBe('preconditionRequired')
    expect((await send(url + missing, { method: 'DELETE' })).body.code).toBe('resourceNotFound')
  })
})
