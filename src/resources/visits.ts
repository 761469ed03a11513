/**
 * The one rule by which visits are booked, for clients of TMF646 and for field work of orders alike: at no moment are
 * there more visits than the field force has people. Its size and hours are those of the resource pool `fieldForce`
 * (TMF685), the usual ones while there is none. Bookings of the same day wait for each other.
 */
import { refuse } from '../declare/index.ts'
import { busiest, type Taken } from '../derive/agenda.ts'
import type { JsonObject } from '../derive/json.ts'
import { readInstant } from '../derive/literal.ts'
import { hoursOf, type Period, slotsIn, usualHours, type WorkingHours } from '../derive/working-calendar.ts'
import { longestVisit, visitsIn } from '../store/agenda.ts'
import { holdName } from '../store/document-search.ts'
import type { Work } from './work.ts'

interface FieldForce {
  readonly hours: readonly WorkingHours[]
  readonly capacity: number
}

/** The resource pool that says how many visits there may be at once, and when. */
const fieldForcePool = 'fieldForce'

const usualCapacity = 20
const day = 86_400_000
const week = 7 * day
/** How far ahead a free slot is looked for. */
const horizon = 26 * week
const alternatives = 3
/** How many weeks one search looks into. */
const mostWeeks = 60

/**
 * The time a visit takes, as its `validFor` says; undefined when that is open at one end, or so long that it cannot be
 * one person's visit.
 */
export function periodOf(validFor: unknown): Period | undefined {
  const { startDateTime, endDateTime } = (validFor ?? {}) as { startDateTime?: string; endDateTime?: string }
  const [starts, ends] = [momentOf(startDateTime), momentOf(endDateTime)]
  if (starts === undefined || ends === undefined || ends - starts > longestVisit) return undefined
  return { starts, ends }
}

/** A date-time as milliseconds since 1970. */
export function momentOf(dateTime: string | undefined): number | undefined {
  return dateTime === undefined ? undefined : readInstant(dateTime)?.[0]
}

/** A period as `validFor` has it. */
export function validFor({ starts, ends }: Period): { startDateTime: string; endDateTime: string } {
  return { startDateTime: new Date(starts).toISOString(), endDateTime: new Date(ends).toISOString() }
}

/**
 * Makes sure that a visit of this unit of work finds somebody, and that nobody else takes them until it is committed.
 * Throws `businessRuleViolated` when all are busy then, naming the next times at which somebody is free; a visit that
 * is over takes nobody.
 */
export async function bookVisit(work: Work, id: string, period: Period): Promise<void> {
  if (period.ends < period.starts) {
    throw refuse('businessRuleViolated', 'validFor.endDateTime must not be before validFor.startDateTime')
  }
  if (period.ends <= Date.parse(work.now)) return
  const force = await fieldForce(work)
  await holdDays(work, period)
  if (busiest(await taken(work, period, id), period) < force.capacity) return
  const free = await freeVisits(
    work,
    [{ starts: period.starts, ends: period.starts + 2 * week }],
    alternatives,
  )
  const named = free.map((each) => validFor(each))
  const instead = named.map(({ startDateTime }) => startDateTime).join(', ') || 'nothing within two weeks'
  throw refuse(
    'businessRuleViolated',
    `Nobody is free at that time any more; free from then on: ${instead}`,
    {
      errorItem: named.map(({ startDateTime, endDateTime }) => ({
        code: 'businessRuleViolated',
        path: 'validFor',
        message: `${startDateTime}/${endDateTime} is free`,
      })),
    },
  )
}

/** Slots of the calendar at which somebody is free, in periods looked through one after the other; at most so many. */
export async function freeVisits(work: Work, wanted: readonly Period[], atMost: number): Promise<Period[]> {
  const force = await fieldForce(work)
  const free: Period[] = []
  let weeks = 0
  for (const period of wanted) {
    for (const slice of weeksOf(period, Date.parse(work.now))) {
      if (free.length >= atMost || ++weeks > mostWeeks) return free.slice(0, atMost)
      const visits = await taken(work, { ...slice, ends: slice.ends + longestVisit })
      free.push(...slotsIn(force.hours, slice).filter((slot) => busiest(visits, slot) < force.capacity))
    }
  }
  return free.slice(0, atMost)
}

