/** TMF646: a visit is booked when somebody is free for it, and a search for times tells when that is. */
import type { Document } from '../declare/index.ts'
import type { Period } from '../derive/working-calendar.ts'
import type { Behaviour } from '../resources/behaviour.ts'
import type { Author } from '../resources/caller.ts'
import { bookVisit, freeVisits, isToCome, momentOf, periodOf, validFor } from '../resources/visits.ts'
import type { Work } from '../resources/work.ts'

/** The behaviours of appointments and of the search for free times. */
export function* appointmentBehaviours(): Iterable<readonly [string, Behaviour]> {
  yield [
    'Appointment',
    {
      onCreate: async (work, visit) => book(work, visit),
      onChange: async (work, before, after) => {
        if (isToCome(before) && JSON.stringify(before.validFor) === JSON.stringify(after.validFor)) return
        await book(work, after)
      },
    },
  ]
  yield ['SearchTimeSlot', { onCreate: answer }]
}

async function book(work: Work, visit: Document): Promise<void> {
  const period = periodOf(visit.validFor)
  if (period !== undefined && isToCome(visit)) await bookVisit(work, visit.id, period)
}

const mostSlots = 50
const week = 7 * 86_400_000

/** The free times among those wanted; when there are none, the next ones after them. */
async function answer(work: Work, search: Document, by: Author): Promise<void> {
  // An import may bring a search that has its answer.
  if (search.status !== 'inProgress') return
  const now = Date.parse(work.now)
  const wanted = wantedIn(search, now)
  const free = await freeVisits(work, wanted, mostSlots)
  const later = Math.max(now, ...wanted.map(({ ends }) => ends))
  const instead =
    free.length > 0 ? [] : await freeVisits(work, [{ starts: later, ends: later + 2 * week }], mostSlots)
  const slots = [...free, ...instead]
  const { page } = work.model.homeOf('SearchTimeSlot')
  work.change(
    page,
    search.id,
    {
      status: 'done',
      searchResult: free.length > 0 ? 'success' : slots.length > 0 ? 'alternative' : 'fail',
      availableTimeSlot: slots.map((slot, index) => ({ id: String(index + 1), validFor: validFor(slot) })),
    },
    by,
  )
}

const mostWanted = 50

/** The times a search asks about; the next two weeks when it names none. */
function wantedIn(search: Document, now: number): Period[] {
  const requested = (search.requestedTimeSlot ?? []) as readonly { readonly validFor?: Partial<WantedTime> }[]
  const named = requested
    .slice(0, mostWanted)
    .flatMap(({ validFor: { startDateTime, endDateTime } = {} }) => {
      const starts = momentOf(startDateTime) ?? now
      const ends = momentOf(endDateTime) ?? starts + week
      return ends > starts ? [{ starts, ends }] : []
    })
  return named.length > 0 ? named : [{ starts: now, ends: now + 2 * week }]
}

interface WantedTime {
  readonly startDateTime: string
  readonly endDateTime: string
}
