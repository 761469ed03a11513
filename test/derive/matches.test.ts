/** The two executors of a query, in memory and in SQL, must answer the same: what matches, and in which order. */
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { arrange } from '../../src/derive/arrange.ts'
import { parseQueryFilter } from '../../src/derive/query-filter.ts'
import { parseQuery } from '../../src/derive/query-string.ts'
import { parseSort } from '../../src/derive/sort.ts'
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
const value = `${item}.service.serviceCharacteristic.value`
const textPaths = [
  ...[
    'category',
    'description',
    'externalId',
    'relatedParty.id',
    'relatedParty.role',
    'note.text',
    '@type',
    'id',
  ],
  ...['relatedParty.@type', `${item}.service.name`, `${item}.service.serviceSpecification.id`, 'state'],
]
const datePaths = ['orderDate', 'requestedStartDate', 'note.date', `${item}.service.startDate`]
const openPaths = ['', '.unit', '.unit.unit', '.amount'].map((end) => value + end)
const numbers = fc.oneof(quantity.map(String), fc.constantFrom('500.0', '-0', '1e999', '0.5'))
const openValues = fc.oneof(
  text,
  fc.constantFrom('500.5', '0', '0.1', '1e21', '12345678901234567890', '1', 'false', '[object Object]'),
)
const lists = ['', '.eq', '.ne', '.in', '.nin']
const orderSymbols = ['.gt', '.gte', '.lt', '.lte', '>', '<=', '!=']
const insensitive = ['.eqi', '.nei']
const parts = ['contains', 'containsi', 'startswith', 'startswithi', 'endswith', 'endswithi'].map(
  (name) => `.${name}`,
)
const wildcards = fc.constantFrom('*', '%', '?', 'a*', '*e', '?', '?*?', '\\\\*', '*,*', 'ß', '*S', 'voice%')
const patterns = fc.constantFrom(
  ...[
    '^a',
    'b$',
    '^.$',
    '^[^a]+$',
    'ß|é',
    '[a-z]\\d?',
    '\\w',
    '\\s',
    '.\\n?b',
    '^(a|A)?$',
    '\\W',
    's{2}',
    '𝄞',
    '"',
  ],
)
const anyPath = [
  ...textPaths,
  ...datePaths,
  ...openPaths,
  'note',
  'relatedParty',
  `${item}.service`,
  `${item}.quantity`,
]
const conditions = fc.oneof(
  condition(textPaths, [...lists, ...insensitive], text),
  condition(textPaths, [...orderSymbols, ...parts], text, 1),
  condition(['relatedParty', 'note', `${item}.service`], lists, text),
  condition(['state', `${item}.state`], [...lists, ...insensitive], fc.constantFrom(...states, 'none')),
  condition(['@type'], lists, fc.constantFrom('ServiceOrder', 'BusinessServiceOrder', 'None')),
  condition(['id'], lists, fc.constantFrom('so-0', 'so-1', 'so-2', 'none')),
  condition(
    ['href'],
    lists,
    fc.constantFrom('0', '1', 'none').map((number) => hrefOf(`so-${number}`)),
  ),
  condition(datePaths, lists, date),
  condition(datePaths, orderSymbols, date, 1),
  condition([`${item}.quantity`], lists, numbers),
  condition([`${item}.quantity`], orderSymbols, numbers, 1),
  condition([`${item}.service.isBundle`], lists, fc.constantFrom('true', 'false')),
  condition(openPaths, [...lists, ...insensitive], openValues),
  condition(openPaths, [...orderSymbols, ...parts], openValues, 1),
  condition([...textPaths, ...openPaths, ...datePaths], ['.like', '.likei'], wildcards, 1),
  condition([...textPaths, ...openPaths], ['.regex', '.regexi', '=~', '*='], patterns, 1),
  condition(anyPath, ['.isnull', '.isnotnull'], fc.constantFrom('true', 'false', ''), 1),
  between(textPaths, text),
  between(datePaths, date),
  between([`${item}.quantity`], numbers),
  between(openPaths, openValues),
)

