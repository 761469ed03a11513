/** What every change of a resource pool needs: the lock, and sums that are exact. */
import { type Document, refuse } from '../declare/index.ts'
import { Decimal } from '../derive/decimal.ts'
import type { JsonObject } from '../derive/json.ts'
import type { Author } from '../resources/caller.ts'
import type { Work } from '../resources/work.ts'

export const pool = 'ResourcePool'

/** How much of a pool nobody has reserved. */
export function freeIn({ capacity = 0, reserved = 0 }: JsonObject): Decimal {
  return Decimal.of(capacity as number).minus(Decimal.of(reserved as number))
}

/** Locks pools that a body names, each with where it does. Refuses (`referencedEntityNotFound`) those there are not. */
export async function lockPools(work: Work, named: ReadonlyMap<string, string>): Promise<void> {
  await work.lock([...named.keys()].map((id) => ({ kind: pool, id })))
  requirePools(work, named)
}

/** Refuses pools that are not in the unit of work. */
export function requirePools(work: Work, named: ReadonlyMap<string, string>): void {
  const missing = [...named].filter(([id]) => work.find(pool, id) === undefined)
  const [first] = missing
  if (first === undefined) return
  const errorItem = missing.map(([id, path]) => ({
    code: 'referencedEntityNotFound' as const,
    path,
    message: `there is no resourcePool '${id.slice(0, 300)}'`,
  }))
  throw refuse('referencedEntityNotFound', `${first[1]}: ${errorItem[0]?.message}`, { errorItem })
}

/** Changes a pool that is locked. */
export function changePool(work: Work, id: string, attributes: JsonObject, by: Author): Document {
  return work.change(work.model.homeOf(pool).page, id, attributes, by)
}

/** Sets an amount of a locked pool aside, or gives it back when it is negative. Refuses more than is free. */
export function setAside(work: Work, id: string, amount: Decimal, by: Author): void {
  const document = work.get(pool, id)
  const free = freeIn(document)
  if (free.isLessThan(amount)) {
    throw refuse(
      'businessRuleViolated',
      `resourcePool ${id} has ${free.text} free, ${amount.text} are asked for`,
    )
  }
  changePool(work, id, { reserved: Decimal.of(document.reserved as number).plus(amount).number }, by)
}
