import fc from 'fast-check'
import { expect, test } from 'vitest'
import { whereJsonEnds } from '../../src/http/malformed-json.ts'

test.each([
  ['{"a":1,}', 1, 8, "'}' where an attribute name in double quotes should be"],
  ['{"a":\n  nope}', 2, 3, "'n' where a value should be"],
  ['{"a" 1}', 1, 6, "'1' where a colon should be"],
  ['{"a":1 "b":2}', 1, 8, "'\"' where a comma or the end of the object or array should be"],
  ["{'a':1}", 1, 2, "''' where an attribute name in double quotes or } should be"],
  ['[1,2', 1, 5, 'the body ends where a comma or the end of the object or array should be'],
  ['{"a":"x', 1, 8, 'the body ends inside a string'],
  ['{"a":"\\x"}', 1, 7, 'a backslash that begins no escape'],
  ['{"a":"x\ty"}', 1, 8, 'the control character U+0009 inside a string must be escaped'],
  ['{}\n{}', 2, 1, "'{' where the end of the body should be"],
  ['{"a":01}', 1, 6, "'0' where a value should be"],
  ['[1}', 1, 3, "'}' where a comma or the end of the object or array should be"],
])('%j goes wrong in a place that is named', (text, line, column, problem) => {
  expect(whereJsonEnds(text)).toEqual({ line, column, problem })
})

test('a text cut off anywhere is malformed, at the latest where it ends', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.nat(), (value, at) => {
      const whole = JSON.stringify({ value })
      const cut = whole.slice(0, at % whole.length)
      const { line, column } = whereJsonEnds(cut)
      expect(line).toBe(1)
      // A number, a word or an escape that is cut off is at fault from its beginning on.
      expect(cut.slice(column - 1)).toMatch(/^\\?[-+.\w]*$/)
    }),
  )
})

test('whatever the engine does not parse has a place where it goes wrong', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'{}[]":,0123-.eE+tn \\\n') }), (text) => {
      fc.pre(!isJson(text))
      const { line, column } = whereJsonEnds(text)
      expect(column).toBeLessThanOrEqual((text.split('\n')[line - 1] ?? '').length + 1)
    }),
  )
})

test('a million open brackets are refused as fast as any other text', () => {
  expect(whereJsonEnds('['.repeat(1_000_000)).column).toBe(1_000_001)
})

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
