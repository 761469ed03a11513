/** The values that queries and documents write as text: numbers and date-times (wire contract, section 9.3). */
import { isCalendarDay } from './schema.ts'

/** A decimal number, or undefined. */
export function readNumber(value: string): number | undefined {
  return /^[+-]?\d+(\.\d+)?([eE][+-]?\d{1,3})?$/.test(value.trim()) ? Number(value) : undefined
}

/** An instant as PostgreSQL keeps it: milliseconds since 1970, and the microseconds beyond. */
export type Instant = readonly [milliseconds: number, microseconds: number]

/**
 * The instants a date value stands for, as milliseconds: from the first up to, not including, the second.
 * A date alone stands for its UTC day; a date-time for that instant.
 */
export function readInstants(value: string): readonly [number, number] | undefined {
  const instant = readInstant(value)
  if (instant === undefined) return undefined
  const [from] = instant
  return [from, from + (isDayAlone(value) ? 86_400_000 : 1)]
}

/** The instant of a date-time, the first one of a day; undefined when it is none. */
export function readInstant(value: string): Instant | undefined {
  // A blank before the offset is a plus sign that was not encoded.
  const text = value.trim().replace(/(:\d\d(?:\.\d+)?) (\d\d:\d\d)$/, '$1+$2')
  if (!isCalendarDay(text)) return undefined
  if (isDayAlone(text)) return [Date.parse(`${text}T00:00:00Z`), 0]
  const parts = /^(\S{10})[Tt ](\d\d:\d\d)(:\d\d)?(\.\d+)?(?:[Zz]|([+-]\d\d):?(\d\d))?$/.exec(text)
  if (parts === null) return undefined
  const [, day, minute, second = ':00', fraction = '.0', hours = '+00', minutes = '00'] = parts
  const whole = Date.parse(`${day}T${minute}${second}${hours}:${minutes}`)
  if (Number.isNaN(whole)) return undefined
  const microseconds = roundedToEven(Number(`0${fraction}`) * 1_000_000)
  return [whole + Math.floor(microseconds / 1000), microseconds % 1000]
}

const isDayAlone = (value: string): boolean => /^\d{4}-\d\d-\d\d$/.test(value.trim())

/** As PostgreSQL rounds what is below a microsecond. */
function roundedToEven(value: number): number {
  const rounded = Math.round(value)
  return rounded - value === 0.5 && rounded % 2 === 1 ? rounded - 1 : rounded
}
