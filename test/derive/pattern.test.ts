/** Patterns mean what the regular expressions of JavaScript mean, wherever they are in the subset. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hasPattern } from '../../src/derive/pattern-search.ts'
import { likePattern, parsePattern, textPattern } from '../../src/derive/pattern-syntax.ts'
import { expressions, subjects } from '../support/patterns.ts'
import { refusalOf } from './refusal.ts'

const exactly = { ignoresCase: false }
const has = (text: string, pattern: string) => hasPattern(text, parsePattern(pattern, exactly))

describe('a pattern', () => {
  test('is found where JavaScript finds it', () => {
    let found = 0
    const agrees = (expression: string, texts: readonly string[]) => {
      const pattern = parsePattern(expression, exactly)
      // What a dot stands for is said once: any character but line feed and carriage return.
      const javascript = new RegExp(expression.replace(/(?<!\\)\./g, '[^\\n\\r]'), 'u')
      for (const text of texts) {
        const isFound = hasPattern(text, pattern)
        expect([text, expression, isFound]).toEqual([text, expression, javascript.test(text)])
        if (isFound) found++
      }
    }
    fc.assert(fc.property(expressions, fc.array(subjects, { minLength: 1, maxLength: 5 }), agrees), {
      numRuns: 1000,
    })
    expect(found).toBeGreaterThan(300)
  })

  test.each([
    ['Fibre for Ada', '^Fibre', true],
    ['No Fibre', '^Fibre', false],
    ['PON-77', '-\\d{2}$', true],
    ['PON-777', '-\\d{2}$', false],
    ['a\nb', 'a.b', false],
    ['a\nb$', '^b', false],
    ['', '^$', true],
    ['x', '', true],
    ['a.b', 'a\\.b', true],
    ['axb', 'a\\.b', false],
    ['𝄞', '^.$', true],
    ['-', '[a-]', true],
    ['^', '[\\^]', true],
    ['é', '\\xe9|\\u00ea', true],
  ])('in %j: %s is there, %s', (text, pattern, isThere) => {
    expect(has(text, pattern)).toBe(isThere)
  })

  test('ignores case by simple folding', () => {
    const same = (text: string, pattern: string) =>
      hasPattern(text, parsePattern(pattern, { ignoresCase: true }))
    expect(same('STRASSE', '^strasse$')).toBe(true)
    expect(same('ΣΊΣΥΦΟΣ', 'σίσυφος')).toBe(true)
    expect(same('K', '[a-z]')).toBe(true)
    expect(same('B', '[^b]')).toBe(false)
    // Neither is simple: ß becomes two letters, and İ is of the Turkic languages.
    expect(same('STRASSE', 'straße')).toBe(false)
    expect(same('İ', 'i')).toBe(false)
  })

  test.each([
    ['(a)\\1', 'references back'],
    ['(?=a)', 'look-around'],
    ['(?<!a)b', 'look-around'],
    ['(?<name>a)', 'named groups'],
    ['(?i)a', 'flags'],
    ['\\bword', '\\b'],
    ['\\p{L}', '\\p'],
    ['a{101}', 'at most 100'],
    ['a{2,101}', 'at most 100'],
    ['a{3,2}', 'at most 100'],
    ['((a{20}){20}){2}', 'too large'],
    ['(^a)*', 'cannot be repeated'],
    ['a**', 'a repetition follows another'],
    ['*a', 'repeats nothing'],
    ['a{', '\\{'],
    ['(a', 'is not closed'],
    ['a)', 'opens nothing'],
    ['[a', 'is not closed'],
    ['[]', 'no characters'],
    ['[[:alpha:]]', '\\['],
    ['[b-a]', 'to a later one'],
    ['[\\d-z]', 'to a later one'],
    ['a\\', 'at the end'],
    ['\\x00', 'U+0000'],
  ])('%s is refused: %s', (pattern, said) => {
    const refusal = refusalOf(() => parsePattern(pattern, exactly))
    expect(refusal.code).toBe('invalidPattern')
    expect(refusal.message).toContain(said)
    expect(refusal.message).toMatch(/position \d+/)
  })

  test('is refused when it is long or deep, whatever it is', () => {
    expect(refusalOf(() => parsePattern('a'.repeat(257), exactly)).message).toContain('256')
    expect(refusalOf(() => parsePattern(`${'('.repeat(20)}a${')'.repeat(20)}`, exactly)).message).toContain(
      '16',
    )
    const anything = fc.string({ unit: 'binary', maxLength: 300 })
    const pieces = fc.array(
      fc.constantFrom('(', ')', '[', ']', '{', '}', '\\', '^', '$', '*', '+', '?', '|', '-', 'a', '1'),
    )
    const neverFails = (text: string) => {
      try {
        hasPattern('aa-11', parsePattern(text, exactly))
      } catch (error) {
        expect(error).toMatchObject({ status: 400 })
      }
    }
    fc.assert(
      fc.property(
        fc.oneof(
          anything,
          pieces.map((each) => each.join('')),
        ),
        neverFails,
      ),
      { numRuns: 1000 },
    )
  })

  test('that makes other engines go back and forth takes no longer for it', () => {
    const text = `${'a'.repeat(30_000)}b`
    for (const pattern of [
      '(a*)*c',
      '(a|a)*c',
      '(a|aa)+$',
      '(.*a){20}c',
      '(a|b)*a(a|b){50}c',
      '((a?){10}){10}c',
    ]) {
      const start = performance.now()
      expect([pattern, has(text, pattern)]).toEqual([pattern, false])
      expect(performance.now() - start).toBeLessThan(5_000)
    }
  })

  test('is in no text of more than 32 768 characters', () => {
    expect(has('a'.repeat(32_768), 'a$')).toBe(true)
    expect(has('a'.repeat(32_769), 'a')).toBe(false)
    expect(has('𝄞'.repeat(32_768), '𝄞$')).toBe(true)
    expect(has('𝄞'.repeat(32_769), '𝄞')).toBe(false)
  })
})

describe('wildcards', () => {
  test.each([
    ['broadband', '*band', true],
    ['broadband', 'band', false],
    ['broadband', 'br%d?and', true],
    ['100%', '100\\%', true],
    ['1000', '100\\%', false],
    ['a\nb', 'a?b', true],
    ['a\nb', 'a*', true],
    ['a.b', 'a.b', true],
    ['axb', 'a.b', false],
    ['', '*', true],
    ['', '?', false],
    ['a\\', 'a\\', true],
  ])('in %j: %s fits, %s', (text, pattern, fits) => {
    expect(hasPattern(text, likePattern(pattern, exactly))).toBe(fits)
  })
})

test('a text whatever its case is no pattern', () => {
  const whole = textPattern('a.B*', { start: true, end: true })
  expect(hasPattern('A.b*', whole)).toBe(true)
  expect(hasPattern('AxbB', whole)).toBe(false)
  expect(hasPattern('xA.b*', whole)).toBe(false)
  expect(hasPattern('xA.b*y', textPattern('a.B*', { start: false, end: false }))).toBe(true)
})
