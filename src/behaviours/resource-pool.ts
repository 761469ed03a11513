/**
 * TMF685: reservations set capacity of a pool aside, and never more than there is. Whoever takes from a pool holds it
 * locked, after the reservation; what a pool has promised is a number in it, so that nobody has to add up.
 */
import { type Document, refuse } from '../declare/index.ts'
import { Decimal } from '../derive/decimal.ts'
import { hoursOf } from '../derive/working-calendar.ts'
import type { Behaviour } from '../resources/behaviour.ts'
import type { Author } from '../resources/caller.ts'
import type { Work } from '../resources/work.ts'
import { findDocuments } from '../store/document-search.ts'
import { availability } from './availability-check.ts'
import { byPool, itemDemands } from './capacity-demand.ts'
import { changePool, freeIn, pool as kind, lockPools } from './pool-capacity.ts'
import { extract, push } from './pool-movement.ts'
import { reservations } from './reservation.ts'

/** The behaviours of pools, of what is reserved in them, and of the tasks about them. */
export function* resourcePools(): Iterable<readonly [string, Behaviour]> {
  yield [kind, pool]
  yield ['Reservation', reservations()]
  yield ['AvailabilityCheck', availability]
  yield ['Push', push]
  yield ['Extract', extract]
}

const pool: Behaviour = {
  onCreate: async (work, created, by) => {
    check(created)
    // An import brings a number that was counted elsewhere.
    if (created.reserved !== 0) await recount(work, created.id, by)
    check(work.get(kind, created.id))
  },
  onChange: async (_work, _before, after) => check(after),
  onRemove: async (_work, { id, reserved }) => {
    if (reserved === 0) return
    throw refuse('resourceReferenced', `Reservations hold ${reserved} of resourcePool ${id}: end those first`)
  },
}

function check(document: Document): void {
  hoursOf(document.calendar)
  if (!freeIn(document).isNegative && Number(document.capacity) >= 0) return
  const message = `capacity must not be less than 0, nor than the ${document.reserved} that is reserved`
  throw refuse('businessRuleViolated', message)
}

const mostCounted = 10_000

async function recount(work: Work, id: string, by: Author): Promise<void> {
  const { page } = work.model.homeOf('Reservation')
  const rows = await findDocuments(work.tx, page, {
    wanted: { reservationState: ['reserved'], 'reservationItem.resourceCapacity.resourcePool.id': [id] },
    except: [],
    limit: mostCounted,
    lock: false,
  })
  const counted = rows.map(({ doc }) => byPool(itemDemands(doc)).get(id) ?? Decimal.zero)
  await lockPools(work, new Map([[id, 'id']]))
  changePool(
    work,
    id,
    { reserved: counted.reduce((sum, amount) => sum.plus(amount), Decimal.zero).number },
    by,
  )
}
