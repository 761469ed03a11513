/** Types over HTTP: registered by an administrator, and used in lists (wire contract, sections 9.3 and 24). */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { businessServiceOrder, fixture, importFixture, serviceOrders } from '../support/fixture.ts'
import { send } from '../support/http.ts'
import { startServer, type TestServer } from '../support/server.ts'

const types = '/goldthread/v1/type'
const bodyOf = (more: object = {}) => ({
  serviceOrderItem: [{ id: '1', action: 'add', service: {} }],
  ...more,
})
const post = (server: TestServer, path: string, json: unknown) =>
  send(server.url + path, { method: 'POST', json })
const idsOf = async (server: TestServer, query: string) => {
  const { status, body } = await send(`${server.url}${serviceOrders}?${query}`)
  return status === 200 ? body.map(({ id }: { id: string }) => id.slice(3)).join(' ') : body.code
}

describe('an administrator', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await startServer()
  })
  afterAll(() => server.close())
  const at = (path: string, method = 'GET') => send(server.url + types + path, { method })

  test('registers a type, sees it, and removes it', async () => {
    const { schema, ...named } = businessServiceOrder
    const described = { ...named, description: 'An order of a company' }
    const created = await post(server, types, { ...described, schema })
    const href = `${server.url}${types}/BusinessServiceOrder`
    const shown = { ...described, href, schemaLocation: `${href}/schema`, created: expect.any(String) }
    expect([created.status, created.headers.get('location'), created.body]).toEqual([
      201,
      href,
      { ...shown, schema },
    ])
    expect((await at('')).body).toEqual([shown])
    expect((await at('/BusinessServiceOrder')).body).toEqual({ ...shown, schema })
    const served = await at('/BusinessServiceOrder/schema')
    expect([served.headers.get('content-type'), served.body]).toEqual([
      expect.stringContaining('application/schema+json'),
      schema,
    ])
    expect((await at('/BusinessServiceOrder', 'DELETE')).status).toBe(204)
    expect((await at('/BusinessServiceOrder')).body.code).toBe('resourceNotFound')
    expect((await at('/%00')).body.code).toBe('resourceNotFound')
    expect((await at('/BusinessServiceOrder', 'PATCH')).body.code).toBe('methodNotAllowed')
  })

  test.each([
    ['invalidSchema', { ...businessServiceOrder, schema: { type: 'text' } }],
    ['unknownType', { ...businessServiceOrder, baseType: 'Order' }],
    ['duplicateId', { ...businessServiceOrder, name: 'ServiceOrder' }],
  ])('is told %s', async (code, body) => {
    expect((await post(server, types, body)).body).toMatchObject({ '@type': expect.any(String), code })
  })

  test('finds what is refused because of its type told with what would help', async () => {
    const strange = {
      '@type': 'Strange',
      '@baseType': 'ServiceOrder',
      '@schemaLocation': 'https://x.example/s',
    }
    const { status, body } = await post(server, serviceOrders, bodyOf(strange))
    expect([status, body.code, body.message]).toEqual([
      400,
      'schemaNotAvailable',
      'https://x.example/s, the @schemaLocation of Strange, cannot be used: no schema is registered for it: have an administrator register the type',
    ])
    expect((await post(server, serviceOrders, bodyOf({ '@type': 'Individual' }))).body).toMatchObject({
      code: 'unknownType',
      message: "@type 'Individual' is no type of a serviceOrder",
    })
  })
})

describe('a list', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await startServer()
    await importFixture(server.url)
  })
  afterAll(() => server.close())

  test('gives each document with the attributes of its type', async () => {
    const { body } = await send(`${server.url}${serviceOrders}?fields=isExpress`)
    const [first, , , last] = body
    expect([first, last]).toMatchObject([{ id: 'so-1001' }, { id: 'so-1004', isExpress: true }])
    expect(last['@type']).toBe('BusinessServiceOrder')
    expect(first).not.toHaveProperty('isExpress')
  })

  test('is filtered by an attribute of a type that was registered this moment', async () => {
    expect(await idsOf(server, 'weight=1')).toBe('unknownQueryAttribute')
    expect(await idsOf(server, 'sort=weight')).toBe('invalidSort')
    const schema = { properties: { weight: { type: 'integer' } } }
    await post(server, types, { name: 'HeavyOrder', baseType: 'ServiceOrder', schema })
    expect(await idsOf(server, 'weight=1')).toBe('')
    expect(await idsOf(server, 'sort=weight')).toBe('1001 1002 1003 1004')
    expect(await idsOf(server, 'weight=much')).toBe('invalidFilterValue')
  })

  test('is walked by cursor in the order of such an attribute', async () => {
    const first = await send(`${server.url}${serviceOrders}?sort=-isExpress&limit=2&after=`)
    const [, next = ''] = /<([^>]+)>; rel="next"/.exec(first.headers.get('link') ?? '') ?? []
    const second = await send(next)
    const ids = [...first.body, ...second.body].map(({ id }: { id: string }) => id.slice(3))
    expect(ids.join(' ')).toBe('1004 1001 1002 1003')
  })

  test('of resources is filtered by what only some types have', async () => {
    const resources = '/tmf-api/resourceInventoryManagement/v4/resource'
    const all = [
      {
        id: 'r-1',
        name: 'Router',
        '@type': 'PhysicalResource',
        serialNumber: 'SN-1',
        manufactureDate: '2026-03-01',
      },
      { id: 'r-2', name: 'Line', '@type': 'LogicalResource', value: '0700 1' },
      { id: 'r-3', name: 'Other' },
    ]
    for (const each of all) expect((await post(server, resources, each)).status).toBe(201)
    const found = async (query: string) =>
      (await send(`${server.url}${resources}?${query}`)).body.map(({ id }: { id: string }) => id).join(' ')
    expect(await found('serialNumber=SN-1')).toBe('r-1')
    expect(await found('value.startswith=0700')).toBe('r-2')
    expect(await found('manufactureDate.gte=2026-01-01')).toBe('r-1')
    expect(await found('serialNumber.isnull=true')).toBe('r-2 r-3')
    expect(await found('@type=Resource')).toBe('r-3')
    expect(await found('sort=-manufactureDate')).toBe('r-1 r-2 r-3')
    expect(await found("filter=[?(@.value=='0700 1')]")).toBe('r-2')
  })
})

