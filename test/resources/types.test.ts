/** Types that a deployment registers, or learns of from documents (wire contract, section 24). */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { JsonObject } from '../../src/derive/json.ts'
import { Model } from '../../src/derive/model.ts'
import { Types } from '../../src/resources/types.ts'
import { Database } from '../../src/store/database.ts'
import { pageOf } from '../derive/pages.ts'
import { rejectionOf } from '../derive/refusal.ts'
import { businessServiceOrder } from '../support/fixture.ts'
import { eventually } from '../support/until.ts'
import { order, Shop } from './shop.ts'

let shop: Shop
beforeAll(async () => {
  shop = await Shop.open()
})
afterAll(() => shop.close())

const tenant = 'default'
const register = (name: string, properties: object, more: object = {}) => {
  const { schema = {}, ...rest } = more as { schema?: object }
  const body = { name, baseType: 'ServiceOrder', schema: { properties, ...schema }, ...rest }
  return shop.context.types.register(body, tenant)
}
const placed = (more: JsonObject) => shop.create('ServiceOrder', order(more))
const refusal = async (action: Promise<unknown>) => {
  const { code, detail } = await rejectionOf(action)
  return [code, ...(detail.errorItem ?? []).map(({ path }) => path)]
}

describe('a document of a registered type', () => {
  beforeAll(async () => {
    await register(
      'ExpressOrder',
      {
        isExpress: { type: 'boolean' },
        courier: { type: 'object', properties: { name: { type: 'string' } }, required: ['name'] },
      },
      { schema: { required: ['isExpress', 'orderDate', 'id'] } },
    )
  })
  const express = { '@type': 'ExpressOrder', isExpress: true }

  test('has the attributes of the type, and keeps them', async () => {
    const { document } = await placed({ ...express, courier: { name: 'Hermes', phone: 1 } })
    const { document: stored } = await shop.read('ServiceOrder', document.id)
    expect(stored).toMatchObject({ ...express, courier: { name: 'Hermes', phone: 1 }, state: 'acknowledged' })
  })

  test('is refused where the schema finds it wrong, with all that is wrong', async () => {
    expect(await refusal(placed({ ...express, isExpress: 'yes' }))).toEqual(['invalidFormat', 'isExpress'])
    expect(await refusal(placed({ '@type': 'ExpressOrder', courier: {} }))).toEqual([
      'validationFailed',
      'courier.name',
      'isExpress',
    ])
  })

  test('need not bring what the server fills in, whatever the schema requires', async () => {
    expect((await placed(express)).document).toHaveProperty('orderDate')
  })

  test('has nothing that neither its page nor its schema names', async () => {
    expect(await refusal(placed({ ...express, isExpres: true }))).toEqual(['unknownAttribute', 'isExpres'])
    expect(await refusal(placed({ isExpress: true }))).toEqual(['unknownAttribute', 'isExpress'])
  })

  test('is judged by the schema again when it changes', async () => {
    const { document } = await placed({ ...express, courier: { name: 'Hermes' } })
    await shop.patch('ServiceOrder', document.id, { isExpress: false, courier: { name: 'Iris' } })
    expect(await refusal(shop.patch('ServiceOrder', document.id, { isExpress: 1 }))).toEqual([
      'invalidFormat',
      'isExpress',
    ])
    expect(await refusal(shop.patch('ServiceOrder', document.id, { isExpress: null }))).toEqual([
      'missingAttribute',
      'isExpress',
    ])
    expect(await refusal(shop.patch('ServiceOrder', document.id, { '@type': 'ServiceOrder' }))).toEqual([
      'attributeNotPatchable',
      '@type',
    ])
  })

  test('is judged by the schema when it is imported', async () => {
    const record = { id: 'so-e', ...order({ ...express, state: 'completed', orderDate: '2026-01-01' }) }
    expect(await shop.import('ServiceOrder', [record])).toMatchObject({ created: 1 })
    expect(await shop.import('ServiceOrder', [{ ...record, isExpress: false }])).toMatchObject({ changed: 1 })
    const wrong = await rejectionOf(shop.import('ServiceOrder', [{ ...record, isExpress: 1 }]))
    expect([wrong.code, wrong.message]).toEqual([
      'invalidFormat',
      expect.stringContaining('so-e): isExpress'),
    ])
  })
})

