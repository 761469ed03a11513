import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { serviceOrders } from '../support/fixture.ts'
import { send } from '../support/http.ts'
import { startServer, type TestServer } from '../support/server.ts'

const merge = { 'Content-Type': 'application/merge-patch+json' }
let server: TestServer
let specifications: string
let specification: string

beforeAll(async () => {
  server = await startServer()
  specifications = `${server.url}/tmf-api/serviceCatalogManagement/v4/serviceSpecification`
})
afterAll(() => server.close())

beforeEach(async () => {
  const json = {
    name: 'Fibre',
    description: 'Up to 500',
    relatedParty: [{ id: 'p-1', '@referredType': 'Organization' }],
  }
  specification = (await send(specifications, { method: 'POST', json })).body.href
})

const patch = (json: unknown, headers: Record<string, string> = {}) =>
  send(specification, { method: 'PATCH', json, headers })

describe('changing a document', () => {
  test.each(['application/json', 'application/json; charset=UTF-8', 'application/merge-patch+json'])(
    'by %s merges what is sent',
    async (type) => {
      const changed = await patch({ description: null, version: '1.1' }, { 'Content-Type': type })
      expect(changed.status).toBe(200)
      expect(changed.headers.get('etag')).toBe('"2"')
      expect(changed.body).toMatchObject({ name: 'Fibre', version: '1.1', href: specification })
      expect(changed.body).not.toHaveProperty('description')
      expect((await send(specification)).body).toEqual(changed.body)
    },
  )

  test('to what it is already leaves no trace', async () => {
    const whole = (await send(specification)).body
    const unchanged = await patch(whole, merge)
    expect([unchanged.status, unchanged.headers.get('etag')]).toEqual([200, '"1"'])
    expect(unchanged.body).toEqual(whole)
  })

  test('answers only the attributes asked for', async () => {
    const changed = await send(`${specification}?fields=version`, { method: 'PATCH', json: { version: '2' } })
    expect(Object.keys(changed.body).sort()).toEqual(['href', 'id', 'version'])
  })

  test('that is not there is refused', async () => {
    const refused = await send(`${specifications}/nobody`, { method: 'PATCH', json: {} })
    expect([refused.status, refused.body.code]).toEqual([404, 'resourceNotFound'])
  })

  test('by operations changes what each names', async () => {
    const operations = [
      { op: 'test', path: '/name', value: 'Fibre' },
      { op: 'remove', path: '/description' },
      { op: 'replace', path: '/relatedParty/0/id', value: 'p-2' },
    ]
    const changed = await patch(operations, { 'Content-Type': 'application/json-patch+json' })
    expect([changed.status, changed.headers.get('etag')]).toEqual([200, '"2"'])
    expect(changed.body.relatedParty).toMatchObject([{ id: 'p-2', '@referredType': 'Organization' }])
    expect(changed.body).not.toHaveProperty('description')
  })

  test('by operations on chosen elements changes those', async () => {
    const operations = [{ op: 'replace', path: '/relatedParty/name?relatedParty.id=p-1', value: 'Ada' }]
    const type = { 'Content-Type': 'application/json-patch-query+json' }
    const refused = await patch(operations, type)
    expect([refused.status, refused.body.code]).toEqual([409, 'patchTargetMissing'])
    const changed = await patch([{ ...operations[0], op: 'add' }], type)
    expect(changed.body.relatedParty).toMatchObject([{ id: 'p-1', name: 'Ada' }])
  })

  test('by another type is not offered, and what is offered is named', async () => {
    const refused = await patch([], { 'Content-Type': 'text/plain' })
    expect([refused.status, refused.body.code]).toEqual([415, 'unsupportedMediaType'])
    expect(refused.headers.get('accept-patch')).toBe(
      'application/merge-patch+json, application/json, application/json-patch+json, application/json-patch-query+json',
    )
  })

  test.each([
    [{ id: 'other' }, 400, 'attributeNotPatchable'],
    [{ '@type': 'Other' }, 400, 'attributeNotPatchable'],
    [{ name: null }, 400, 'missingAttribute'],
    [{ nme: 'x' }, 400, 'unknownAttribute'],
    [[], 400, 'invalidBody'],
    ['text', 400, 'invalidBody'],
  ])('to %j is refused', async (json, status, code) => {
    const refused = await patch(json, merge)
    expect([refused.status, refused.body.code]).toEqual([status, code])
    expect((await send(specification)).headers.get('etag')).toBe('"1"')
  })

  test("of an order's state is for fulfilment, and says what the client may do", async () => {
    const json = { serviceOrderItem: [{ id: '1', action: 'add', service: {} }] }
    const { href } = (await send(server.url + serviceOrders, { method: 'POST', json })).body
    const refused = await send(href, { method: 'PATCH', json: { state: 'completed' } })
    expect(refused.status).toBe(409)
    expect(refused.body).toMatchObject({ '@type': 'DetailedError', currentState: 'acknowledged' })
    expect(refused.body.allowedTransition).toContain('held')
    const forbidden = await send(href, { method: 'PATCH', json: { state: 'inProgress' } })
    expect([forbidden.status, forbidden.body.code]).toEqual([403, 'forbidden'])
    const held = await send(href, { method: 'PATCH', json: { state: 'held' } })
    expect([held.status, held.body.state]).toEqual([200, 'held'])
  })
})

