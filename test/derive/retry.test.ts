import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nextTry } from '../../src/orchestrator/retry.ts'

const now = '2026-03-01T09:00:00.000Z'
const policies = fc.record({
  first: fc.integer({ min: 1, max: 60_000 }),
  longest: fc.integer({ min: 1, max: 3_600_000 }),
  attempts: fc.integer({ min: 1, max: 2_000 }),
})
const chance = fc.double({ min: 0, max: 1, noNaN: true })

/** Milliseconds until the next attempt; undefined when there is none. */
function pause(
  policy: { readonly first: number; readonly longest: number; readonly attempts: number },
  tries: number,
  luck: number,
): number | undefined {
  const next = nextTry({ ...policy, chance: () => luck }, tries, now)
  return next === undefined ? undefined : Date.parse(next) - Date.parse(now)
}

describe('the next attempt', () => {
  test('comes later each time', () => {
    const policy = { first: 1_000, longest: 60_000, attempts: 9 }
    const pauses = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((tries) => pause(policy, tries, 0.5))
    expect(pauses).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000, undefined])
  })

  test('never comes sooner than the one before, with the same luck', () => {
    fc.assert(
      fc.property(policies, fc.nat(1_998), chance, (policy, more, luck) => {
        const tries = more + 1
        const [sooner, later] = [pause(policy, tries, luck), pause(policy, tries + 1, luck)]
        if (sooner !== undefined && later !== undefined) expect(later).toBeGreaterThanOrEqual(sooner)
      }),
    )
  })

  test('grows whatever the luck until it is at its longest', () => {
    fc.assert(
      fc.property(chance, chance, fc.integer({ min: 1, max: 10 }), (luck, other, tries) => {
        const policy = { first: 1_000, longest: 1_000 * 2 ** 11, attempts: 20 }
        expect(pause(policy, tries + 1, other)).toBeGreaterThan(pause(policy, tries, luck) ?? 0)
      }),
    )
  })

  test('keeps within a fifth of its longest pause', () => {
    fc.assert(
      fc.property(policies, fc.integer({ min: 1, max: 5_000 }), chance, (policy, tries, luck) => {
        const wait = pause(policy, tries, luck) ?? 0
        expect(wait).toBeGreaterThanOrEqual(0)
        expect(wait).toBeLessThanOrEqual(policy.longest * 1.2)
      }),
    )
  })

  test('does not come after the last', () => {
    fc.assert(
      fc.property(policies, fc.integer({ min: 1, max: 5_000 }), chance, (policy, tries, luck) => {
        expect(pause(policy, tries, luck) === undefined).toBe(tries >= policy.attempts)
      }),
    )
  })
})
