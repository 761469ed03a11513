import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parseRecords } from '../../src/resources/import.ts'
import { refusalOf, rejectionOf } from '../derive/refusal.ts'
import { businessServiceOrder, fixture } from '../support/fixture.ts'
import { order, Shop } from './shop.ts'

let shop: Shop
beforeAll(async () => {
  shop = await Shop.open()
  await shop.context.types.register(businessServiceOrder, 'default')
})
afterAll(() => shop.close())

describe('an import', () => {
  test('keeps ids, states and dates, and tells of every document', async () => {
    expect(await shop.import('ServiceOrder', fixture)).toEqual({ created: 4, changed: 0, unchanged: 0 })
    const { document } = await shop.read('ServiceOrder', 'so-1003')
    expect(document).toMatchObject({ state: 'completed', orderDate: '2026-02-10T08:00:00.000Z' })
    expect(await shop.told('ServiceOrder', 'so-1003')).toEqual(['ServiceOrderCreateEvent@1'])
  })

  test('made again changes nothing and tells nothing', async () => {
    const before = await shop.events()
    expect(await shop.import('ServiceOrder', fixture)).toEqual({ created: 0, changed: 0, unchanged: 4 })
    expect(await shop.events()).toBe(before)
    expect((await shop.read('ServiceOrder', 'so-1001')).revision).toBe(1)
  })

  test('made again changes nothing where the server filled in what the records leave out', async () => {
    const records = [
      { id: 'tt-1', description: 'x', severity: 'high', ticketType: 'fault', note: [{ text: 'a' }] },
    ]
    expect(await shop.import('TroubleTicket', records)).toMatchObject({ created: 1 })
    const first = await shop.read('TroubleTicket', 'tt-1')
    expect(await shop.import('TroubleTicket', records)).toEqual({ created: 0, changed: 0, unchanged: 1 })
    expect(await shop.read('TroubleTicket', 'tt-1')).toEqual(first)
  })

  test('replaces a document whole, in whatever state it is', async () => {
    await shop.import('ServiceOrder', [{ id: 'so-1', ...order({ state: 'completed', description: 'x' }) }])
    const again = await shop.import('ServiceOrder', [{ id: 'so-1', ...order({ state: 'held' }) }])
    expect(again).toEqual({ created: 0, changed: 1, unchanged: 0 })
    const { document, revision } = await shop.read('ServiceOrder', 'so-1')
    expect([document.state, document.description, revision]).toEqual(['held', undefined, 2])
    expect(await shop.told('ServiceOrder', 'so-1')).toEqual([
      'ServiceOrderCreateEvent@1',
      'ServiceOrderAttributeValueChangeEvent@2',
      'ServiceOrderStateChangeEvent@2',
    ])
  })

  test('of what is new only leaves the rest as it is', async () => {
    await shop.import('Resource', [{ id: 'sim-1', name: 'SIM' }])
    const records = [
      { id: 'sim-1', name: 'Changed' },
      { id: 'sim-2', name: 'New' },
    ]
    const result = await shop.import('Resource', records, { onlyNew: true })
    expect(result).toEqual({ created: 1, changed: 0, unchanged: 1 })
    expect((await shop.read('Resource', 'sim-1')).document.name).toBe('SIM')
  })

  test('gives ids to those without', async () => {
    const before = await shop.count('Resource')
    expect(await shop.import('Resource', [{ name: 'a' }, { name: 'b' }])).toMatchObject({ created: 2 })
    expect(await shop.count('Resource')).toBe(before + 2)
  })

  test('that names a document twice keeps the last', async () => {
    const twice = [
      { id: 'twice', name: 'first' },
      { id: 'twice', name: 'last' },
    ]
    expect(await shop.import('Resource', twice)).toEqual({ created: 1, changed: 1, unchanged: 0 })
    expect((await shop.read('Resource', 'twice')).document.name).toBe('last')
  })

  test('stores no null', async () => {
    await shop.import('Resource', [
      { id: 'null', name: 'a', description: null, note: [{ text: 'x', author: null }] },
    ])
    const { document } = await shop.read('Resource', 'null')
    expect(document).not.toHaveProperty('description')
    expect(JSON.stringify(document)).not.toContain('null,')
  })
})

describe('an import is refused as a whole', () => {
  const refused = async (records: readonly Record<string, unknown>[]) => {
    const before = [await shop.events(), await shop.count('Resource')]
    const refusal = await rejectionOf(shop.import('Resource', records))
    expect([await shop.events(), await shop.count('Resource')]).toEqual(before)
    return (refusal.detail.errorItem ?? []).map(({ code, path }) => `${code} ${path}`)
  }

  test('when records are wrong, and names each', async () => {
    const records = [{ id: 'good', name: 'a' }, { id: 'bad' }, { name: 'b', colour: 'red' }]
    expect(await refused(records)).toEqual([
      'missingAttribute record 2 (Resource bad): name',
      'unknownAttribute record 3 (Resource ): colour',
    ])
  })

  test.each([5, '', 'a/b', 'a\tb', 'x'.repeat(256)])(
    'when an id is %j, which no path can hold',
    async (id) => {
      expect(
        await refused([
          { id: 'good', name: 'a' },
          { id, name: 'b' },
        ]),
      ).toEqual([expect.stringMatching(/^invalidFormat record 2 \(Resource .*\): id$/s)])
    },
  )
})

describe('records are read', () => {
  const records = [{ id: '1' }, { id: '2' }]

  test('from a JSON array, and from one JSON object a line', () => {
    expect(parseRecords(JSON.stringify(records))).toEqual(records)
    expect(parseRecords('\n{"id":"1"}\n\r\n  {"id":"2"}  \n')).toEqual(records)
    expect(parseRecords('')).toEqual([])
  })

  test.each([
    ['[{]', 'malformedJson', 'The array is not JSON'],
    ['{"id":"1"}\n{', 'malformedJson', 'Line 2 is not JSON'],
    ['[1]', 'invalidBody', 'must be a JSON object'],
    ['{"__proto__":{}}', 'invalidAttributeName', '__proto__'],
  ])('or refused: %j', (text, code, said) => {
    const refusal = refusalOf(() => parseRecords(text))
    expect(refusal.code).toBe(code)
    expect(refusal.message).toContain(said)
  })
})
