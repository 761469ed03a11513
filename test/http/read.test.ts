import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fixture, importFixture, serviceOrders } from '../support/fixture.ts'
import { send, sendPlain } from '../support/http.ts'
import { startServer, type TestServer } from '../support/server.ts'

let server: TestServer
let orders: string

beforeAll(async () => {
  server = await startServer()
  orders = server.url + serviceOrders
  await importFixture(server.url)
})
afterAll(() => server.close())

describe('reading a document', () => {
  test('gives it whole, with its tag and dates', async () => {
    const read = await send(`${orders}/so-1001`)
    expect(read.status).toBe(200)
    expect(read.body).toEqual({ href: `${orders}/so-1001`, ...fixture[0] })
    expect(read.headers.get('content-type')).toBe('application/json;charset=utf-8')
    expect(read.headers.get('etag')).toBe('"1"')
    expect(read.headers.get('cache-control')).toBe('no-cache')
    expect(Date.parse(read.headers.get('last-modified') ?? '')).toBeLessThanOrEqual(Date.now())
    expect(Object.keys(read.body).slice(0, 2)).toEqual(['id', 'href'])
  })

  test('ignores a slash at the end, and parameters it does not know', async () => {
    expect((await send(`${orders}/so-1001/?state=held&_=1`)).body.id).toBe('so-1001')
  })

  test.each([
    'nobody',
    'x'.repeat(300),
    '%2F',
    '%2e%2e',
    '..',
    '%00',
    'so-1001%20',
    '%F0%9F%98%80',
    "'",
    '%22',
  ])('finds no document under the id %s', async (id) => {
    const read = await sendPlain(server.url, `${serviceOrders}/${id}`)
    expect([read.status, read.body.code]).toEqual([404, 'resourceNotFound'])
  })

  test('by HEAD gives the headers only', async () => {
    const head = await send(`${orders}/so-1001`, { method: 'HEAD' })
    const read = await send(`${orders}/so-1001`)
    expect([head.status, head.text]).toEqual([200, ''])
    expect(head.headers.get('etag')).toBe('"1"')
    expect(head.headers.get('content-length')).toBe(String(Buffer.byteLength(read.text)))
  })

  test('is not repeated to a client that has it', async () => {
    for (const tag of ['"1"', 'W/"1"', '*', '"7", "1"']) {
      const read = await send(`${orders}/so-1001`, { headers: { 'If-None-Match': tag } })
      expect([tag, read.status, read.text, read.headers.get('etag')]).toEqual([tag, 304, '', '"1"'])
    }
    const other = await send(`${orders}/so-1001`, { headers: { 'If-None-Match': '"2"' } })
    expect(other.status).toBe(200)
  })

  test('is repeated when another selection of it is wanted', async () => {
    const state = await send(`${orders}/so-1001?fields=state`)
    const note = await send(`${orders}/so-1001?fields=note`)
    expect(state.headers.get('etag')).toMatch(/^"1-[0-9a-f]{8}"$/)
    expect(state.headers.get('etag')).not.toBe(note.headers.get('etag'))
    const headers = { 'If-None-Match': state.headers.get('etag') ?? '' }
    expect((await send(`${orders}/so-1001?fields=note`, { headers })).status).toBe(200)
    expect((await send(`${orders}/so-1001?fields=state`, { headers })).status).toBe(304)
  })
})

describe('selecting attributes', () => {
  test.each([
    ['state', { state: 'inProgress' }],
    ['none', {}],
    ['none,state', { state: 'inProgress' }],
    ['nothingLikeThis', {}],
    [
      'note.text',
      {
        note: [
          { id: '1', text: 'call first' },
          { id: '2', text: 'slot booked' },
        ],
      },
    ],
    [
      "state,note[?(@.author=='jdoe')].text,serviceOrderItem[1].quantity",
      {
        state: 'inProgress',
        serviceOrderItem: [{ id: '2', quantity: 2 }],
        note: [{ id: '1', text: 'call first' }],
      },
    ],
    ["note[?(@.author=='nobody')]", { note: [] }],
    ['state&fields=priority', { state: 'inProgress', priority: '1' }],
  ])('fields=%s keeps what it names, and always id and href', async (fields, kept) => {
    const read = await send(`${orders}/so-1001?fields=${fields}`)
    expect(read.body).toEqual({ id: 'so-1001', href: `${orders}/so-1001`, ...kept })
  })

  test('an empty selection is the whole document', async () => {
    expect((await send(`${orders}/so-1001?fields=`)).body).toEqual((await send(`${orders}/so-1001`)).body)
  })

  test('a subtype is always named', async () => {
    const read = await send(`${orders}/so-1004?fields=state`)
    expect(read.body).toMatchObject({ state: 'held', '@type': 'BusinessServiceOrder' })
  })

  test('a selection that cannot be read is refused', async () => {
    expect((await send(`${orders}/so-1001?fields=a..b`)).body.code).toBe('invalidFields')
    expect((await send(`${orders}?fields=note[`)).body.code).toBe('invalidFields')
  })
})

