import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Behaviour } from '../../src/resources/behaviour.ts'
import { serviceOrders } from '../support/fixture.ts'
import { send, sendLines, sendPlain } from '../support/http.ts'
import { startServer, type TestServer } from '../support/server.ts'

const order = JSON.stringify({ serviceOrderItem: [{ id: '1', action: 'add', service: {} }] })
const cancels = '/tmf-api/serviceOrdering/v4/cancelServiceOrder'
const logged: string[] = []
const broken: Behaviour = { onCreate: () => Promise.reject(new Error('the secret of the house')) }
let server: TestServer
let orders: string

beforeAll(async () => {
  server = await startServer({
    settings: { maxBody: 4000 },
    behaviours: new Map([['ShoppingCart', broken]]),
    log: (line) => logged.push(line),
  })
  orders = server.url + serviceOrders
})
afterAll(() => server.close())

const post = (body: string | Uint8Array, headers: Record<string, string> = {}) =>
  send(orders, { method: 'POST', body, headers: { 'Content-Type': 'application/json', ...headers } })

describe('a path', () => {
  test.each([
    '/',
    '/nowhere',
    '/tmf-api',
    '/tmf-api/serviceOrdering/v4/ServiceOrder',
    `${serviceOrders}/a/b`,
    '/%ff',
  ])('%s that leads nowhere is refused', async (path) => {
    const answer = await sendPlain(server.url, path)
    expect([answer.status, answer.body.code, answer.body.status]).toEqual([404, 'noSuchPath', '404'])
    expect(answer.headers.get('x-correlation-id')).toBeTruthy()
  })

  test('may end in one slash, but has no others to spare', async () => {
    expect((await sendPlain(server.url, `${serviceOrders}/`)).status).toBe(200)
    for (const path of [`${serviceOrders}//`, serviceOrders.replace('/v4', '//v4'), `/${serviceOrders}`]) {
      expect((await sendPlain(server.url, path)).status).toBe(404)
    }
  })

  test('longer than 16 KiB is refused', async () => {
    for (const length of [17_000, 30_000, 40_000]) {
      const said = await sendLines(server.url, [
        `GET /${'x'.repeat(length)} HTTP/1.1`,
        'Host: a',
        'Connection: close',
      ])
      expect(said).toMatch(/^HTTP\/1\.1 414 /)
      expect(said).toContain('"code":"uriTooLong"')
    }
  })
})

describe('a method', () => {
  test('that is not offered is refused, and those offered are named', async () => {
    const answer = await send(`${server.url}${cancels}/c-1`, { method: 'DELETE' })
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS'])
    expect(answer.body).toEqual({
      '@type': 'Error',
      code: 'methodNotAllowed',
      reason: 'Method not allowed',
      message: 'DELETE is not offered on cancelServiceOrder; offered: GET',
      status: '405',
    })
  })

  test.each(['PATCH', 'PUT', 'DELETE', 'PROPFIND', 'TRACE'])(
    '%s is not offered on a collection',
    async (method) => {
      const answer = await sendPlain(server.url, `${serviceOrders}/`, { method })
      expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD, POST, OPTIONS'])
    },
  )

  test('is not judged by the type of a body nobody wants', async () => {
    const answer = await send(orders, { method: 'PUT', body: 'x', headers: { 'Content-Type': 'nonsense' } })
    expect(answer.status).toBe(405)
  })

  test('OPTIONS tells what is offered', async () => {
    const answer = await send(`${orders}/so-1`, { method: 'OPTIONS' })
    expect([answer.status, answer.text]).toEqual([204, ''])
    expect(answer.headers.get('allow')).toBe('GET, HEAD, PATCH, DELETE, OPTIONS')
    expect(answer.headers.get('accept-patch')).toContain('application/json-patch+json')
  })
})

describe('what a client can take', () => {
  test.each([
    '*/*',
    'application/*',
    'application/json',
    'application/json;charset=latin1',
    'text/html, */*;q=0.1',
    '',
  ])('includes JSON with Accept: %s', async (accept) => {
    expect((await send(orders, { headers: { Accept: accept } })).status).toBe(200)
  })

  test.each(['text/html', 'application/xml, text/*', 'application/json;q=0, */*', 'application/json;q=0'])(
    'excludes JSON with Accept: %s',
    async (accept) => {
      for (const method of ['GET', 'POST']) {
        const answer = await send(orders, { method, headers: { Accept: accept } })
        expect([answer.status, answer.body.code]).toEqual([406, 'notAcceptable'])
        expect(answer.headers.get('content-type')).toBe('application/json;charset=utf-8')
      }
    },
  )
})