const comparisons = fc.constantFrom('==', '!=', '<', '<=', '>', '>=')
const quoted = (literal: fc.Arbitrary<string>) => literal.map((each) => JSON.stringify(each))
/** Tests of an element by its paths, for texts, dates and numbers. */
const testsOf = (element: {
  readonly texts: readonly string[]
  readonly dates: readonly string[]
  readonly numbers: readonly string[]
  readonly lists: readonly string[]
}): fc.Arbitrary<string> => {
  const compare = (paths: readonly string[], literal: fc.Arbitrary<string>) =>
    paths.length === 0
      ? []
      : [fc.tuple(fc.constantFrom(...paths), comparisons, literal).map((words) => words.join(' '))]
  const paths = [...element.texts, ...element.dates, ...element.numbers, ...element.lists]
  const same = (kind: readonly string[]) =>
    fc.constantFrom(...kind, ...(kind === element.texts ? ['$.category'] : []))
  const single = fc.oneof(
    ...compare(element.texts, quoted(text)),
    ...compare(element.dates, quoted(date)),
    ...compare(element.numbers, numbers),
    ...compare(
      element.lists.map((path) => `${path}.length()`),
      fc.constantFrom('0', '1', '2', '$.note.length()'),
    ),
    fc.constantFrom(...paths),
    fc.constantFrom(...paths).map((path) => `${path} == null`),
    fc.constantFrom(...element.texts).map((path) => `${path} =~ /^[ab]|E/i`),
    fc.tuple(same(element.texts), comparisons, same(element.texts)).map((words) => words.join(' ')),
    ...(element.dates.length < 2
      ? []
      : [fc.tuple(same(element.dates), comparisons, same(element.dates)).map((words) => words.join(' '))]),
  )
  const { test: all } = fc.letrec((tie) => ({
    test: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      single,
      tie('not') as fc.Arbitrary<string>,
      tie('both') as fc.Arbitrary<string>,
    ),
    not: (tie('test') as fc.Arbitrary<string>).map((each) => `!(${each})`),
    both: fc
      .tuple(
        tie('test') as fc.Arbitrary<string>,
        fc.constantFrom('&&', '||'),
        tie('test') as fc.Arbitrary<string>,
      )
      .map(([one, by, other]) => `(${one} ${by} ${other})`),
  }))
  return all as fc.Arbitrary<string>
}
const ofOrder = testsOf({
  texts: [
    '@.category',
    '@.description',
    '@.relatedParty.role',
    '@.note.text',
    '@.id',
    '@.@type',
    `@.${value}`,
  ],
  dates: ['@.orderDate', '@.requestedStartDate', '@.note.date'],
  numbers: [`@.${item}.quantity`],
  lists: ['@.note', '@.relatedParty', '@.category', `@.${item}`, `@.${value}`],
})
const ofParty = testsOf({
  texts: ['@.id', '@.role', '@role', '@["id"]'],
  dates: [],
  numbers: ['$.serviceOrderItem.quantity'],
  lists: ['@.role'],
})
const ofNote = testsOf({
  texts: ['@.text'],
  dates: ['@.date', '$.orderDate'],
  numbers: [`$.${item}[0].quantity`],
  lists: ['@.text'],
})
const ofItem = testsOf({
  texts: [
    '@.action',
    '@.service.name',
    '@.service.serviceCharacteristic[0].name',
    '@.service.serviceCharacteristic.value',
  ],
  dates: ['@.service.startDate', '$.orderDate'],
  numbers: ['@.quantity'],
  lists: ['@.service.serviceCharacteristic', '@.service.serviceCharacteristic.value', '@.service.name'],
})
const picks = fc.constantFrom('', '[*]', '[0]', '[-1]', '[1]')
const paths = fc.oneof(
  ofOrder.map((test) => `$[?(${test})]`),
  ofParty.map((test) => `relatedParty[?(${test})]`),
  fc.tuple(picks, ofNote).map(([pick, test]) => `note${pick}[?(${test})].date`),
  ofItem.map((test) => `$.${item}[?(${test})]`),
  fc.tuple(ofItem, ofParty).map(([one, other]) => `[?(@.${item}[?(${one})] || @.relatedParty[?(${other})])]`),
  fc
    .tuple(fc.constantFrom('note', 'relatedParty', `${item}.service.serviceCharacteristic`), picks)
    .map((words) => words.join('')),
)
const sortKeys = fc.oneof(
  fc.constantFrom(...textPaths, ...datePaths, ...openPaths, `${item}.quantity`, `${item}.service.isBundle`),
  fc.constantFrom('note[-1].date', `${item}[0].service.name`, `${value}[1]`),
  ofNote.map((test) => `note[?(${test})].text`),
)
const sorts = fc
  .array(fc.tuple(fc.constantFrom('', '-'), sortKeys), { minLength: 1, maxLength: 3 })
  .map((keys) => `sort=${encodeURIComponent(keys.map((key) => key.join('')).join(','))}`)
const filters = paths.map((path) => `filter=${encodeURIComponent(path)}`)
const attributes = fc
  .array(fc.tuple(conditions, fc.constantFrom('&', ';')), { minLength: 1, maxLength: 3 })
  .map((pieces) =>
    pieces.map(([piece, separator], index) => (index === 0 ? piece : separator + piece)).join(''),
  )
