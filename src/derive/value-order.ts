/** How values compare (wire contract, sections 9.3 and 11): texts by code point, date-times as instants. */
import type { Instant } from './literal.ts'

/** Negative, zero or positive. The order of UTF-16, which JavaScript has, differs beyond U+FFFF. */
export function compareTexts(one: string, other: string): number {
  const length = Math.min(one.length, other.length)
  for (let index = 0; index < length; index++) {
    const [a, b] = [one.charCodeAt(index), other.charCodeAt(index)]
    // Half of a character beyond U+FFFF comes after all whole ones.
    if (a !== b) return isHalf(a) === isHalf(b) ? a - b : isHalf(a) ? 1 : -1
  }
  return one.length - other.length
}

const isHalf = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdfff

export function compareInstants(one: Instant, other: Instant): number {
  return one[0] - other[0] || one[1] - other[1]
}
