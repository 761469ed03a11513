import { describe, expect, test } from 'vitest'
import { secondsAfter, secondsOf } from '../../src/derive/granularity.ts'
import { crossingOf } from '../../src/derive/threshold-rule.ts'

describe('a rule of a threshold', () => {
  const limits = { conformanceTargetUpper: 80, conformanceTargetLower: 20 }

  test.each([
    [81, 'up'],
    [80, undefined],
    [20, undefined],
    [19.5, 'down'],
  ])('without operators is crossed outside its two values: %d goes %s', (value, way) => {
    expect(crossingOf(limits, value)).toBe(way)
  })

  test('whose operators look inwards is crossed between its two values', () => {
    const within = { ...limits, conformanceComparatorLower: 'GE', conformanceComparatorUpper: 'LE' }
    expect([19, 20, 50, 80, 81].map((value) => crossingOf(within, value))).toEqual([
      undefined,
      'up',
      'up',
      'up',
      undefined,
    ])
  })

  test.each([
    ['GE', 80, true],
    ['LT', 80, false],
    ['LE', 80, true],
    ['EQ', 80, true],
    ['NEQ', 80, false],
    ['NEQ', 1, true],
  ])('compares by %s', (comparator, value, isCrossed) => {
    const rule = { conformanceTargetUpper: 80, conformanceComparatorUpper: comparator }
    expect(crossingOf(rule, value) !== undefined).toBe(isCrossed)
  })

  test('without values is never crossed', () => {
    expect(crossingOf({ algorithmRef: 'https://a.example/z' }, 1)).toBeUndefined()
  })
})

describe('a granularity', () => {
  test.each([
    ['g_1mn', 60],
    ['G_15MN', 900],
    ['r_24h', 86_400],
    ['G_1D', 86_400],
  ])('%s has its seconds', (text, seconds) => expect(secondsOf(text)).toBe(seconds))

  test.each(['na', 'G_0MN', '5MN', 'G_99999MN', 'G_1X', '', undefined])('%s has none', (text) => {
    expect(secondsOf(text)).toBeUndefined()
  })

  test('leads from one moment to the next', () => {
    expect(secondsAfter('2026-03-01T23:59:30.000Z', 60)).toBe('2026-03-02T00:00:30.000Z')
  })
})
