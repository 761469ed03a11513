/** The two executors of the filter grammar, in memory and in SQL, must answer the same. */
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parseFilter, parseQuery } from '../../src/derive/filter.ts'
import { matches } from '../../src/derive/matches.ts'
import type { JsonObject } from '../../src/derive/validate.ts'
import { importRecords } from '../../src/resources/import.ts'
import { list } from '../../src/resources/read.ts'
import { type FreshContext, freshContext } from '../support/context.ts'
import { pageOf } from './pages.ts'

const ServiceOrder = pageOf('ServiceOrder')
const ProductOrder = pageOf('ProductOrder')
const rights = new Set(['client', 'engine'] as const)
const caller = { tenant: 'default', actor: 'test', correlationId: 'test', rights }

const texts = [
  ...['a', 'A', 'b', '', ' ', '500', '5e2', '500.0', 'true', 'null', 'voice,mobile', 'x;y', '"q"', "it's"],
  ...['back\\slash', '%', '_', 'ß', 'SS', 'é', 'e\u0301', '𝄞', '+1', '[1]', '{"id": "a"}', '$.id', 'a\nb'],
]
const dates = [
  ...[
    '2026-03-01',
    '2026-03-01T00:00:00Z',
    '2026-03-01T09:00:00Z',
    '2026-03-01T09:00',
    '2026-03-01t09:00:00z',
  ],
  ...[
    '2026-03-01 09:00:00',
    '2026-03-01T10:00:00+01:00',
    '2026-03-01T14:30:00+0530',
    '2026-02-28T23:59:59-15:59',
  ],
  ...['2026-03-01T09:00:00.0005Z', '2026-03-01T09:00:00.999999999Z', '2026-03-01T09:00:01Z', '2024-02-29'],
  ...[
    '0001-01-01T00:00:00+01:00',
    '0001-01-01',
    '9999-12-31',
    '9999-12-31T23:59:59-10:00',
    '1969-12-31T23:59:59.999Z',
  ],
]
const anything = [
  ...[500, 500.5, -0, 0.1, 1e21, 12_345_678_901_234_567_000, '500', '0', true, false, 'true', '', 'a'],
  ...[{ unit: 'a', amount: 500 }, { unit: { unit: 'b' } }, {}, [], [1, 'a'], [[1], ['a']], [{ unit: 'a' }]],
  ...[[[{ unit: 'b' }]], [500, '500', true]],
]
const states = Object.keys(ServiceOrder.lifecycle?.moves ?? {})
const text = fc.constantFrom(...texts)
const randomDate = fc
  .tuple(
    fc.date({ min: new Date('0002-01-01'), max: new Date('9998-12-31'), noInvalidDate: true }),
    fc.constantFrom('Z', '', '+00:00', '-07:00', '+05:45'),
    fc.constantFrom('', '.5', '.123', '.123456', '.1234567'),
  )
  .map(([date, offset, fraction]) => `${date.toISOString().slice(0, 19)}${fraction}${offset}`)
const date = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...dates) }, randomDate)
const quantity = fc.oneof(fc.constantFrom(0, 1, 2, 500, -1), fc.maxSafeInteger())

const withoutKeys = { requiredKeys: [] }
const service = fc.record(
  {
    name: text,
    isBundle: fc.boolean(),
    startDate: date,
    serviceSpecification: fc.record({ id: text, '@type': text }, { requiredKeys: ['id'] }),
    serviceCharacteristic: fc.array(fc.record({ name: text, value: fc.constantFrom<unknown>(...anything) }), {
      maxLength: 3,
    }),
  },
  withoutKeys,
)
const orders: fc.Arbitrary<JsonObject> = fc.record(
  {
    '@type': fc.constantFrom('ServiceOrder', 'BusinessServiceOrder'),
    state: fc.constantFrom(...states),
    category: text,
    description: text,
    externalId: text,
    orderDate: date,
    requestedStartDate: date,
    relatedParty: fc.array(fc.record({ id: text, role: text }, { requiredKeys: ['id'] }), { maxLength: 3 }),
    note: fc.array(fc.record({ text, date }, { requiredKeys: ['text'] }), { maxLength: 3 }),
    serviceOrderItem: fc
      .array(
        fc.record(
          { action: fc.constantFrom('add', 'delete'), quantity, service },
          { requiredKeys: ['action', 'service'] },
        ),
        { minLength: 1, maxLength: 3 },
      )
      .map((items) => items.map((each, index) => ({ id: String(index + 1), ...each }))),
  },
  { requiredKeys: ['serviceOrderItem'] },
)