describe('attributes that nobody knows', () => {
  const withPolicy = (text: string) => {
    const pairs = text.split(',').map((each) => each.split('='))
    const otherwise = pairs.find(([, policy]) => policy === undefined)?.[0] ?? 'reject'
    const byResource = new Map(pairs.flatMap(([name, policy]) => (policy ? [[name, policy] as const] : [])))
    return startServer({ settings: { unknownAttributes: { otherwise, byResource } as never } })
  }

  test('are kept where the deployment wants it, at any depth, and can be asked for whatever they are', async () => {
    const server = await withPolicy('ServiceOrder=keep')
    try {
      const schema = {
        properties: { due: { format: 'date-time', type: 'string' }, size: { type: 'integer' } },
      }
      await post(server, types, { name: 'DatedOrder', baseType: 'ServiceOrder', schema })
      const bodies = [
        { due: 'soon', size: 'small' },
        { due: 7, size: [1, 'x'] },
        { '@type': 'DatedOrder', due: '2026-03-01T10:00:00+01:00', size: 2 },
        { colour: 'red', serviceOrderItem: [{ id: '1', action: 'add', service: { colour: 'red' } }] },
        { due: 'tomorrow', size: null },
        { due: '2026-02-30' },
      ]
      for (const body of bodies) expect((await post(server, serviceOrders, bodyOf(body))).status).toBe(201)
      const numbers = async (query: string) => {
        const { status, body } = await send(`${server.url}${serviceOrders}?${query}`)
        const all = (await send(server.url + serviceOrders)).body.map(({ id }: { id: string }) => id)
        return status === 200 ? body.map(({ id }: { id: string }) => all.indexOf(id)).join(' ') : body.code
      }
      expect(await numbers('due=2026-03-01T09:00:00Z')).toBe('2')
      expect(await numbers('due.gt=2020-01-01')).toBe('2')
      expect(await numbers('size=2')).toBe('2')
      expect(await numbers('size.lt=2')).toBe('1')
      expect(await numbers('sort=due')).toBe('2 0 1 3 4 5')
      expect(await numbers('sort=-size')).toBe('2 1 0 3 4 5')
      expect(await numbers('filter=[?(@.due==@.due)]')).toBe('1 2')
      expect(await numbers('colour=red')).toBe('3')
      expect(await numbers('serviceOrderItem.service.colour=red')).toBe('3')
      const other = await post(server, '/tmf-api/geographicSiteManagement/v4/geographicSite', {
        colour: 'red',
      })
      expect(other.body.code).toBe('unknownAttribute')
    } finally {
      await server.close()
    }
  })

  test('are dropped where the deployment wants it, and what a type adds is not', async () => {
    const server = await withPolicy('drop,GeographicSite=reject')
    try {
      await post(server, types, businessServiceOrder)
      const item = { id: '1', action: 'add', service: { colour: 'red' } }
      const sent = {
        '@type': 'BusinessServiceOrder',
        isExpress: true,
        colour: 'red',
        serviceOrderItem: [item],
      }
      const { body } = await post(server, serviceOrders, sent)
      expect(body).toMatchObject({ isExpress: true, serviceOrderItem: [{ service: {} }] })
      expect(JSON.stringify(body)).not.toContain('red')
      const patched = await send(body.href, { method: 'PATCH', json: { colour: 'blue', description: 'x' } })
      expect(patched.body).toMatchObject({ description: 'x', isExpress: true })
      expect(patched.body).not.toHaveProperty('colour')
      const imported = [{ ...fixture[0], colour: 'red' }]
      expect((await post(server, '/goldthread/v1/import', imported)).body).toMatchObject({ created: 1 })
      expect((await send(`${server.url}${serviceOrders}/so-1001`)).body).not.toHaveProperty('colour')
      const other = await post(server, '/tmf-api/geographicSiteManagement/v4/geographicSite', {
        colour: 'red',
      })
      expect(other.body.code).toBe('unknownAttribute')
    } finally {
      await server.close()
    }
  })
})

describe.each([
  ['empty', '', ''],
  ['ignore', '1001 1002 1003 1004', '1004'],
] as const)(
  'a condition on an attribute nobody knows, where lists are told to %s',
  (unknownFilter, alone, beside) => {
    let server: TestServer
    beforeAll(async () => {
      server = await startServer({ settings: { unknownFilter } })
      await importFixture(server.url)
    })
    afterAll(() => server.close())

    test.each(['stat=held', 'stat.ne=held', 'relatedParty.rolle=x', 'filter=stat', 'filter=[?(@.stat==1)]'])(
      '%s',
      async (query) => {
        expect(await idsOf(server, query)).toBe(alone)
        expect(await idsOf(server, `${query}&state=held`)).toBe(beside)
      },
    )

    test('other mistakes are still refused', async () => {
      expect(await idsOf(server, 'state.foo=held')).toBe('unknownOperator')
      expect(await idsOf(server, 'sort=stat')).toBe('invalidSort')
      expect(await idsOf(server, 'filter=stat,[?(@.state==%27held%27)]')).toBe('1004')
    })
  },
)