/** Books the first free slot from a moment on for a visit about to be created; undefined when there is none in sight. */
export async function bookFirstFree(work: Work, from: number): Promise<Period | undefined> {
  const force = await fieldForce(work)
  for (const slice of weeksOf({ starts: from, ends: from + horizon }, from)) {
    const period = { ...slice, ends: slice.ends + longestVisit }
    const seen = [...(await read(work, 'seen', period)), ...inHand(work, period)]
    for (const slot of slotsIn(force.hours, slice)) {
      if (busiest(seen, slot) >= force.capacity) continue
      await holdDays(work, slot)
      const held = [...(await read(work, 'held', slot)), ...inHand(work, slot)]
      if (busiest(held, slot) < force.capacity) return slot
    }
  }
  return undefined
}

/** What a unit of work, which may book many visits, has asked the database once. */
interface Asked {
  force: Promise<FieldForce> | undefined
  /** The days it has taken hold of, which are its own until it is over. */
  readonly days: Set<number>
  readonly visits: Map<string, Promise<Taken[]>>
}

const askedBy = new WeakMap<Work, Asked>()

function askedIn(work: Work): Asked {
  const asked = askedBy.get(work) ?? { force: undefined, days: new Set(), visits: new Map() }
  askedBy.set(work, asked)
  return asked
}

function fieldForce(work: Work): Promise<FieldForce> {
  const asked = askedIn(work)
  asked.force ??= readForce(work)
  return asked.force
}

async function readForce(work: Work): Promise<FieldForce> {
  await work.look([{ kind: 'ResourcePool', id: fieldForcePool }])
  const pool = work.find('ResourcePool', fieldForcePool)
  if (pool === undefined) return { hours: usualHours, capacity: usualCapacity }
  return { hours: hoursOf(pool.calendar), capacity: Number(pool.capacity ?? usualCapacity) }
}

/** The weeks of a period from now on, none of them beyond the horizon. */
function* weeksOf({ starts, ends }: Period, now: number): Iterable<Period> {
  const last = Math.min(ends, now + horizon)
  for (let at = Math.max(starts, now); at < last; at += week) {
    yield { starts: at, ends: Math.min(at + week, last) }
  }
}

/** Days are taken hold of in order, so that two bookings do not wait for each other. */
async function holdDays(work: Work, { starts, ends }: Period): Promise<void> {
  const { days } = askedIn(work)
  for (let at = Math.floor(starts / day); at * day < ends; at++) {
    if (!days.has(at)) await holdName(work.tx, `visits ${at}`)
    days.add(at)
  }
}

/** The visits in a period: those in the database, and those of this unit of work as they are in it. */
async function taken(work: Work, period: Period, except?: string): Promise<Taken[]> {
  const stored = await visitsIn(work.tx, period, work.idsOf('Appointment'))
  return [...stored, ...inHand(work, period, except)]
}

/** The visits of this unit of work in a period, as they are in it. */
function inHand(work: Work, { starts, ends }: Period, except?: string): Taken[] {
  return work.idsOf('Appointment').flatMap((id) => {
    const visit = id === except ? undefined : work.find('Appointment', id)
    const at = visit && isToCome(visit) ? periodOf(visit.validFor) : undefined
    return at && at.starts < ends && at.ends > starts ? [{ ...at, count: 1 }] : []
  })
}

/**
 * The visits in a period that the database has besides those in hand, read once: what is `held` changes for nobody else
 * until the unit of work is over, and what was only `seen` is looked at again once it is held.
 */
function read(work: Work, how: 'seen' | 'held', period: Period): Promise<Taken[]> {
  const { visits: known } = askedIn(work)
  const key = `${how} ${period.starts} ${period.ends}`
  const found = known.get(key) ?? visitsIn(work.tx, period, work.idsOf('Appointment'))
  known.set(key, found)
  return found
}

/** Whether a visit takes somebody's time: those that are over or off do not. */
export const isToCome = ({ status }: JsonObject): boolean =>
  status === 'initialized' || status === 'confirmed'