describe('listing documents', () => {
  test('gives all of them, oldest first, and says how many there are', async () => {
    const list = await send(orders)
    expect(list.status).toBe(200)
    expect(list.body.map(({ id }: { id: string }) => id)).toEqual(fixture.map(({ id }) => id))
    expect(list.body[2].href).toBe(`${orders}/so-1003`)
    expect(list.headers.get('x-total-count')).toBe('4')
    expect(list.headers.get('x-result-count')).toBe('4')
    expect(list.headers.get('accept-ranges')).toBe('items')
    expect(list.headers.get('content-range')).toBeNull()
    expect(list.headers.get('cache-control')).toBe('no-store')
  })

  test('a page that was asked for and is not all is partial content', async () => {
    const list = await send(
      `${orders}?offset=1&limit=2&fields=state&serviceOrderItem.action=add,modify,delete`,
    )
    expect(list.status).toBe(206)
    expect(list.body).toEqual([
      { id: 'so-1002', href: `${orders}/so-1002`, state: 'acknowledged' },
      { id: 'so-1003', href: `${orders}/so-1003`, state: 'completed' },
    ])
    expect(list.headers.get('content-range')).toBe('items 1-2/4')
    expect(list.headers.get('x-total-count')).toBe('4')
    expect(list.headers.get('x-result-count')).toBe('2')
    const url = `${orders}?fields=state&serviceOrderItem.action=add,modify,delete`
    expect(linksOf(list.headers)).toEqual({
      self: `${url}&offset=1&limit=2`,
      first: `${url}&offset=0&limit=2`,
      prev: `${url}&offset=0&limit=2`,
      next: `${url}&offset=3&limit=2`,
      last: `${url}&offset=2&limit=2`,
    })
  })

  test.each([
    ['', 200, 4, ['first', 'last', 'self']],
    ['limit=4', 200, 4, ['first', 'last', 'self']],
    ['limit=3', 206, 3, ['first', 'last', 'next', 'self']],
    ['offset=3', 206, 1, ['first', 'last', 'prev', 'self']],
    ['offset=9', 200, 0, ['first', 'last', 'prev', 'self']],
    ['limit=0', 200, 0, ['self']],
    ['limit=9999', 200, 4, ['first', 'last', 'self']],
    ['state=done', 200, 0, []],
    ['state=done&limit=2', 200, 0, []],
  ])('?%s is answered with %i, %i elements and links to %j', async (query, status, count, links) => {
    const list = await send(`${orders}?${query}`)
    expect([list.status, list.body.length]).toEqual([status, count])
    expect(Object.keys(linksOf(list.headers)).sort()).toEqual(links)
    expect(list.headers.get('content-range') !== null).toBe(status === 206)
  })

  test('a limit above the largest is lowered to it', async () => {
    expect(linksOf((await send(`${orders}?limit=9999`)).headers).self).toContain('limit=1000')
  })

  test.each([
    ['limit=-1', 'invalidPaging'],
    ['limit=two', 'invalidPaging'],
    ['limit=', 'invalidPaging'],
    ['limit=1&limit=2', 'invalidPaging'],
    ['offset=1.5', 'invalidPaging'],
    ['offset=100001', 'offsetTooLarge'],
    ['sort=x', 'invalidSort'],
    ['filter=x', 'unknownQueryAttribute'],
    ['description=%ff', 'invalidQuery'],
    ['description=a%00b', 'invalidQuery'],
    ['state', 'invalidQuery'],
  ])('?%s is refused', async (query, code) => {
    const list = await send(`${orders}?${query}`)
    expect([list.status, list.body.code]).toEqual([400, code])
  })

  test('the links keep a query that no header may carry as it is', async () => {
    const list = await sendPlain(server.url, `${serviceOrders}?category="voice,mobile"&%6Cimit=1`)
    expect(linksOf(list.headers).self).toBe(`${orders}?category=%22voice,mobile%22&offset=0&limit=1`)
  })

  test('of children lists those of the parent only, and none of a parent that is not there', async () => {
    const flows = `${server.url}/tmf-api/processFlowManagement/v4/processFlow`
    const record = { '@type': 'ProcessFlow', id: 'pf-1', processFlowSpecification: 'order' }
    const brought = await send(`${server.url}/goldthread/v1/import`, { method: 'POST', json: [record] })
    expect(brought.body.created ?? brought.body).toBe(1)
    const task = await send(`${flows}/pf-1/taskFlow`, { method: 'POST', json: {} })
    expect(task.body.href).toBe(`${flows}/pf-1/taskFlow/${task.body.id}`)
    const children = await send(`${flows}/pf-1/taskFlow`)
    expect(children.body).toMatchObject([{ id: task.body.id, href: task.body.href }])
    expect(linksOf(children.headers).self).toBe(`${flows}/pf-1/taskFlow?offset=0&limit=100`)
    expect((await send(task.body.href)).body).toEqual(task.body)
    expect((await send(task.body.href.replace('pf-1', 'pf-2'))).status).toBe(404)
    const refused = await send(`${flows}/nobody/taskFlow`)
    expect([refused.status, refused.body.code]).toEqual([404, 'resourceNotFound'])
  })
})

test('a page may be answered with 200 for clients that know nothing else', async () => {
  const plain = await startServer({ settings: { partialStatus: 200 } })
  await importFixture(plain.url)
  const list = await send(`${plain.url}${serviceOrders}?limit=1`)
  expect([list.status, list.headers.get('content-range'), list.headers.get('x-total-count')]).toEqual([
    200,
    null,
    '4',
  ])
  await plain.close()
})

function linksOf(headers: Headers): Record<string, string> {
  const links = (headers.get('link') ?? '').matchAll(/<([^>]*)>; rel="([a-z]+)"/g)
  return Object.fromEntries([...links].map(([, url = '', rel = '']) => [rel, url]))
}
