/** The rows of the wire contract, table 9.4, that compare by equality: each raw and fully percent-encoded. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importFixture, serviceOrders } from '../support/fixture.ts'
import { send, sendPlain } from '../support/http.ts'
import { startServer, type TestServer } from '../support/server.ts'

const spec = 'serviceOrderItem.service.serviceSpecification.id'
const characteristic = 'serviceOrderItem.service.serviceCharacteristic.value'

const found: readonly (readonly [string, string])[] = [
  ['state=held', '1004'],
  ['state="held"', '1004'],
  ["state='held'", '1004'],
  ['state.eq=held', '1004'],
  ['state==held', '1004'],
  ['state=held,acknowledged', '1002 1004'],
  ['state=held&state=acknowledged', '1002 1004'],
  ['state=held;state=acknowledged', '1002 1004'],
  ['state=held;acknowledged', '1002 1004'],
  ['state=held;priority=4', '1002 1004'],
  ['state=held;priority=4&relatedParty.id=p-2', '1002'],
  ['category=broadband', '1001 1004'],
  ['category="voice,mobile"', '1002'],
  ['category=voice\\,mobile', '1002'],
  ['category=voice,mobile', ''],
  ['orderDate="2026-03-01T09:00:00.000Z"', '1001'],
  ['orderDate=2026-03-01T10:00:00+01:00', '1001'],
  ['orderDate=2026-03-01', '1001 1002'],
  ['orderDate=9999-12-31', ''],
  ['requestedCompletionDate=2026-03-09T22:00:00Z', '1001'],
  ['relatedParty.id=p-1', '1001 1002'],
  ['relatedParty.id=p-1&relatedParty.role=customer', '1001 1002'],
  ['serviceOrderItem.state=completed', '1001 1003'],
  [`${spec}=ss-fttp`, '1001 1003 1004'],
  [`${characteristic}=500`, '1001 1002'],
  ['@type=BusinessServiceOrder', '1004'],
  ['%40type=BusinessServiceOrder', '1004'],
  ['@type=ServiceOrder', '1001 1002 1003'],
  ['id=so-1001,so-1003', '1001 1003'],
  ['href=http://other.host/x/tmf-api/serviceOrdering/v4/serviceOrder/so-1002', '1002'],
  ['state=done', ''],
]

const refused: readonly (readonly [string, string])[] = [
  ['serviceOrderItem.quantity=two', 'invalidFilterValue'],
  ['orderDate=yesterday', 'invalidFilterValue'],
  ['orderDate=2026-02-30', 'invalidFilterValue'],
  ['orderDate=0000-01-01', 'invalidFilterValue'],
  ['stat=held', 'unknownQueryAttribute'],
  ['state.foo=held', 'unknownOperator'],
  ['state.ne=held', 'unknownOperator'],
]

let server: TestServer

beforeAll(async () => {
  server = await startServer()
  await importFixture(server.url)
})
afterAll(() => server.close())

describe.each([
  ['as it is', (query: string) => query],
  ['percent-encoded', encoded],
])('a query sent %s', (_how, write) => {
  test.each(found)('%s finds %s', async (query, ids) => {
    const list = await sendPlain(server.url, `${serviceOrders}?${write(query)}`)
    expect([
      list.status,
      list.text && list.body.map?.(({ id }: { id: string }) => id.slice(3)).join(' '),
    ]).toEqual([200, ids])
    expect(list.headers.get('x-total-count')).toBe(String(ids.split(' ').filter(Boolean).length))
  })

  test.each(refused)('%s is refused as %s', async (query, code) => {
    const list = await sendPlain(server.url, `${serviceOrders}?${write(query)}`)
    expect([list.status, list.body.code]).toEqual([400, code])
  })
})

test('letters beyond ASCII are found', async () => {
  const json = [{ '@type': 'GeographicAddress', id: 'a-1', city: 'Zürich' }]
  const brought = await send(`${server.url}/goldthread/v1/import`, { method: 'POST', json })
  expect(brought.status).toBe(200)
  const addresses = '/tmf-api/geographicAddressManagement/v4/geographicAddress'
  const list = await send(`${server.url}${addresses}?city=Zürich`)
  expect(list.body).toMatchObject([{ id: 'a-1', city: 'Zürich' }])
  expect(list.headers.get('link')).toContain('city=Z%C3%BCrich')
})

function encoded(query: string): string {
  return query
    .split('&')
    .map((piece) =>
      [...Buffer.from(decodeURIComponent(piece))]
        .map((byte) => `%${byte.toString(16).padStart(2, '0')}`)
        .join(''),
    )
    .join('&')
}
