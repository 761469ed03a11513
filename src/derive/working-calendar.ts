/**
 * When people work, cut into slots that can be booked. A calendar is data (TMF674 `CalendarPeriod`): days in words,
 * hours on the clock of a time zone.
 */
import { refuse } from '../declare/index.ts'

/** A stretch of time in milliseconds since 1970; `ends` is not part of it. */
export interface Period {
  readonly starts: number
  readonly ends: number
}

/** Hours of work on some days of the week (Sunday is 0), in minutes of the local day. */
export interface WorkingHours {
  readonly days: ReadonlySet<number>
  readonly zone: string
  readonly opens: number
  readonly closes: number
}

const slotMinutes = 120
const dayLength = 86_400_000
const dayNames = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']

const weekdays = [1, 2, 3, 4, 5]

/** Weekdays from 08:00 to 18:00, where the server stands. */
export const usualHours: readonly WorkingHours[] = [
  {
    days: new Set(weekdays),
    // When first asked: to find it out loads the tables of all zones.
    get zone() {
      return localZone()
    },
    opens: 8 * 60,
    closes: 18 * 60,
  },
]

interface CalendarEntry {
  readonly day?: string
  readonly status?: string
  readonly timeZone?: string
  readonly hourPeriod?: readonly { readonly startHour?: string; readonly endHour?: string }[]
}

/** The hours a calendar stands for; the usual ones when it is empty. Refuses (`invalidFormat`) what it cannot read. */
export function hoursOf(calendar: unknown): readonly WorkingHours[] {
  const entries = (calendar ?? []) as readonly CalendarEntry[]
  if (entries.length === 0) return usualHours
  return entries.flatMap((entry, index) => {
    const at = `calendar[${index}]`
    if (entry.status !== undefined && entry.status !== 'available') {
      throw refuse(
        'invalidFormat',
        `${at}.status must be available: say when the pool works, the rest is closed`,
      )
    }
    const days = daysIn(entry.day ?? 'weekdays', at)
    const zone = zoneOf(entry.timeZone, at)
    return (entry.hourPeriod ?? [{}]).map(({ startHour = '08:00', endHour = '18:00' }) => {
      const [opens, closes] = [minutesOf(startHour, at), minutesOf(endHour, at)]
      if (opens < closes) return { days, zone, opens, closes }
      throw refuse('invalidFormat', `${at}.hourPeriod must start before it ends, on the same day`)
    })
  })
}

/** The slots that begin in a period, earliest first. */
export function slotsIn(hours: readonly WorkingHours[], { starts, ends }: Period): Period[] {
  const slots: Period[] = []
  const first = Math.floor(starts / dayLength) - 1
  const last = Math.floor(ends / dayLength) + 1
  for (let day = first; day <= last; day++) {
    const weekday = new Date(day * dayLength).getUTCDay()
    for (const { days, zone, opens, closes } of hours) {
      if (!days.has(weekday)) continue
      for (let at = opens; at < closes; at += slotMinutes) {
        const slot = {
          starts: instantOf(day * dayLength + at * 60_000, zone),
          ends: instantOf(day * dayLength + Math.min(at + slotMinutes, closes) * 60_000, zone),
        }
        if (slot.starts >= starts && slot.starts < ends) slots.push(slot)
      }
    }
  }
  return slots.sort((a, b) => a.starts - b.starts)
}

function daysIn(words: string, at: string): ReadonlySet<number> {
  const found = words
    .toLowerCase()
    .split(/\s*,\s*/)
    .flatMap((word) => {
      if (/^week-?days?$/.test(word)) return weekdays
      if (/^week-?ends?$/.test(word)) return [6, 0]
      if (/^(all week|every day|daily)$/.test(word)) return [0, ...weekdays, 6]
      const [from, to] = word.split(/\s*(?:-to-|-|–|\bto\b)\s*/).map(dayOf)
      if (from === undefined || from < 0 || (to ?? 0) < 0) {
        const wanted = 'weekdays, weekend, all week, or days such as monday or mon-to-fri'
        throw refuse('invalidFormat', `${at}.day must be ${wanted}`)
      }
      return to === undefined ? [from] : range(from, to)
    })
  return new Set(found)
}

/** The number of a day by its name or the first three letters of it; -1 when it is none. */
function dayOf(word: string): number {
  return word.length < 3 ? -1 : dayNames.findIndex((name) => name.startsWith(word))
}

function range(from: number, to: number): number[] {
  const length = ((to - from + 7) % 7) + 1
  return Array.from({ length }, (_, index) => (from + index) % 7)
}

function minutesOf(clock: string, at: string): number {
  const [, hour = '', minute = '0'] = /^(\d{1,2})(?::(\d\d))?$/.exec(clock.trim()) ?? []
  const minutes = Number(hour) * 60 + Number(minute)
  if (hour !== '' && Number(minute) < 60 && minutes <= 24 * 60) return minutes
  throw refuse('invalidFormat', `${at}.hourPeriod must have hours such as 08:00`)
}

function zoneOf(name: string | undefined, at: string): string {
  if (name === undefined) return localZone()
  try {
    clockOf(name)
    return name
  } catch {
    throw refuse('invalidFormat', `${at}.timeZone must be a zone such as Europe/Berlin`)
  }
}

/** The moment at which the clocks of a zone show a time, which is given as if it were UTC. */
function instantOf(shown: number, zone: string): number {
  const guess = shown - offsetAt(shown, zone)
  return shown - offsetAt(guess, zone)
}

/** How far the clocks of a zone are ahead of UTC at a moment. */
function offsetAt(moment: number, zone: string): number {
  if (zone === 'UTC') return 0
  const parts = Object.fromEntries(
    clockOf(zone)
      .formatToParts(moment)
      .map(({ type, value }) => [type, Number(value)]),
  )
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(moment / 1000) * 1000
}

const clocks = new Map<string, Intl.DateTimeFormat>()

/** A clock of a zone. Throws when there is no such zone. */
function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone)
  if (known) return known
  const numeric = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric' } as const
  const clock = new Intl.DateTimeFormat('en-US', {
    ...numeric,
    minute: 'numeric',
    second: 'numeric',
    hourCycle: 'h23',
    timeZone: zone,
  })
  // A zone has many spellings, which clients choose: only so many are kept.
  if (clocks.size < 100) clocks.set(zone, clock)
  return clock
}

let here: string | undefined

function localZone(): string {
  here ??= Intl.DateTimeFormat().resolvedOptions().timeZone
  return here
}
