/** What a query may cost (wire contract, sections 8, 9.5 and 27.12): each limit is kept, and hitting it costs little. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { costOf } from '../support/cost.ts'
import { importFixture, serviceOrders } from '../support/fixture.ts'
import { send, sendPlain } from '../support/http.ts'
import { startServer, type TestServer } from '../support/server.ts'

const item = { id: '1', action: 'add', service: {} }
let server: TestServer
beforeAll(async () => {
  server = await startServer()
  await importFixture(server.url)
  const json = [
    { '@type': 'ServiceOrder', id: 'so-long', description: 'a'.repeat(20_000), serviceOrderItem: [item] },
  ]
  const brought = await send(`${server.url}/goldthread/v1/import`, { method: 'POST', json })
  expect([brought.status, brought.text]).toEqual([200, brought.text])
})
afterAll(() => server.close())

const many = (count: number, piece: (index: number) => string, separator = '') =>
  Array.from({ length: count }, (_, index) => piece(index)).join(separator)
const encoded = encodeURIComponent
const ask = (query: string) => sendPlain(server.url, `${serviceOrders}?${query}`)

/** A query of a size, the largest size that is answered, and what is said of the next. */
const limits: readonly (readonly [
  what: string,
  query: (size: number) => string,
  most: number,
  said: string,
])[] = [
  ['conditions', (size) => many(size, (n) => `externalId.ne=${n}`, '&'), 50, '50 conditions'],
  ['values of a condition', (size) => `externalId=${many(size, String, ',')}`, 100, '100 values'],
  ['values of id', (size) => `id=${many(size, String, ',')}`, 500, '500 values'],
  ['names of a path', (size) => `${many(size - 1, () => 'serviceOrderItem', '.')}.id=1`, 10, '10 names'],
  ['characters of a pattern', (size) => `description.regex=${'a'.repeat(size)}`, 256, '256 characters'],
  [
    'characters of a JSONPath',
    (size) => `filter=${encoded(`$[?(@.state=='${'x'.repeat(size - 17)}')]`)}`,
    2048,
    '2048 characters',
  ],
  [
    'levels of a JSONPath',
    (size) => `filter=${encoded(`$[?${'('.repeat(size)}@.state=='held'${')'.repeat(size)}]`)}`,
    16,
    '16 deep',
  ],
  ['attributes to sort by', (size) => `sort=${many(size, () => 'id', ',')}`, 8, '8 attributes'],
]

describe.each(limits)('the number of %s', (_what, query, most, said) => {
  test('may be as large as its limit', async () => {
    const list = await ask(query(most))
    expect([list.status, list.text]).toEqual([200, list.text])
  })

  test('is refused by name when it is larger', async () => {
    const list = await ask(query(most + 1))
    expect([list.status, list.body.code]).toEqual([400, 'queryTooComplex'])
    expect(list.body.message).toContain(said)
  })
})

test('the links of a long query are as many as clients can take, and the next page is told last', async () => {
  const relationsOf = async (length: number) => {
    const list = await ask(`externalId.ne=${'x'.repeat(length)}&offset=1&limit=1`)
    expect(list.status).toBe(206)
    return [...(list.headers.get('link') ?? '').matchAll(/rel="(\w+)"/g)].map(([, relation]) => relation)
  }
  expect(await relationsOf(1_000)).toEqual(['self', 'first', 'prev', 'next', 'last'])
  expect(await relationsOf(3_000)).toEqual(['prev', 'next'])
  expect(await relationsOf(7_000)).toEqual(['next'])
  expect(await relationsOf(9_000)).toEqual([])
})

test('at most a hundred attributes are selected', async () => {
  expect((await ask(`fields=${many(100, (n) => `a${n}`, ',')}`)).status).toBe(200)
  const list = await ask(`fields=${many(101, (n) => `a${n}`, ',')}`)
  expect([list.status, list.body.code]).toEqual([400, 'invalidFields'])
})

describe('a query made to be expensive', () => {
  const parentheses = '('.repeat(10_000)

  test.each([
    [`description.regex=${parentheses}`, 'queryTooComplex'],
    [`filter=${parentheses}`, 'queryTooComplex'],
    [`filter=$[?${parentheses}`, 'queryTooComplex'],
    [`sort=${parentheses}`, 'queryTooComplex'],
    [`fields=${parentheses}`, 'invalidFields'],
    [`description.like=${parentheses}`, 'queryTooComplex'],
    [`description=${parentheses}`, 200],
    [`${parentheses}=1`, 'invalidQuery'],
    [`filter=${'['.repeat(2000)}`, 'invalidJsonPath'],
    [`filter=$[?(${'!'.repeat(2000)}@.id)]`, 'queryTooComplex'],
    [`filter=$[?(${many(200, () => '@.id', '&&')})]`, 'queryTooComplex'],
    [`filter=note${'[*]'.repeat(600)}`, 'queryTooComplex'],
    [`filter=note${'.note'.repeat(400)}`, 'queryTooComplex'],
    [`sort=note${'[0]'.repeat(600)}`, 'queryTooComplex'],
    [`fields=note${'[*]'.repeat(600)}`, 'queryTooComplex'],
    [`externalId=${','.repeat(10_000)}`, 'queryTooComplex'],
    [`externalId=${';'.repeat(10_000)}`, 'queryTooComplex'],
    [`${'&'.repeat(10_000)}`, 200],
    [`${many(1500, (n) => `_${n}=1`, '&')}`, 200],
  ])('costs little: %.30s', async (query, outcome) => {
    const cost = await costOf(async () => {
      const list = await ask(query)
      expect(list.status === 200 ? 200 : list.body.code).toBe(outcome)
    })
    // Far more than it takes, far less than anything that grows faster than the query.
    expect(cost).toBeLessThan(2_000)
  })

  test.each([
    '(a+)+$',
    '(a|a)*$',
    '(a*)*b',
    '(.*)*x',
    '^(([a-z])+.)+[A-Z]([a-z])+$',
    'a{100}{100}',
    '(x+x+)+y',
  ])('by the pattern %s costs no more than its text, or is refused', async (pattern) => {
    const began = performance.now()
    const list = await ask(`description.regex=${encoded(pattern)}`)
    if (list.status !== 200) expect([list.status, list.body.code]).toEqual([400, 'invalidPattern'])
    expect(performance.now() - began).toBeLessThan(3_000)
  })
})

describe('a path that names nothing', () => {
  test.each([
    'filter=stat[0]',
    'filter=stat[*]',
    "filter=stat[?(@.id=='1')]",
    'filter=note[0].stat',
    'filter=note.stat[0]',
  ])('is refused wherever it goes on: %s', async (query) => {
    const list = await ask(query)
    expect([list.status, list.body.code]).toEqual([400, 'unknownQueryAttribute'])
  })
})
