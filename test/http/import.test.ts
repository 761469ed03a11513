import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { businessServiceOrder, fixture, serviceOrders } from '../support/fixture.ts'
import { send } from '../support/http.ts'
import { startServer, type TestServer } from '../support/server.ts'

let server: TestServer

beforeAll(async () => {
  server = await startServer()
  await send(`${server.url}/goldthread/v1/type`, { method: 'POST', json: businessServiceOrder })
})
afterAll(() => server.close())

const bring = (body: string | Uint8Array, headers: Record<string, string> = {}, query = '') =>
  send(`${server.url}/goldthread/v1/import${query}`, { method: 'POST', body, headers })

const specifications = [
  { '@type': 'ServiceSpecification', id: 'ss-1', name: 'Fibre' },
  { '@type': 'ResourceSpecification', id: 'rs-1', name: 'ONT' },
]

describe("an administrator's import", () => {
  test('keeps ids and can be repeated', async () => {
    const json = { 'Content-Type': 'application/json' }
    const first = await bring(JSON.stringify(specifications), json)
    expect([first.status, first.body]).toEqual([200, { created: 2, changed: 0, unchanged: 0 }])
    const again = await bring(JSON.stringify(specifications), json)
    expect(again.body).toEqual({ created: 0, changed: 0, unchanged: 2 })
    const other = JSON.stringify([{ ...specifications[0], name: 'Fibre 500' }, specifications[1]])
    expect((await bring(other, json)).body).toEqual({ created: 0, changed: 1, unchanged: 1 })
    const read = await send(`${server.url}/tmf-api/serviceCatalogManagement/v4/serviceSpecification/ss-1`)
    expect([read.body.name, read.headers.get('etag')]).toEqual(['Fibre 500', '"2"'])
  })

  test('is done once and answered the same when it is repeated with its key', async () => {
    const headers = { 'Idempotency-Key': 'import-1' }
    const text = JSON.stringify([{ '@type': 'ServiceSpecification', name: 'Without an id' }])
    const first = await bring(text, headers)
    expect([first.status, first.body]).toEqual([200, { created: 1, changed: 0, unchanged: 0 }])
    const again = await bring('[ {"name":"Without an id","@type":"ServiceSpecification"} ]', headers)
    expect([again.status, again.body]).toEqual([200, first.body])
    expect(again.headers.get('idempotency-replayed')).toBe('true')
    const list = '/tmf-api/serviceCatalogManagement/v4/serviceSpecification?name=Without an id'
    expect((await send(server.url + list)).body).toHaveLength(1)
    const other = await bring(text.replace('Without', 'With'), headers)
    expect([other.status, other.body.code]).toEqual([409, 'idempotencyKeyReused'])
    const deep = `[{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}]`
    expect((await bring(deep, { 'Idempotency-Key': 'import-2' })).body.code).toBe('bodyTooDeep')
  })

  test('takes one document a line, packed, and the kind of all from the query', async () => {
    const lines = fixture.map((order) => JSON.stringify(order)).join('\n')
    const headers = { 'Content-Type': 'application/x-ndjson', 'Content-Encoding': 'gzip' }
    const answer = await bring(gzipSync(lines), headers, '?type=ServiceOrder')
    expect(answer.body).toEqual({ created: 4, changed: 0, unchanged: 0 })
    const list = await send(server.url + serviceOrders)
    expect(list.body.map(({ id }: { id: string }) => id)).toEqual(fixture.map(({ id }) => id))
  })

  test('brings what an API only shows, by the name of its type', async () => {
    const answer = await bring(
      JSON.stringify([
        { '@type': 'OpenGatewayProductOffering', id: 'og-1', name: 'SIM swap', lifecycleStatus: 'launched' },
      ]),
    )
    expect(answer.body).toEqual({ created: 1, changed: 0, unchanged: 0 })
    const offerings = '/tmf-api/openGatewayOperateAPIProductCatalog/v5/productOffering'
    const list = await send(`${server.url}${offerings}?lifecycleStatus=launched`)
    expect(list.body).toMatchObject([{ id: 'og-1', '@type': 'OpenGatewayProductOffering' }])
    const others = await send(`${server.url}/tmf-api/productCatalogManagement/v4/productOffering`)
    expect(others.body).toEqual([])
  })

  test('is all or nothing, and names every record that is wrong', async () => {
    const records = [
      { '@type': 'Individual', id: 'i-1', givenName: 'Ada', familyName: 'L' },
      { '@type': 'Individual', id: 'i-2' },
    ]
    const answer = await bring(JSON.stringify(records))
    expect(answer.status).toBe(400)
    expect(answer.body.errorItem[0].path).toContain('record 2 (Individual i-2)')
    const read = await send(`${server.url}/tmf-api/party/v4/individual/i-1`)
    expect(read.body.code).toBe('resourceNotFound')
  })

  test.each([
    ['', '', 'bodyRequired', 'Send a JSON array'],
    ['[{]', '', 'malformedJson', 'not JSON'],
    ['{"a":1}\n{', '', 'malformedJson', 'Line 2'],
    ['[{"id":"x"}]', '', 'missingAttribute', 'record 1: @type is required'],
    ['[{"@type":"ServiceSpecfication"}]', '', 'invalidEnumValue', "did you mean 'ServiceSpecification'"],
    ['[{},{}]', '?type=Nothing', 'invalidEnumValue', "the query parameter type 'Nothing' is no resource"],
    ['[1]', '?type=ServiceOrder', 'invalidBody', 'must be a JSON object'],
  ])('of %j%s is refused as %s', async (body, query, code, said) => {
    const answer = await bring(body, {}, query)
    expect([answer.status, answer.body.code]).toEqual([400, code])
    expect(answer.body.message).toContain(said)
  })

  test('of another type than JSON is refused', async () => {
    expect((await bring('a,b', { 'Content-Type': 'text/csv' })).status).toBe(415)
    expect((await send(`${server.url}/goldthread/v1/import`)).status).toBe(405)
  })

  test('is attributed to the administrator', async () => {
    const body = JSON.stringify([{ '@type': 'ServiceSpecification', name: 'Voice' }])
    await bring(body, { 'X-Correlation-ID': 'import-1' })
    const thread = await send(`${server.url}/goldthread/v1/thread/import-1`)
    expect(thread.body).toMatchObject([
      { eventType: 'ServiceSpecificationCreateEvent', reportingSystem: { id: 'administrator' } },
    ])
  })
})