const item = 'serviceOrderItem'
const conditions = fc.oneof(
  condition(
    ['category', 'description', 'externalId', 'relatedParty.id', 'relatedParty.role', 'note.text'],
    text,
  ),
  condition(['relatedParty', 'note', `${item}.service`, `${item}.service.name`, 'relatedParty.@type'], text),
  condition([`${item}.service.serviceSpecification.id`, `${item}.service.serviceSpecification.@type`], text),
  condition(['state', `${item}.state`], fc.constantFrom(...states, 'none')),
  condition(['@type'], fc.constantFrom('ServiceOrder', 'BusinessServiceOrder', 'None')),
  condition(['id'], fc.constantFrom('so-0', 'so-1', 'so-2', 'none')),
  condition(
    ['href'],
    fc.constantFrom('0', '1', 'none').map((number) => hrefOf(`so-${number}`)),
  ),
  condition(['orderDate', 'requestedStartDate', 'note.date', `${item}.service.startDate`], date),
  condition([`${item}.quantity`], fc.oneof(quantity.map(String), fc.constantFrom('500.0', '-0', '1e999'))),
  condition([`${item}.service.isBundle`], fc.constantFrom('true', 'false')),
  condition(
    ['', '.unit', '.unit.unit', '.amount'].map((end) => `${item}.service.serviceCharacteristic.value${end}`),
    fc.oneof(
      text,
      fc.constantFrom('500.5', '0', '0.1', '1e21', '12345678901234567890', '1', 'false', '[object Object]'),
    ),
  ),
)
const queries = fc
  .array(fc.tuple(conditions, fc.constantFrom('&', ';')), { minLength: 1, maxLength: 3 })
  .map((pieces) =>
    pieces.map(([piece, separator], index) => (index === 0 ? piece : separator + piece)).join(''),
  )

function condition(paths: readonly string[], value: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const values = fc.array(value, { minLength: 1, maxLength: 3 })
  return fc.tuple(fc.constantFrom(...paths), values).map(([path, alternatives]) => {
    const escaped = alternatives.map((each) => each.replace(/[,;"\\]/g, '\\$&')).join(',')
    return `${path}=${encodeURIComponent(escaped)}`
  })
}

function hrefOf(id: string): string {
  return `https://host/tmf-api/serviceOrdering/v4/serviceOrder/${id}`
}

let context: FreshContext
beforeAll(async () => {
  context = await freshContext()
})
afterAll(() => context.drop())

async function idsInSql(page: typeof ServiceOrder, query: string): Promise<string[]> {
  const filter = parseFilter(page, parseQuery(query).conditions)
  const { rows, total } = await list(context, page, { filter, window: { offset: 0, limit: 1_000 } }, caller)
  expect(rows).toHaveLength(total)
  return rows.map(({ id }) => id)
}

async function idsInMemory(page: typeof ServiceOrder, query: string): Promise<string[]> {
  const filter = parseFilter(page, parseQuery(query).conditions)
  const all = await list(context, page, { filter: [], window: { offset: 0, limit: 1_000 } }, caller)
  return all.rows
    .map(({ id, text }): JsonObject => ({ id, href: context.model.hrefOf(page, id), ...JSON.parse(text) }))
    .filter((document) => matches(page, filter, document))
    .map(({ id }) => String(id))
}

describe('a filter finds in the database what it finds in memory', () => {
  beforeAll(async () => {
    const generated = fc.sample(orders, { numRuns: 60, seed: 20_260_301 })
    const records = generated.map((document, index) => ({
      page: ServiceOrder,
      document: { ...document, id: `so-${index}` },
    }))
    expect(await importRecords(context, records, caller)).toMatchObject({ created: 60 })
  })

  test('whatever the orders and the filter are', { timeout: 60_000 }, async () => {
    let found = 0
    const agrees = async (query: string) => {
      const ids = await idsInSql(ServiceOrder, query)
      expect(ids).toEqual(await idsInMemory(ServiceOrder, query))
      found += ids.length
    }
    await fc.assert(fc.asyncProperty(queries, agrees), { numRuns: 150 })
    expect(found).toBeGreaterThan(150)
  })

  test('for every date-time against every other', { timeout: 60_000 }, async () => {
    for (const value of dates) {
      const query = `orderDate=${encodeURIComponent(value)}`
      expect([value, await idsInSql(ServiceOrder, query)]).toEqual([
        value,
        await idsInMemory(ServiceOrder, query),
      ])
    }
  })

  test('for every value of open type against every way to write it', async () => {
    const path = `${item}.service.serviceCharacteristic.value`
    for (const end of ['', '.unit', '.unit.unit', '.amount']) {
      for (const value of ['1', '0', '500', '500.5', '0.1', '1e21', 'true', 'false', 'a', 'b', '[1]', '{}']) {
        const query = `${path}${end}=${encodeURIComponent(value)}`
        expect([query, await idsInSql(ServiceOrder, query)]).toEqual([
          query,
          await idsInMemory(ServiceOrder, query),
        ])
      }
    }
  })

  test('where the value is a whole part, which equals no text', async () => {
    const document = {
      id: 'po-1',
      billingAccount: { id: 'a' },
      productOrderItem: [{ id: '1', action: 'add' }],
    }
    await importRecords(context, [{ page: ProductOrder, document }], caller)
    const query = `billingAccount=${encodeURIComponent('{"id": "a"}')}`
    expect(await idsInMemory(ProductOrder, query)).toEqual([])
    expect(await idsInSql(ProductOrder, query)).toEqual([])
    expect(await idsInSql(ProductOrder, 'billingAccount.id=a')).toEqual(['po-1'])
  })
})
