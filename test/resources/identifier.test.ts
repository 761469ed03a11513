import { afterEach, describe, expect, test, vi } from 'vitest'
import { newEventId, newId } from '../../src/resources/identifier.ts'

afterEach(() => vi.useRealTimers())

const many = (count: number) => Array.from({ length: count }, () => newId('serviceOrder'))
const isSorted = (ids: readonly string[]) =>
  ids.every((id, index) => index === 0 || (ids[index - 1] ?? '') < id)

describe('an identifier', () => {
  test('begins with the initials of its collection and needs no encoding', () => {
    expect(newId('serviceOrder')).toMatch(/^so-[0-9a-z]{21}$/)
    expect(newId('cancelProductOrder')).toMatch(/^cpo-/)
    expect(newId('resource')).toMatch(/^r-/)
    expect(newEventId()).toMatch(/^e-[0-9a-z]{21}$/)
  })

  test('comes once, and sorts by when it was made', () => {
    const ids = many(100_000)
    expect(new Set(ids).size).toBe(ids.length)
    expect(isSorted(ids)).toBe(true)
  })

  test('sorts even if the clock stands still, or is set back', () => {
    vi.useFakeTimers()
    vi.setSystemTime('2100-01-01T00:00:00Z')
    const first = many(70_000)
    vi.setSystemTime('2099-01-01T00:00:00Z')
    const second = many(70_000)
    const ids = [...first, ...second]
    expect(new Set(ids).size).toBe(ids.length)
    expect(isSorted(ids)).toBe(true)
  })
})
