/**
 * TMF685 `reservation`: holds capacity of pools from its creation until it is cancelled or `valid_for` is over, which
 * gives it back, or completed, which takes it out of the pool for good.
 */
import { type Document, refuse } from '../declare/index.ts'
import { Decimal } from '../derive/decimal.ts'
import type { JsonObject } from '../derive/json.ts'
import { readInstant } from '../derive/literal.ts'
import type { Behaviour } from '../resources/behaviour.ts'
import type { Author } from '../resources/caller.ts'
import { callWhenDue } from '../resources/due.ts'
import type { Work } from '../resources/work.ts'
import { lockPlan } from '../store/plans.ts'
import { byPool, type Demand, inWords, itemDemands } from './capacity-demand.ts'
import { changePool, lockPools, pool, setAside } from './pool-capacity.ts'

const kind = 'Reservation'

/** The behaviour of reservations. */
export function reservations(): Behaviour {
  const expireLater = (work: Work, { id, valid_for }: Document, by: Author) => {
    if (typeof valid_for === 'string') callWhenDue(work, { kind, id }, by, endOf(valid_for))
  }
  return {
    // The engine, which lets a reservation run out, takes the plan first too.
    beforeLock: async (work, id) => {
      await lockPlan(work.tx, kind, id)
    },
    onCreate: async (work, created, by) => {
      if (!isOpen(created) || itemDemands(created).length === 0) return
      if (isOver(created, work.now)) throw refuse('businessRuleViolated', 'valid_for is over already')
      await settle(work, undefined, created, by)
      expireLater(work, created, by)
    },
    onChange: async (work, before, after, by) => {
      await settle(work, before, after, by)
      if (isOpen(after) && before.valid_for !== after.valid_for) expireLater(work, after, by)
    },
    whenDue: async (work, id, by) => {
      await work.lock([{ kind, id }])
      const before = work.find(kind, id)
      if (before === undefined || !isOpen(before)) return undefined
      if (!isOver(before, work.now)) return endOf(String(before.valid_for ?? work.now))
      const after = work.change(work.model.homeOf(kind).page, id, { reservationState: 'expired' }, by)
      await settle(work, before, after, by)
      return undefined
    },
  }
}

const isOpen = ({ reservationState }: Document): boolean => reservationState === 'reserved'

const endOf = (validFor: string): string => new Date(readInstant(validFor)?.[0] ?? 0).toISOString()

const isOver = ({ valid_for }: Document, now: string): boolean =>
  typeof valid_for === 'string' && endOf(valid_for) <= now

/** Takes from the pools what a reservation holds now and did not before, and gives back the rest. */
async function settle(work: Work, before: Document | undefined, after: Document, by: Author): Promise<void> {
  const held = before && isOpen(before) ? byPool(itemDemands(before)) : new Map<string, Decimal>()
  const demands = isOpen(after) ? itemDemands(after) : []
  const wanted = byPool(demands)
  const isTakenOut = after.reservationState === 'completed'
  const paths = new Map([...held.keys()].map((id) => [id, 'reservationItem']))
  for (const demand of demands) paths.set(demand.pool, `${demand.path}.resourcePool.id`)
  if (paths.size === 0) return
  await lockPools(work, paths)
  for (const id of [...paths.keys()].sort()) {
    const before = held.get(id) ?? Decimal.zero
    setAside(work, id, (wanted.get(id) ?? Decimal.zero).minus(before), by)
    if (!isTakenOut) continue
    const capacity = Decimal.of(work.get(pool, id).capacity as number)
    changePool(work, id, { capacity: capacity.minus(before).number }, by)
  }
  const reservationItem = isOpen(after) ? applied(after, demands) : ended(before, after)
  work.change(work.model.homeOf(kind).page, after.id, { reservationItem }, by)
}

type Item = JsonObject & { appliedCapacityAmount?: JsonObject }

const itemsOf = ({ reservationItem }: Document): Item[] => (reservationItem ?? []) as Item[]

/** Each item says how much it holds. */
function applied(after: Document, demands: readonly (Demand & { readonly item: number })[]): Item[] {
  return itemsOf(after).map((item, index) => {
    const demand = demands.find((each) => each.item === index)
    if (demand === undefined) return item
    const appliedDemandAmount = inWords(demand.amount, demand.unit)
    return {
      ...item,
      subReservationState: 'reserved',
      appliedCapacityAmount: { ...item.appliedCapacityAmount, appliedDemandAmount },
    }
  })
}

/** Items of a reservation that is over, as they were when it was open. */
function ended(before: Document | undefined, after: Document): Item[] {
  const wasOfPool = new Set(before ? itemDemands(before).map(({ item }) => item) : [])
  return itemsOf(before ?? after).map((item, index) =>
    wasOfPool.has(index) ? { ...item, subReservationState: after.reservationState } : item,
  )
}
