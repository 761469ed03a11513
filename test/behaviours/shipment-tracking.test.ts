/** Parcels (TMF684): every scan is kept, and the parcel is where it was scanned last. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Document } from '../../src/declare/index.ts'
import { create } from '../../src/resources/create.ts'
import { list } from '../../src/resources/read.ts'
import { pageOf } from '../derive/pages.ts'
import { rejectionOf } from '../derive/refusal.ts'
import { callerOf } from '../resources/shop.ts'
import { Office } from './office.ts'

let office: Office
beforeAll(async () => {
  office = await Office.open()
})
afterAll(() => office.close())

const addressTo = {
  streetNr: '1',
  streetName: 'Main',
  streetType: 'Street',
  postcode: '10115',
  locality: 'Mitte',
  city: 'Berlin',
  stateOrProvince: 'Berlin',
  country: 'DE',
}
const parcel = (): Promise<Document> =>
  office.create('ShipmentTracking', {
    carrier: 'Post',
    trackingDate: '2026-03-01T08:00:00Z',
    status: 'initialized',
    addressTo,
  })

const scan = (id: string, body: unknown) =>
  create(office.context, pageOf('Checkpoint'), body, callerOf('scan', ['client']), id)

describe('a checkpoint', () => {
  test('is added to those of its parcel, which is the answer and takes its status', async () => {
    const { id } = await parcel()
    await scan(id, { checkPost: 'Hub', city: 'Leipzig' })
    const checkpoint = { status: 'inTransit', message: 'Left the hub', date: '2026-03-02T09:00:00Z' }
    const { document, revision } = await scan(id, checkpoint)
    expect(document).toMatchObject({
      id,
      href: `/shipmentTracking/v1/shipmentTracking/${id}`,
      checkpoint: [{ checkPost: 'Hub', city: 'Leipzig' }, checkpoint],
      status: 'inTransit',
      statusChangeDate: '2026-03-02T09:00:00Z',
      statusChangeReason: 'Left the hub',
    })
    expect(revision).toBeGreaterThan(1)
    expect(await office.read('ShipmentTracking', id)).toMatchObject({ status: 'inTransit' })
  })

  test('of a parcel there is not is refused, and so is one that is not right', async () => {
    expect((await rejectionOf(scan('nowhere', {}))).code).toBe('resourceNotFound')
    const { id } = await parcel()
    expect((await rejectionOf(scan(id, { city: 5 }))).code).toBe('invalidFormat')
    expect((await rejectionOf(scan(id, { town: 'Ulm' }))).code).toBe('unknownAttribute')
  })

  test('is not lost when many come at the same time', async () => {
    const { id } = await parcel()
    const cities = Array.from({ length: 20 }, (_, index) => `City ${index}`)
    await Promise.all(cities.map((city) => scan(id, { city })))
    const { checkpoint } = await office.read('ShipmentTracking', id)
    expect(new Set((checkpoint as { city: string }[]).map(({ city }) => city))).toEqual(new Set(cities))
  })

  test('is one too many after a thousand', async () => {
    const { id } = await parcel()
    await office.patch('ShipmentTracking', id, { checkpoint: Array.from({ length: 1_000 }, () => ({})) })
    expect((await rejectionOf(scan(id, {}))).code).toBe('limitReached')
  })
})

test('a reason that comes with a checkpoint is kept as it is', async () => {
  const { id } = await parcel()
  const said = {
    checkpoint: [{ status: 'inTransit', message: 'Left the hub' }],
    statusChangeReason: 'On time',
  }
  expect(await office.patch('ShipmentTracking', id, said)).toMatchObject({
    status: 'inTransit',
    statusChangeReason: 'On time',
  })
})

test('the date of a status is that of the change, unless the client knows better', async () => {
  const { id, statusChangeDate } = await parcel()
  expect(statusChangeDate).toBeDefined()
  const told = { status: 'delivered', statusChangeDate: '2026-03-03T10:00:00Z' }
  expect(await office.patch('ShipmentTracking', id, told)).toMatchObject(told)
  const { statusChangeDate: later } = await office.patch('ShipmentTracking', id, { status: 'returned' })
  expect(Date.parse(String(later))).toBeGreaterThan(Date.parse('2026-03-03T10:00:00Z'))
})

test('parcels are listed like any other resource', async () => {
  const query = { filter: [], window: { offset: 0, limit: 1 } }
  expect((await list(office.context, pageOf('ShipmentTracking'), query, callerOf())).total).toBeGreaterThan(0)
})