describe('a change to the revision the client has seen', () => {
  test('is made when nobody was faster', async () => {
    for (const tag of ['"1"', '"9", "1-0123abcd"', '*']) {
      const changed = await patch({ description: `by ${tag}` }, { ...merge, 'If-Match': tag })
      expect([tag, changed.status]).toEqual([tag, 200])
      specification = (await send(specifications, { method: 'POST', json: { name: 'Fibre' } })).body.href
    }
  })

  test('is refused when somebody was, with the tag it has now', async () => {
    await patch({ description: 'Up to 1000' })
    const refused = await patch({ version: '3' }, { 'If-Match': '"1"' })
    expect([refused.status, refused.body.code]).toEqual([412, 'preconditionFailed'])
    expect(refused.headers.get('etag')).toBe('"2"')
    expect(refused.body).toMatchObject({
      '@type': 'DetailedError',
      errorItem: [{ code: 'changed', path: 'description', message: 'changed in revision 2' }],
    })
    const weak = await patch({ version: '3' }, { 'If-Match': 'W/"2"' })
    expect(weak.status).toBe(412)
    const removal = await send(specification, { method: 'DELETE', headers: { 'If-Match': '"1"' } })
    expect(removal.status).toBe(412)
  })

  test('of two at once is made once', async () => {
    const both = await Promise.all([1, 2].map((n) => patch({ version: `${n}` }, { 'If-Match': '"1"' })))
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412])
  })

  test('of many at once is made once: one is answered, all others hear of what it changed', async () => {
    const values = Array.from({ length: 20 }, (_, n) => `change ${n}`)
    const answers = await Promise.all(
      values.map((description) => patch({ description }, { ...merge, 'If-Match': '"1"' })),
    )
    const [made, ...more] = answers.filter(({ status }) => status === 200)
    expect(more).toEqual([])
    const refused = answers.filter(({ status }) => status === 412)
    expect(refused).toHaveLength(values.length - 1)
    for (const { headers, body } of refused) {
      expect([headers.get('etag'), body.code]).toEqual(['"2"', 'preconditionFailed'])
      expect(body.errorItem).toEqual([
        { code: 'changed', path: 'description', message: 'changed in revision 2' },
      ])
    }
    const read = await send(specification)
    expect([read.headers.get('etag'), read.body]).toEqual(['"2"', made?.body])
    const { id } = read.body
    const told = await server.context.database.withSnapshot((client) =>
      client.query('select type from event where entity_id = $1 order by seq', [id]),
    )
    expect(told.rows.map(({ type }) => type)).toEqual([
      'ServiceSpecificationCreateEvent',
      'ServiceSpecificationChangeEvent',
    ])
  })

  test('that cannot be read is refused', async () => {
    const refused = await patch({}, { 'If-Match': 'seven' })
    expect([refused.status, refused.body.code]).toEqual([400, 'invalidHeader'])
  })
})

describe('removing a document', () => {
  test('leaves nothing to read and nothing to remove', async () => {
    const removed = await send(specification, { method: 'DELETE', body: 'ignored' })
    expect([removed.status, removed.text]).toEqual([204, ''])
    expect(removed.headers.get('content-type')).toBeNull()
    expect((await send(specification)).status).toBe(404)
    expect((await send(specification, { method: 'DELETE' })).body.code).toBe('resourceNotFound')
  })

  test('is refused for an order that is not over', async () => {
    const json = { serviceOrderItem: [{ id: '1', action: 'add', service: {} }] }
    const { href } = (await send(server.url + serviceOrders, { method: 'POST', json })).body
    const refused = await send(href, { method: 'DELETE' })
    expect([refused.status, refused.body.code]).toEqual([409, 'resourceNotDeletable'])
  })
})