const queries = fc.oneof(
  { weight: 4, arbitrary: attributes },
  { weight: 3, arbitrary: filters },
  { weight: 1, arbitrary: fc.tuple(attributes, filters).map((both) => both.join('&')) },
)

function condition(
  names: readonly string[],
  operators: readonly string[],
  values: fc.Arbitrary<string>,
  most = 3,
): fc.Arbitrary<string> {
  const several = fc.array(values, { minLength: 1, maxLength: most })
  return fc
    .tuple(fc.constantFrom(...names), fc.constantFrom(...operators), several)
    .map(([path, operator, alternatives]) => {
      const symbol = /[=<>]$/.test(operator) ? operator : `${operator}=`
      return path + encodeURIComponent(symbol + alternatives.map(escaped).join(','))
    })
}

function between(names: readonly string[], values: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc.tuple(fc.constantFrom(...names), values, values).map(([path, from, until]) => {
    return `${path}.between=${encodeURIComponent(`${escaped(from)},${escaped(until)}`)}`
  })
}

function escaped(text: string): string {
  return text.replace(/[,;"\\]/g, '\\$&')
}

function hrefOf(id: string): string {
  return `https://host/tmf-api/serviceOrdering/v4/serviceOrder/${id}`
}

let context: FreshContext
beforeAll(async () => {
  context = await freshContext()
})
afterAll(() => context.drop())

function asked(page: typeof ServiceOrder, query: string) {
  const parsed = parseQuery(query)
  return {
    filter: parseQueryFilter(page, parsed),
    sort: parseSort(page, parsed.parameters.get('sort') ?? []),
  }
}

async function idsInSql(page: typeof ServiceOrder, query: string): Promise<string[]> {
  const window = { offset: 0, limit: 1_000 }
  const { rows, total } = await list(context, page, { ...asked(page, query), window }, caller)
  expect(rows).toHaveLength(total)
  return rows.map(({ id }) => id)
}

async function idsInMemory(page: typeof ServiceOrder, query: string): Promise<string[]> {
  const all = await list(context, page, { filter: [], window: { offset: 0, limit: 1_000 } }, caller)
  const entries = all.rows.map(({ id, text }, index) => {
    const document: JsonObject = { id, href: context.model.hrefOf(page, id), ...JSON.parse(text) }
    return { row: id, document, sequence: String(index).padStart(4, '0') }
  })
  return arrange(page, asked(page, query), entries).map(({ row }) => row)
}

describe('a query finds in the database what it finds in memory', () => {
  beforeAll(async () => {
    const generated = fc.sample(orders, { numRuns: 60, seed: 20_260_301 })
    const records = generated.map((document, index) => ({
      page: ServiceOrder,
      document: { ...document, id: `so-${index}` },
    }))
    expect(await importRecords(context, records, caller)).toMatchObject({ created: 60 })
  })

  /** How many documents are found by some queries: where that is none or all, nothing was compared. */
  const agree = async (arbitrary: fc.Arbitrary<string>, numRuns: number): Promise<number[]> => {
    const counts: number[] = []
    const agrees = async (query: string) => {
      const ids = await idsInSql(ServiceOrder, query)
      expect([query, ids]).toEqual([query, await idsInMemory(ServiceOrder, query)])
      counts.push(ids.length)
    }
    await fc.assert(fc.asyncProperty(arbitrary, agrees), { numRuns })
    return counts
  }
  const some = (counts: readonly number[]) => counts.filter((count) => count > 0 && count < 60)

  test('whatever the orders and the conditions are', { timeout: 120_000 }, async () => {
    expect(some(await agree(attributes, 300)).length).toBeGreaterThan(100)
  })

  test('whatever the JSONPath is', { timeout: 120_000 }, async () => {
    expect(some(await agree(filters, 300)).length).toBeGreaterThan(80)
  })

  test('in the same order, whatever that is', { timeout: 120_000 }, async () => {
    const sorted = fc
      .tuple(fc.option(queries, { nil: '' }), sorts)
      .map((both) => both.filter(Boolean).join('&'))
    expect((await agree(sorted, 150)).filter((count) => count > 1).length).toBeGreaterThan(60)
  })

  test('for every date-time against every other', { timeout: 60_000 }, async () => {
    for (const value of dates) {
      for (const operator of ['=', '>', '>=', '<', '<=']) {
        const query = `orderDate${operator}${encodeURIComponent(value)}`
        const ids = await idsInSql(ServiceOrder, query)
        expect([query, ids]).toEqual([query, await idsInMemory(ServiceOrder, query)])
      }
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