test('a type may extend a subtype, or another registered type, and has what they have', async () => {
  await register('Cabinet', { doors: { type: 'integer', minimum: 1 } }, { baseType: 'PhysicalResource' })
  await register(
    'StreetCabinet',
    { street: { type: 'string' } },
    { baseType: 'Cabinet', schema: { required: ['street'] } },
  )
  const cabinet = {
    '@type': 'StreetCabinet',
    name: 'C',
    serialNumber: 'SN',
    doors: 2,
    street: 'Dorset Street',
  }
  expect((await shop.create('Resource', cabinet)).document).toMatchObject(cabinet)
  expect(await refusal(shop.create('Resource', { ...cabinet, doors: 0 }))).toEqual(['invalidFormat', 'doors'])
  expect(await refusal(shop.create('Resource', { ...cabinet, street: null }))).toEqual([
    'missingAttribute',
    'street',
  ])
  expect(await refusal(placed(cabinet))).toEqual(['unknownType'])
})

test('a type may be open to anything', async () => {
  await register('LooseOrder', {}, { schema: { additionalProperties: true } })
  const { document } = await placed({ '@type': 'LooseOrder', colour: 'red' })
  expect(document).toMatchObject({ colour: 'red' })
})

describe('a document of a type that nobody knows', () => {
  const strange = { '@type': 'Strange', '@baseType': 'ServiceOrder' }

  test('is taken for one of its collection as long as it has nothing of its own', async () => {
    expect((await placed({ '@type': 'Strange' })).document).toMatchObject({ '@type': 'Strange' })
    const { document } = await placed({ ...strange, description: 'x' })
    await shop.patch('ServiceOrder', document.id, { description: 'y' })
    const { code, message } = await rejectionOf(placed({ ...strange, size: 3 }))
    expect([code, message]).toEqual([
      'unknownAttribute',
      expect.stringContaining("the type 'Strange' is not registered"),
    ])
  })

  test('is refused when its schema cannot be had', async () => {
    const located = { ...strange, '@schemaLocation': 'https://schemas.example/strange.json' }
    const { code, message } = await rejectionOf(placed({ ...located, size: 3 }))
    expect([code, message]).toEqual([
      'schemaNotAvailable',
      expect.stringContaining('have an administrator register'),
    ])
  })

  test('is refused when its type, or what it extends, belongs to another collection', async () => {
    expect(await refusal(placed({ '@type': 'Individual' }))).toEqual(['unknownType'])
    expect(await refusal(placed({ '@type': 'Strange', '@baseType': 'PhysicalResource' }))).toEqual([
      'unknownType',
    ])
  })

  test('may name the schema of a registered type, wherever that is served', async () => {
    await register(
      'Sized',
      { size: { type: 'integer' } },
      { schema: { $id: 'https://schemas.example/sized' } },
    )
    const ours = 'https://api.example.com/bss/goldthread/v1/type/Sized/schema'
    expect(
      (await placed({ ...strange, '@type': 'Big', '@schemaLocation': ours, size: 3 })).document,
    ).toMatchObject({ size: 3 })
    const named = { ...strange, '@type': 'Small', '@schemaLocation': 'https://schemas.example/sized' }
    expect(await refusal(placed({ ...named, size: 'x' }))).toEqual(['invalidFormat', 'size'])
  })
})

describe('a schema that is fetched', () => {
  const location = 'https://schemas.example/orders.json#/$defs/Fetched'
  const schema = { $defs: { Fetched: { properties: { size: { type: 'integer' } } } } }
  const fetched = { '@type': 'Fetched', '@baseType': 'ServiceOrder', '@schemaLocation': location }
  const fetching = (fetchSchema: (url: string) => Promise<string>) =>
    new Types(shop.context.database, shop.context.model.pages, { fetchSchema })

  test('is fetched once, and then known to all', async () => {
    const asked: string[] = []
    const types = fetching(async (url) => {
      asked.push(url)
      return JSON.stringify(schema)
    })
    const page = pageOf('ServiceOrder')
    const pages = await Promise.all([1, 2].map(() => types.pageOfSent(page, fetched, tenant)))
    expect(pages.map(({ type }) => type.name)).toEqual(['Fetched', 'Fetched'])
    expect(asked).toEqual(['https://schemas.example/orders.json'])
    expect((await placed({ ...fetched, size: 3 })).document).toMatchObject({ size: 3 })
    expect(await refusal(placed({ ...fetched, size: 'x' }))).toEqual(['invalidFormat', 'size'])
  })

  test.each([
    ['is no JSON', async () => '<html>', 'not valid JSON'],
    [
      'is no schema that can be used',
      async () => '{"$ref":"https://example.com"}',
      'leads out of the schema',
    ],
    ['is too large', async () => `{"title":"${'x'.repeat(2 ** 20)}"}`, 'at most 1048576 bytes'],
    ['does not come', () => Promise.reject(new Error('no answer in time')), 'no answer in time'],
  ])('is not available when it %s', async (_, source, why) => {
    const sent = { ...fetched, '@type': 'Another', '@schemaLocation': 'https://schemas.example/other' }
    const page = pageOf('ServiceOrder')
    const { code, message } = await rejectionOf(fetching(source).pageOfSent(page, sent, tenant))
    expect([code, message]).toEqual(['schemaNotAvailable', expect.stringContaining(why)])
  })
})

