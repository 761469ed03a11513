import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson } from '../../src/derive/canonical-json.ts'

test('the order of members and the blanks between them make no difference', () => {
  const [one, other] = ['{"b":[{"d":1,"c":null}],"a":1e0}', '{ "a": 1, "b": [ { "c": null, "d": 1.0 } ] }']
  expect(canonicalJson(JSON.parse(one))).toBe(canonicalJson(JSON.parse(other)))
})

test('the order of elements, and what is null or absent, do', () => {
  const texts = [[1, 2], [2, 1], [], {}, { a: null }, null, '1', 1, { a: [1] }, JSON.parse('{"__proto__":1}')]
  expect(new Set([...texts, undefined].map(canonicalJson)).size).toBe(texts.length + 1)
})

test('what is written reads as what it was', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      expect(JSON.parse(canonicalJson(JSON.parse(text)))).toEqual(JSON.parse(text))
    }),
  )
})
