/** The tables of the wire contract, sections 9.4, 10 and 11: each query as typed and fully percent-encoded. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importFixture, serviceOrders } from '../support/fixture.ts'
import { send, sendPlain } from '../support/http.ts'
import { barelyEncoded, found, fullyEncoded, refused } from '../support/query-tables.ts'
import { startServer, type TestServer } from '../support/server.ts'

let server: TestServer

beforeAll(async () => {
  server = await startServer()
  await importFixture(server.url)
})
afterAll(() => server.close())

describe.each([
  ['as it is', barelyEncoded],
  ['percent-encoded', fullyEncoded],
])('a query sent %s', (_how, write) => {
  test.each(found)('%s finds %s', async (query, ids) => {
    const list = await sendPlain(server.url, `${serviceOrders}?${write(query)}`)
    expect([
      list.status,
      list.text && list.body.map?.(({ id }: { id: string }) => id.slice(3)).join(' '),
    ]).toEqual([200, ids])
    expect(list.headers.get('x-total-count')).toBe(String(ids.split(' ').filter(Boolean).length))
  })

  test.each(refused)('%s is refused with %i as %s', async (query, status, code) => {
    const list = await sendPlain(server.url, `${serviceOrders}?${write(query)}`)
    expect([list.status, list.body.code]).toEqual([status, code])
  })
})

test('a plus sign and a greater-than sign may be typed or encoded in part', async () => {
  for (const query of [
    'orderDate=2026-03-01T10:00:00%2B01:00',
    'orderDate%3E=2026-03-01T10:30:00Z',
    'orderDate%3E%3D2026-03-01T10:30:00Z',
    'orderDate%3E2026-03-01',
    '%40type=ServiceOrder',
    'description%3D~%5EFibre',
  ]) {
    expect([query, (await send(`${server.url}${serviceOrders}?${query}`)).status]).toEqual([query, 200])
  }
})

test('a link within a document is found as it is shown', async () => {
  const services = `${server.url}/tmf-api/serviceInventory/v4/service`
  const relatesTo = async (href: string) => {
    const serviceSpecification = { id: 'ss-1', href }
    await send(services, { method: 'POST', json: { state: 'designed', serviceSpecification } })
  }
  await relatesTo('/tmf-api/serviceCatalogManagement/v4/serviceSpecification/ss-1')
  await relatesTo('https://elsewhere.example/ss-1')
  const shown = (await send(services)).body as { serviceSpecification: { href: string } }[]
  expect(shown).toHaveLength(2)
  for (const { serviceSpecification } of shown) {
    const query = `serviceSpecification.href=${encodeURIComponent(serviceSpecification.href)}`
    const found = (await send(`${services}?${query}`)).body
    expect(found).toEqual([expect.objectContaining({ serviceSpecification })])
  }
})

test('letters beyond ASCII are found', async () => {
  const json = [{ '@type': 'GeographicAddress', id: 'a-1', city: 'Zürich' }]
  const brought = await send(`${server.url}/goldthread/v1/import`, { method: 'POST', json })
  expect(brought.status).toBe(200)
  const addresses = '/tmf-api/geographicAddressManagement/v4/geographicAddress'
  const list = await send(`${server.url}${addresses}?city=Zürich`)
  expect(list.body).toMatchObject([{ id: 'a-1', city: 'Zürich' }])
  expect(list.headers.get('link')).toContain('city=Z%C3%BCrich')
  expect((await send(`${server.url}${addresses}?city.eqi=ZÜRICH`)).body).toHaveLength(1)
})
