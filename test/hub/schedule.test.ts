import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nextTry, readRetryAfter } from '../../src/hub/schedule.ts'
import { hour, minute, second } from './virtual-clock.ts'

const failure = (attempts: number, since = 0) => ({ attempts, firstTry: 0, now: since })

describe('a failed delivery', () => {
  test('is tried again after ever longer pauses, then hourly', () => {
    const pauses = [1, 2, 3, 4, 5, 6, 7, 8, 20].map((attempts) => nextTry(failure(attempts), () => 0.5))
    const hours = [hour, hour, hour]
    expect(pauses).toEqual([second, 5 * second, 30 * second, 2 * minute, 10 * minute, 30 * minute, ...hours])
  })

  test('is tried up to a fifth sooner or later, so that many do not come at once', () => {
    expect(nextTry(failure(4), () => 0)).toBe(96 * second)
    expect(nextTry(failure(4), () => 1)).toBe(144 * second)
  })

  test('is tried again within a fifth of the planned pause, and never later than a day after the first attempt', () => {
    const planned = (attempts: number) =>
      [second, 5 * second, 30 * second, 2 * minute, 10 * minute, 30 * minute][attempts - 1] ?? hour
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 0, max: 25 * hour }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (attempts, now, chance) => {
          const due = nextTry(failure(attempts, now), () => chance)
          if (due === undefined) expect(now + 1.2 * planned(attempts)).toBeGreaterThan(24 * hour)
          else {
            expect(due).toBeLessThanOrEqual(24 * hour)
            expect(Math.abs(due - now - planned(attempts))).toBeLessThanOrEqual(0.2 * planned(attempts) + 1)
          }
        },
      ),
    )
  })

  test('is given up a day after the first attempt', () => {
    expect(nextTry(failure(28, 23 * hour), () => 0.5)).toBe(24 * hour)
    expect(nextTry(failure(29, 23.5 * hour), () => 0.5)).toBeUndefined()
  })

  test('waits as long as the receiver asks, up to an hour', () => {
    expect(nextTry({ ...failure(1), retryAfter: 20 * minute }, () => 0.5)).toBe(20 * minute)
    expect(nextTry({ ...failure(1), retryAfter: 5 * hour }, () => 0.5)).toBe(hour)
    expect(nextTry({ ...failure(1), retryAfter: 0 }, () => 0.5)).toBe(second)
  })
})

test('Retry-After is read as seconds or as a date', () => {
  const now = Date.parse('2026-03-01T09:00:00Z')
  expect(readRetryAfter('120', now)).toBe(2 * minute)
  expect(readRetryAfter('Sun, 01 Mar 2026 09:05:00 GMT', now)).toBe(5 * minute)
  expect(readRetryAfter('Sun, 01 Mar 2026 08:00:00 GMT', now)).toBe(0)
  expect(readRetryAfter('soon', now)).toBeUndefined()
})
