import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { readHistory } from '../../src/store/event-log.ts'
import { send } from '../support/http.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { shelves, warehouse } from './shelf.ts'

let server: TestServer
let shelf: string
beforeAll(async () => {
  server = await startServer({ apis: [warehouse] })
})
afterAll(() => server.close())

beforeEach(async () => {
  const json = {
    name: 'A',
    label: 'Top',
    width: 2,
    colour: 'red',
    serial: 'S-1',
    mark: [{ text: 'fragile' }],
  }
  shelf = (await send(server.url + shelves, { method: 'POST', json })).body.href
})

const put = (json: unknown, headers: Record<string, string> = {}) =>
  send(shelf, { method: 'PUT', json, headers })

describe('replacing a document', () => {
  test('removes what is not sent, keeps what the server owns, and goes back to what it fills in', async () => {
    const before = (await send(shelf)).body
    const replaced = await put({ name: 'B', status: 'empty' })
    expect([replaced.status, replaced.headers.get('etag')]).toEqual([200, '"2"'])
    expect(replaced.body).toEqual({
      id: before.id,
      href: shelf,
      name: 'B',
      colour: 'grey',
      serial: 'S-1',
      status: 'empty',
      creationDate: before.creationDate,
      lastUpdate: replaced.body.lastUpdate,
    })
    expect((await send(shelf)).body).toEqual(replaced.body)
  })

  test('by what it is already leaves no trace', async () => {
    const whole = (await send(shelf)).body
    const replaced = await put(whole)
    expect([replaced.status, replaced.headers.get('etag')]).toEqual([200, '"1"'])
    expect(replaced.body).toEqual(whole)
  })

  test('tells of its attributes and of its state', async () => {
    const { id } = (await put({ name: 'A', status: 'full' })).body
    const events = await readHistory(server.context.database, 'default', 'Shelf', id)
    expect(events.map(({ type }) => type)).toEqual([
      'ShelfCreateEvent',
      'ShelfAttributeValueChangeEvent',
      'ShelfStateChangeEvent',
    ])
  })

  test.each([
    [{ name: 'B', status: 'empty', id: 'other' }, 400, 'attributeNotPatchable'],
    [{ name: 'B', status: 'empty', serial: 'S-2' }, 400, 'attributeNotPatchable'],
    [{ name: 'B', status: 'empty', creationDate: '2026-01-01T00:00:00Z' }, 400, 'attributeNotPatchable'],
    [{ name: 'B', status: 'empty', '@type': 'Rack' }, 400, 'attributeNotPatchable'],
    [{ status: 'empty' }, 400, 'missingAttribute'],
    [{ name: 'B' }, 400, 'missingAttribute'],
    [{ name: 'B', status: 'empty', nme: 'x' }, 400, 'unknownAttribute'],
    [[], 400, 'invalidBody'],
  ])('by %j is refused', async (json, status, code) => {
    const refused = await put(json)
    expect([refused.status, refused.body.code]).toEqual([status, code])
    expect((await send(shelf)).headers.get('etag')).toBe('"1"')
  })

  test('that is not there is refused: only POST creates', async () => {
    const refused = await send(`${server.url}${shelves}/nobody`, { method: 'PUT', json: { name: 'B' } })
    expect([refused.status, refused.body.code]).toEqual([404, 'resourceNotFound'])
  })

  test('that somebody has changed is refused', async () => {
    await put({ name: 'B', status: 'empty' })
    const refused = await put({ name: 'C', status: 'empty' }, { 'If-Match': '"1"' })
    expect([refused.status, refused.body.code]).toEqual([412, 'preconditionFailed'])
  })

  test('takes JSON, not a patch', async () => {
    const refused = await put({}, { 'Content-Type': 'application/merge-patch+json' })
    expect([refused.status, refused.body.code]).toEqual([415, 'unsupportedMediaType'])
    expect(refused.headers.get('accept-patch')).toBeNull()
  })

  test('is said to be possible', async () => {
    const options = await send(shelf, { method: 'OPTIONS' })
    expect(options.headers.get('allow')).toBe('GET, HEAD, PUT, PATCH, DELETE, OPTIONS')
    const root = (await send(`${server.url}${warehouse.path}`)).body
    expect(root.resource[0].method).toContain('PUT')
  })
})

describe('where every change must name the revision it is for', () => {
  let strict: TestServer
  beforeAll(async () => {
    strict = await startServer({ apis: [warehouse], settings: { requireIfMatch: true } })
  })
  afterAll(() => strict.close())

  test.each(['PATCH', 'PUT', 'DELETE'])('%s without If-Match is refused', async (method) => {
    const made = await send(strict.url + shelves, { method: 'POST', json: { name: 'A' } })
    const json = { name: 'B', status: 'empty' }
    const refused = await send(made.body.href, { method, json })
    expect([refused.status, refused.body.code]).toEqual([428, 'preconditionRequired'])
    expect(refused.headers.get('etag')).toBe('"1"')
    const headers = { 'If-Match': '"1"' }
    expect((await send(made.body.href, { method, json, headers })).status).toBeLessThan(300)
  })

  test('what is not there is not there, with or without', async () => {
    expect((await send(`${strict.url}${shelves}/nobody`, { method: 'DELETE' })).status).toBe(404)
  })
})
