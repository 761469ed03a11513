import { describe, expect, test } from 'vitest'
import { busiest } from '../../src/derive/agenda.ts'
import { hoursOf, slotsIn, usualHours } from '../../src/derive/working-calendar.ts'
import { refusalOf } from './refusal.ts'

const at = (text: string) => Date.parse(text)
const period = (starts: string, ends: string) => ({ starts: at(starts), ends: at(ends) })
const begins = (slots: readonly { starts: number }[]) =>
  slots.map(({ starts }) => new Date(starts).toISOString().slice(0, 16))

const berlin = (more = {}) => [
  { timeZone: 'Europe/Berlin', hourPeriod: [{ startHour: '08:00', endHour: '13:00' }], ...more },
]

describe('a working calendar', () => {
  test('has slots of two hours, and what is left of the day as the last one', () => {
    const slots = slotsIn(hoursOf(berlin()), period('2026-01-05T00:00Z', '2026-01-06T00:00Z'))
    expect(begins(slots)).toEqual(['2026-01-05T07:00', '2026-01-05T09:00', '2026-01-05T11:00'])
    expect(slots.at(-1)).toEqual(period('2026-01-05T11:00Z', '2026-01-05T12:00Z'))
  })

  test('follows the clocks of its zone into summer', () => {
    const slots = slotsIn(hoursOf(berlin()), period('2026-03-27T00:00Z', '2026-03-31T00:00Z'))
    expect(begins(slots).filter((_, index) => index % 3 === 0)).toEqual([
      '2026-03-27T07:00',
      '2026-03-30T06:00',
    ])
  })

  test('is closed at weekends unless it says otherwise', () => {
    const weekend = period('2026-01-10T00:00Z', '2026-01-12T00:00Z')
    expect(slotsIn(hoursOf(berlin()), weekend)).toEqual([])
    expect(slotsIn(hoursOf(berlin({ day: 'weekend' })), weekend)).toHaveLength(6)
    expect(slotsIn(hoursOf(berlin({ day: 'fri-to-sun' })), weekend)).toHaveLength(6)
    expect(slotsIn(hoursOf(berlin({ day: 'monday, Sunday' })), weekend)).toHaveLength(3)
  })

  test('gives the slots that begin in a period, earliest first', () => {
    const two = [...berlin({ hourPeriod: [{ startHour: '14', endHour: '16' }] }), ...berlin()]
    const slots = slotsIn(hoursOf(two), period('2026-01-05T08:00Z', '2026-01-05T18:00Z'))
    expect(begins(slots)).toEqual(['2026-01-05T09:00', '2026-01-05T11:00', '2026-01-05T13:00'])
  })

  test('is the usual one when nothing is said', () => {
    expect(hoursOf(undefined)).toBe(usualHours)
    expect(hoursOf([])).toBe(usualHours)
    const [only] = usualHours
    expect([...(only?.days ?? [])]).toEqual([1, 2, 3, 4, 5])
    expect([only?.opens, only?.closes]).toEqual([480, 1080])
  })

  test.each([
    [berlin({ day: 'someday' }), 'calendar[0].day'],
    [berlin({ day: 'm' }), 'calendar[0].day'],
    [berlin({ timeZone: 'Europe/Atlantis' }), 'calendar[0].timeZone'],
    [berlin({ status: 'closed' }), 'calendar[0].status'],
    [berlin({ hourPeriod: [{ startHour: '18:00', endHour: '08:00' }] }), 'calendar[0].hourPeriod'],
    [berlin({ hourPeriod: [{ startHour: 'noon' }] }), 'calendar[0].hourPeriod'],
    [berlin({ hourPeriod: [{ startHour: '08:75' }] }), 'calendar[0].hourPeriod'],
  ])('that cannot be read is refused: %j', (calendar, where) => {
    const refusal = refusalOf(() => hoursOf(calendar))
    expect(refusal.code).toBe('invalidFormat')
    expect(refusal.message).toContain(where)
  })
})

describe('the busiest moment', () => {
  const day = { starts: 0, ends: 100 }

  test('counts what goes on together, not what follows one another', () => {
    const taken = [
      { starts: 0, ends: 50, count: 2 },
      { starts: 50, ends: 100, count: 3 },
      { starts: 40, ends: 60, count: 1 },
    ]
    expect(busiest(taken, day)).toBe(4)
    expect(busiest(taken, { starts: 0, ends: 40 })).toBe(2)
  })

  test('looks at the period alone', () => {
    const taken = [
      { starts: -50, ends: 10, count: 1 },
      { starts: -50, ends: 0, count: 9 },
      { starts: 100, ends: 150, count: 9 },
    ]
    expect(busiest(taken, day)).toBe(1)
    expect(busiest([], day)).toBe(0)
  })
})
