/** The records of an import, taken out of a text that comes in pieces. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type RecordSplitter, splitArray, splitLines } from '../../src/derive/records.ts'

function split(splitter: RecordSplitter, text: string, size = text.length || 1): string[] {
  const records: string[] = []
  for (let at = 0; at < text.length; at += size) records.push(...splitter.push(text.slice(at, at + size)))
  return [...records, ...splitter.end()]
}

const objects = fc.array(fc.dictionary(fc.string(), fc.jsonValue()))

test('the elements of any array come out as they went in, however it is cut', () => {
  fc.assert(
    fc.property(
      objects,
      fc.integer({ min: 1, max: 9 }),
      fc.constantFrom(undefined, 2),
      (records, size, indent) => {
        const taken = split(splitArray(), JSON.stringify(records, null, indent), size)
        expect(taken.map((text) => JSON.parse(text))).toEqual(JSON.parse(JSON.stringify(records)))
      },
    ),
  )
})

test('the records of lines come out as they went in, however they are cut', () => {
  fc.assert(
    fc.property(
      objects,
      fc.integer({ min: 1, max: 9 }),
      fc.constantFrom('\n', '\r\n', '\n\n'),
      (records, size, end) => {
        const taken = split(splitLines(), records.map((record) => JSON.stringify(record)).join(end), size)
        expect(taken.map((text) => JSON.parse(text))).toEqual(JSON.parse(JSON.stringify(records)))
      },
    ),
  )
})

describe('what is no array of objects is refused', () => {
  test.each([
    '',
    '[',
    '[{}',
    '[{},',
    '[{},]',
    '[{}{}]',
    '[1]',
    '["x"]',
    '{}',
    '[{}]{}',
    'null',
    ',[{}]',
    '[,{}]',
  ])('%j', (text) => {
    expect(() => split(splitArray(), text, 1)).toThrow(expect.objectContaining({ code: 'malformedJson' }))
  })
})

test('a record that does not end is given up before it fills the memory', () => {
  const piece = 'x'.repeat(2 ** 20)
  for (const [splitter, start] of [
    [splitArray(), '[{"a":"'],
    [splitLines(), ''],
  ] as const) {
    splitter.push(start)
    expect(() => {
      for (let pieces = 0; pieces < 12; pieces++) splitter.push(piece)
    }).toThrow(expect.objectContaining({ code: 'limitReached' }))
  }
})
