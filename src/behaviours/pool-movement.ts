/** TMF685 `push` and `extract`: resources go into a pool, or out of it as far as nobody has reserved them. */
import { isDeepStrictEqual } from 'node:util'
import { type Document, refuse } from '../declare/index.ts'
import { Decimal } from '../derive/decimal.ts'
import type { JsonObject } from '../derive/json.ts'
import type { Behaviour } from '../resources/behaviour.ts'
import type { Work } from '../resources/work.ts'
import { readAmount } from './capacity-demand.ts'
import { changePool, freeIn, lockPools, pool } from './pool-capacity.ts'

interface Movement {
  readonly amount: Decimal
  readonly collections: readonly JsonObject[]
}

/** Adds capacity to a pool, and the groups of resources it does not hold yet. */
export const push: Behaviour = moving((held, { amount, collections }) => ({
  capacity: Decimal.of(held.capacity as number).plus(amount).number,
  resourceCollection: [...groupsIn(held), ...collections.filter((each) => !holds(held, each))],
}))

/** Takes capacity and groups of resources out of a pool. Refuses what is reserved or not there. */
export const extract: Behaviour = moving((held, { amount, collections }) => {
  const free = freeIn(held)
  if (free.isLessThan(amount)) {
    const message = `resourcePool ${held.id} has ${free.text} free: ${amount.text} cannot be taken out`
    throw refuse('businessRuleViolated', message)
  }
  const missing = collections.find((each) => !holds(held, each))
  if (missing) {
    const name = String(missing.name ?? missing.objectId ?? 'one').slice(0, 100)
    throw refuse(
      'businessRuleViolated',
      `resourcePool ${held.id} does not hold the resourceCollection ${name}`,
    )
  }
  const kept = groupsIn(held).filter((group) => !collections.some((each) => isDeepStrictEqual(each, group)))
  return { capacity: Decimal.of(held.capacity as number).minus(amount).number, resourceCollection: kept }
})

function moving(change: (held: Document, movement: Movement) => JsonObject): Behaviour {
  return {
    onCreate: async (work, task, by) => {
      const named = (task.resourcePool ?? {}) as { id?: string; resourceCollection?: JsonObject[] }
      if (named.id === undefined) return
      const movement = { amount: amountOf(task), collections: named.resourceCollection ?? [] }
      const held = await lockedPool(work, named.id)
      changePool(work, named.id, change(held, movement), by)
    },
  }
}

async function lockedPool(work: Work, id: string): Promise<Document> {
  await lockPools(work, new Map([[id, 'resourcePool.id']]))
  return work.get(pool, id)
}

function amountOf({ capacityAmount }: Document): Decimal {
  return typeof capacityAmount === 'string'
    ? readAmount(capacityAmount, 'capacityAmount').amount
    : Decimal.zero
}

const groupsIn = ({ resourceCollection }: Document): JsonObject[] =>
  (resourceCollection ?? []) as JsonObject[]

const holds = (held: Document, group: JsonObject): boolean =>
  groupsIn(held).some((each) => isDeepStrictEqual(each, group))