describe('a type is refused', () => {
  test.each<[why: string, body: object, found: string[]]>([
    ['without a name', { baseType: 'ServiceOrder', schema: {} }, ['missingAttribute', 'name']],
    [
      'that says more than is known',
      { name: 'A', baseType: 'ServiceOrder', schema: {}, x: 1 },
      ['unknownAttribute', 'x'],
    ],
    [
      'of a name that cannot stand in a path',
      { name: 'A/B', baseType: 'ServiceOrder', schema: {} },
      ['invalidFormat', 'name'],
    ],
    [
      'that extends what is not known',
      { name: 'A', baseType: 'ServiceOrdr', schema: {} },
      ['unknownType', 'baseType'],
    ],
    ['of a name that an API has', { name: 'Service', baseType: 'ServiceOrder', schema: {} }, ['duplicateId']],
    ['whose schema is none', { name: 'A', baseType: 'ServiceOrder', schema: 1 }, ['invalidSchema']],
    [
      'whose schema is too large',
      { name: 'A', baseType: 'ServiceOrder', schema: { title: 'x'.repeat(2 ** 20) } },
      ['bodyTooLarge'],
    ],
  ])('%s', async (_, body, found) => {
    expect(await refusal(shop.context.types.register(body, tenant))).toEqual(found)
  })

  test('that is registered already, by whichever of two is slower', async () => {
    const both = await Promise.allSettled([register('Twice', {}), register('Twice', {})])
    const [refused] = both.filter(({ status }) => status === 'rejected')
    expect(refused).toMatchObject({ reason: { code: 'duplicateId' } })
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })
})

describe('a type is removed', () => {
  const remove = (name: string) => shop.context.types.remove(name, tenant)

  test('and then unknown', async () => {
    await register('Gone', { size: { type: 'integer' } })
    await remove('Gone')
    expect(await refusal(placed({ '@type': 'Gone', size: 1 }))).toEqual(['unknownAttribute', 'size'])
    expect(await refusal(remove('Gone'))).toEqual(['resourceNotFound'])
  })

  test('only when no document is of it and no other type extends it', async () => {
    await register('Used', { size: { type: 'integer' } })
    await register('MoreUsed', {}, { baseType: 'Used' })
    const { document } = await placed({ '@type': 'MoreUsed', size: 1 })
    expect(await refusal(remove('Used'))).toEqual(['resourceReferenced'])
    expect((await rejectionOf(remove('MoreUsed'))).message).toContain(`ServiceOrder ${document.id} is one`)
  })

  test('not while a document of it is being created', async () => {
    await register('Held', { size: { type: 'integer' } })
    const { context } = shop
    const outcomes = await Promise.allSettled([
      ...Array.from({ length: 5 }, () => placed({ '@type': 'Held', size: 1 })),
      context.types.remove('Held', tenant),
    ])
    const isRemoved = outcomes.at(-1)?.status === 'fulfilled'
    const total = await shop.count('ServiceOrder', '@type=Held')
    // Whoever came first: there is a type as long as there is a document of it.
    expect(isRemoved).toBe(total === 0)
  })
})

test('every node hears of a type at once, and of its end', async () => {
  const database = new Database({ url: shop.context.url, connections: 2 })
  const pages = new Model(shop.context.model.apis).pages
  await database.open(pages)
  const other = new Types(database, pages)
  const page = pages.find(({ name }) => name === 'ServiceOrder')
  if (page === undefined) throw new Error('no page')
  const sent = { '@type': 'BusinessServiceOrder' }
  try {
    expect((await other.pageOfSent(page, sent, tenant)).type.name).toBe('ServiceOrder')
    await shop.context.types.register(businessServiceOrder, tenant)
    // Without waiting for the news: it looks before it says no.
    expect((await other.pageOfSent(page, sent, tenant)).type.name).toBe('BusinessServiceOrder')
    await shop.context.types.remove('BusinessServiceOrder', tenant)
    await eventually(async () => (await other.pageOfSent(page, sent, tenant)).type.name).toBe('ServiceOrder')
  } finally {
    await database.close()
  }
})
