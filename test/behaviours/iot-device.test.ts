/** Devices (TMF908), the places where their data can be fetched, and what is told of them. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Document } from '../../src/declare/index.ts'
import type { JsonObject } from '../../src/derive/json.ts'
import { Office } from './office.ts'

let office: Office
beforeAll(async () => {
  office = await Office.open()
})
afterAll(() => office.close())

const device = (...dataAccessEndPoint: readonly JsonObject[]): JsonObject => ({
  name: 'Meter',
  category: [{ '@type': 'CategoryType', name: 'meter' }],
  ...(dataAccessEndPoint.length > 0 ? { dataAccessEndPoint } : {}),
})

async function endpointsOf({ id }: Document): Promise<string[]> {
  const all = await office.all('DataAccessEndpoint')
  const isOf = ({ resourceRelationship }: Document) =>
    (resourceRelationship as { resource: { id: string } }[]).some(({ resource }) => resource.id === id)
  return all.filter(isOf).map((endpoint) => `${endpoint.id} ${endpoint.name}`)
}

test('a device keeps what its classes say, whatever that is', async () => {
  const { id } = await office.create('IotDevice', device())
  expect((await office.read('IotDevice', id)).category).toEqual(device().category)
  await expect(office.create('IotDevice', { ...device(), colour: 'red' })).rejects.toMatchObject({
    code: 'unknownAttribute',
  })
})

describe('the places where data can be fetched', () => {
  test('are found by themselves, tied to their device', async () => {
    const meter = await office.create('IotDevice', device({ name: 'Readings', apiType: 'MQTT' }))
    const [{ id, href } = { id: '' }] = meter.dataAccessEndPoint as Document[]
    expect(href).toBe(`/tmf-api/iotdevicemanagement/v4/dataAccessEndpoint/${id}`)
    expect(await office.read('DataAccessEndpoint', id)).toMatchObject({
      name: 'Readings',
      apiType: 'MQTT',
      resourceRelationship: [{ relationshipType: 'isDataOf', resource: { id: meter.id, href: meter.href } }],
    })
  })

  test('follow their device', async () => {
    const meter = await office.create(
      'IotDevice',
      device({ id: 'f-1', name: 'one' }, { id: 'f-2', name: 'two' }),
    )
    await office.patch('IotDevice', meter.id, {
      dataAccessEndPoint: [
        { id: 'f-2', name: 'second' },
        { id: 'f-3', name: 'three' },
      ],
    })
    expect(await endpointsOf(meter)).toEqual(['f-2 second', 'f-3 three'])
    await office.patch('IotDevice', meter.id, { name: 'Old meter' })
    expect(await endpointsOf(meter)).toEqual(['f-2 second', 'f-3 three'])
    await office.remove('IotDevice', meter.id)
    expect(await endpointsOf(meter)).toEqual([])
  })

  test('follow a device that is imported anew', async () => {
    const import_ = (...endpoints: JsonObject[]) =>
      office.import('IotDevice', { id: 'i-1', ...device(...endpoints) })
    await import_({ id: 'e-1', name: 'one' }, { id: 'e-2', name: 'two' })
    await import_({ id: 'e-2', name: 'second' })
    expect(await endpointsOf({ id: 'i-1', href: '' })).toEqual(['e-2 second'])
    await import_()
    expect(await endpointsOf({ id: 'i-1', href: '' })).toEqual([])
  })

  test('belong to one device', async () => {
    await office.create('IotDevice', device({ id: 'mine', name: 'mine' }))
    await expect(office.create('IotDevice', device({ id: 'mine', name: 'yours' }))).rejects.toMatchObject({
      code: 'duplicateId',
    })
    expect((await office.read('DataAccessEndpoint', 'mine')).name).toBe('mine')
  })

  test('have an id that a path can hold, and are not without number', async () => {
    await expect(office.create('IotDevice', device({ id: 'a/b' }))).rejects.toMatchObject({
      code: 'invalidFormat',
    })
    const many = Array.from({ length: 101 }, () => ({ name: 'one of many' }))
    await expect(office.create('IotDevice', device(...many))).rejects.toMatchObject({ code: 'limitReached' })
  })
})

test('a sign of life and another state of a device are told of', async () => {
  const { id } = await office.create('IotDevice', device())
  await office.patch('IotDevice', id, { dateLastValueReported: '2026-03-01T09:00:00Z' })
  await office.patch('IotDevice', id, { deviceState: 'unreachable' })
  expect(await office.told('IotDevice', id)).toEqual([
    'IotDeviceCreateEvent',
    'IotDeviceChangeEvent',
    'IotDeviceHeartBeatEvent',
    'IotDeviceChangeEvent',
    'IotDeviceStateChangeEvent',
  ])
})
