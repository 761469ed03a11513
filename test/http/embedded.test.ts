/** Documents embedded in their parent are created below it, and answered with it (TMF684). */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { send } from '../support/http.ts'
import { startServer, type TestServer } from '../support/server.ts'

let server: TestServer
let parcels: string
beforeAll(async () => {
  server = await startServer()
  parcels = `${server.url}/shipmentTracking/v1/shipmentTracking`
})
afterAll(() => server.close())

const addressTo = Object.fromEntries(
  'streetNr streetName streetType postcode locality city stateOrProvince country'
    .split(' ')
    .map((name) => [name, 'x']),
)
const parcel = { carrier: 'Post', trackingDate: '2026-03-01T08:00:00Z', status: 'new', addressTo }

test('a checkpoint is answered with its parcel, whose place and tag the answer has', async () => {
  const { body } = await send(parcels, { method: 'POST', json: parcel })
  const scanned = await send(`${body.href}/checkpoint`, { method: 'POST', json: { city: 'Leipzig' } })
  expect(scanned.status).toBe(201)
  expect(scanned.headers.get('location')).toBe(body.href)
  expect(scanned.body).toMatchObject({ id: body.id, href: body.href, checkpoint: [{ city: 'Leipzig' }] })
  const read = await send(body.href)
  expect(read.headers.get('etag')).toBe(scanned.headers.get('etag'))
  expect(read.body).toEqual(scanned.body)
})

test('a checkpoint of a parcel there is not is not found', async () => {
  const answer = await send(`${parcels}/nowhere/checkpoint`, { method: 'POST', json: {} })
  expect([answer.status, answer.body.code]).toEqual([404, 'resourceNotFound'])
})