describe('a body', () => {
  test('without a type is read as JSON', async () => {
    expect((await send(orders, { method: 'POST', body: Buffer.from(order) })).status).toBe(201)
  })

  test.each(['application/json', 'application/json; charset=utf-8', 'Application/JSON;Charset="UTF-8"'])(
    'of type %s is taken',
    async (type) => {
      expect((await post(order, { 'Content-Type': type })).status).toBe(201)
    },
  )

  test.each([
    'text/plain',
    'application/merge-patch+json',
    'application/json;charset=latin1',
    'nonsense',
    'a/b/c',
  ])('of type %s is refused', async (type) => {
    const answer = await post(order, { 'Content-Type': type })
    expect([answer.status, answer.body.code]).toEqual([415, 'unsupportedMediaType'])
  })

  test.each([
    ['gzip', gzipSync(order)],
    ['deflate', deflateSync(order)],
    ['br', brotliCompressSync(order)],
    ['identity', Buffer.from(order)],
  ])('packed with %s is unpacked', async (encoding, body) => {
    expect((await post(body, { 'Content-Encoding': encoding })).status).toBe(201)
  })

  test('packed otherwise, or not as it says, is refused', async () => {
    const unknown = await post(order, { 'Content-Encoding': 'zstd' })
    expect([unknown.status, unknown.headers.get('accept-encoding')]).toEqual([415, 'gzip, deflate, br'])
    const wrong = await post(order, { 'Content-Encoding': 'gzip' })
    expect([wrong.status, wrong.body.code]).toEqual([400, 'invalidBody'])
  })

  test('larger than the limit is refused, also when it was packed small', async () => {
    const large = JSON.stringify({ description: 'x'.repeat(5000) })
    for (const answer of [await post(large), await post(gzipSync(large), { 'Content-Encoding': 'gzip' })]) {
      expect([answer.status, answer.body.code]).toEqual([413, 'bodyTooLarge'])
    }
    const stream = new ReadableStream({
      start(controller) {
        for (let i = 0; i < 10; i++) controller.enqueue(Buffer.from('x'.repeat(1000)))
        controller.close()
      },
    })
    const streamed = await fetch(orders, { method: 'POST', body: stream, duplex: 'half' })
    expect(streamed.status).toBe(413)
  })

  test.each([
    ['', 'bodyRequired', 'Send a JSON object'],
    ['   ', 'bodyRequired', 'Send a JSON object'],
    ['{"a":\n}', 'malformedJson', 'Line 2, column 1'],
    ['[]', 'invalidBody', 'not an array'],
    ['"text"', 'invalidBody', 'not a string'],
    ['{"__proto__":{}}', 'invalidAttributeName', '__proto__'],
    [`${'{"a":'.repeat(70)}1${'}'.repeat(70)}`, 'bodyTooDeep', '64'],
  ])('%j is refused as %s', async (body, code, said) => {
    const answer = await post(body)
    expect([answer.status, answer.body.code]).toEqual([400, code])
    expect(answer.body.message).toContain(said)
  })

  test('may begin with a byte order mark, but must be UTF-8', async () => {
    expect((await post(`\ufeff${order}`)).status).toBe(201)
    const answer = await post(Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d]))
    expect([answer.status, answer.body.code]).toEqual([400, 'malformedJson'])
  })
})

describe('a request that is hardly one', () => {
  test('with headers of more than 32 KiB is refused', async () => {
    const said = await sendLines(server.url, ['GET / HTTP/1.1', 'Host: a', `X: ${'x'.repeat(40_000)}`])
    expect(said).toMatch(/^HTTP\/1\.1 431 Request Header Fields Too Large\r\n/)
    expect(said).toContain('"code":"headersTooLarge"')
    expect(said).toMatch(/X-Correlation-ID: \S+/)
  })

  test.each([
    ['by a method nobody knows', [`FROB ${serviceOrders} HTTP/1.1`, 'Host: a']],
    ['by a method of another case', [`get ${serviceOrders} HTTP/1.1`, 'Host: a']],
    ['to be a proxy', ['CONNECT example.com:443 HTTP/1.1', 'Host: example.com:443']],
    [
      'with a body packed for the way',
      [`POST ${serviceOrders} HTTP/1.1`, 'Host: a', 'Transfer-Encoding: gzip'],
    ],
  ])('that asks %s is not implemented', async (_what, lines) => {
    const said = await sendLines(server.url, lines)
    expect(said).toMatch(/^HTTP\/1\.1 501 Not Implemented\r\n/)
    expect(JSON.parse(said.split('\r\n\r\n')[1] ?? '').code).toBe('notImplemented')
  })

  test('with a body packed and cut into pieces for the way is not implemented either', async () => {
    const headers = ['Host: a', 'Connection: close', 'Transfer-Encoding: gzip, chunked']
    const said = await sendLines(server.url, [`POST ${serviceOrders} HTTP/1.1`, ...headers, '', '0'])
    expect(said).toMatch(/^HTTP\/1\.1 501 /)
  })

  test('that expects more than others do is answered like any other', async () => {
    const answer = await sendPlain(server.url, serviceOrders, { headers: { Expect: 'a miracle' } })
    expect(answer.status).toBe(200)
  })

  test('that is not HTTP is refused with a body like any other', async () => {
    const said = await sendLines(server.url, ['HELLO'])
    expect(said).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/)
    expect(JSON.parse(said.split('\r\n\r\n')[1] ?? '')).toMatchObject({
      '@type': 'Error',
      code: 'invalidHeader',
    })
  })
})

test('a fault of ours is logged, and the client learns only its correlation id', async () => {
  const headers = { 'X-Correlation-ID': 'corr-fault' }
  const carts = `${server.url}/tmf-api/shoppingCart/v4/shoppingCart`
  const answer = await send(carts, { method: 'POST', json: {}, headers })
  expect(answer.status).toBe(500)
  expect(answer.body).toEqual({
    '@type': 'Error',
    code: 'internalError',
    reason: 'Internal error',
    message: 'Correlation id corr-fault',
    status: '500',
  })
  expect(logged.join()).toContain('the secret of the house')
  expect(logged.join()).toContain('corr-fault')
})
