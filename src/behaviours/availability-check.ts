/** TMF685 `availabilityCheck`: how much of each demand could be reserved at this moment. */
import { Decimal } from '../derive/decimal.ts'
import type { JsonObject } from '../derive/json.ts'
import type { Behaviour } from '../resources/behaviour.ts'
import { demandOf, inWords } from './capacity-demand.ts'
import { freeIn, pool, requirePools } from './pool-capacity.ts'

/** The behaviour of the check. Demands on the same pool share what is free in it, the first ones first. */
export const availability: Behaviour = {
  onCreate: async (work, task, by) => {
    const asked = (task.resourceCapacityDemand ?? []) as JsonObject[]
    const demands = asked.flatMap((each, index) => demandOf(each, `resourceCapacityDemand[${index}]`) ?? [])
    if (demands.length === 0) return
    await work.look(demands.map(({ pool: id }) => ({ kind: pool, id })))
    requirePools(work, new Map(demands.map(({ pool: id, path }) => [id, `${path}.resourcePool.id`])))
    const free = new Map(demands.map(({ pool: id }) => [id, freeIn(work.get(pool, id))]))
    const met = demands.map(({ pool: id, amount }) => {
      const left = free.get(id) ?? Decimal.zero
      const given = left.isLessThan(amount) ? left : amount
      free.set(id, left.minus(given))
      return given
    })
    const isAll = demands.every(({ amount }, index) => met[index]?.equals(amount))
    const isSome = met.some((amount) => amount.isPositive)
    work.change(
      work.model.homeOf('AvailabilityCheck').page,
      task.id,
      {
        appliedCapacityAmount: demands.map(({ unit, path }, index) => ({
          appliedDemandAmount: inWords(met[index] ?? Decimal.zero, unit),
          resourceCapacityDemand: asked[Number(/\d+/.exec(path)?.[0])],
        })),
        availabilityResult: isAll ? 'available' : isSome ? 'partial' : 'unavailable',
      },
      by,
    )
  },
}
