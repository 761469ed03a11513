import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { numbered, type Retired, retire } from '../../src/derive/item-numbers.ts'
import type { JsonObject } from '../../src/derive/json.ts'
import { pageOf } from './pages.ts'

const page = pageOf('ServiceOrder')
const notes = (...ids: string[]): JsonObject => ({ note: ids.map((id) => ({ id })) })
const given = (items: JsonObject[], before?: unknown, retired?: Retired[string]) =>
  numbered(items, before, retired).map(({ id }) => id)

describe('the numbers of items that are gone', () => {
  test('are remembered as ranges that grow together', () => {
    const first = retire(page, undefined, notes('1', '2', '5', 'x'), notes('1'))
    expect(first).toEqual({
      note: [
        [2, 2],
        [5, 5],
      ],
    })
    expect(retire(page, first, notes('1', '3', '4'), notes())).toEqual({ note: [[1, 5]] })
  })

  test('are not remembered where nothing has gone', () => {
    expect(retire(page, undefined, notes('1'), notes('1', '2'))).toBeUndefined()
    expect(retire(page, null, notes('x'), {})).toBeUndefined()
    expect(retire(page, undefined, {}, notes('1'))).toBeUndefined()
  })

  test('stay few, whatever a client does: the lowest grow together', () => {
    const odd = Array.from({ length: 300 }, (_, index) => String(2 * index + 1))
    const ranges = retire(page, undefined, notes(...odd), {})?.note ?? []
    expect(ranges).toHaveLength(101)
    expect([ranges[0], ranges.at(-1)]).toEqual([
      [1, 399],
      [599, 599],
    ])
  })

  test('pass over what is no number of ours', () => {
    const ids = ['0', '01', '-1', '1.5', '1e3', '9999999999', '']
    expect(retire(page, undefined, notes(...ids), {})).toBeUndefined()
  })
})

describe('an item without an id', () => {
  test('gets the smallest number that is free', () => {
    expect(given([{}, { id: '1' }, {}])).toEqual(['2', '1', '3'])
    expect(given([{}], [{ id: '1' }])).toEqual(['2'])
    expect(
      given(
        [{}, {}],
        [{ id: '3' }],
        [
          [1, 2],
          [5, 9],
        ],
      ),
    ).toEqual(['4', '10'])
  })

  test('never gets one twice, however items come and go', () => {
    const step = fc.record({ keep: fc.array(fc.boolean(), { maxLength: 6 }), more: fc.nat(3) })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        const seen = new Set<unknown>()
        let [document, retired]: [JsonObject, Retired | undefined] = [{ note: [] }, undefined]
        for (const { keep, more } of steps) {
          const before = document.note as JsonObject[]
          const kept = before.filter((_item, index) => keep[index])
          const after = [...kept, ...Array.from({ length: more }, () => ({}))]
          retired = retire(page, retired, document, { note: after })
          const items = numbered(after, before, retired?.note)
          for (const { id } of items.slice(kept.length)) {
            expect(seen.has(id)).toBe(false)
            seen.add(id)
          }
          document = { note: items }
        }
        expect([...seen].map(Number).sort((a, b) => a - b)).toEqual([...seen].map((_id, index) => index + 1))
      }),
    )
  })
})
