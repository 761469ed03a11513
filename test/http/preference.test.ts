/** `Prefer`: how long a client waits (RFC 7240). */
import { expect, test } from 'vitest'
import { appliedPreference, preferenceOf } from '../../src/http/preference.ts'

const usual = 5_000

test.each([
  [undefined, 5_000, false],
  ['', 5_000, false],
  ['return=minimal', 5_000, false],
  ['respond-async', 0, true],
  ['Respond-Async; foo=bar', 0, true],
  ['wait=2', 2_000, false],
  ['wait = "2"', 2_000, false],
  ['wait=0', 0, false],
  ['respond-async, wait=10', 10_000, false],
  ['respond-async, wait=0', 0, true],
  ['wait=31', 30_000, false],
  ['wait=999999999', 30_000, false],
  ['wait=9999999999', 5_000, false],
  ['wait=-1', 5_000, false],
  ['wait=soon', 5_000, false],
  [['respond-async', 'wait=3'], 3_000, false],
])('%j waits %i ms, and wants a monitor anyway: %s', (header, wait, isAsynchronous) => {
  expect(preferenceOf(header, usual)).toMatchObject({ wait, isAsynchronous })
})

test('what was honoured is told', () => {
  const applied = (header: string, isMonitor: boolean) =>
    appliedPreference(preferenceOf(header, usual), { isMonitor })
  expect(applied('respond-async', true)).toBe('respond-async')
  expect(applied('respond-async, wait=1', true)).toBe('respond-async, wait=1')
  expect(applied('respond-async, wait=1', false)).toBe('wait=1')
  expect(applied('wait=1', true)).toBe('wait=1')
  expect(applied('', true)).toBeUndefined()
})
