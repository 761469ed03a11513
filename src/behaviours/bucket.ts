/** What may be done to a prepaid bucket (TMF654), and what it then holds. */
import type { Document } from '../declare/index.ts'
import { Decimal } from '../derive/decimal.ts'
import type { JsonObject } from '../derive/json.ts'
import { readInstants } from '../derive/literal.ts'

/** What an action does to one bucket: to what is left in it, and to what of that is set aside. */
export interface Effect {
  readonly bucket: string
  readonly left: Decimal
  readonly setAside: Decimal
}

/** What an action takes a bucket to be. */
export interface Claim {
  readonly usageType: unknown
  readonly units: unknown
  /** The account it must belong to, if the action names one. */
  readonly account?: unknown
  /** Whether a bucket that has run out may be used: to fill it again, or to take something back. */
  readonly mayBeOver: boolean
}

interface Quantity {
  readonly amount?: number
  readonly units?: string
}

interface Period {
  readonly endDateTime?: string
}

/** Credit for a bucket, or a debit when negative. */
export const crediting = (bucket: string, left: Decimal): Effect => ({ bucket, left, setAside: Decimal.zero })

/** The contrary of an effect. */
export const undone = ({ bucket, left, setAside }: Effect): Effect => ({
  bucket,
  left: left.negated,
  setAside: setAside.negated,
})

/** What is left in a bucket, and what of it is set aside. */
function contentOf(bucket: JsonObject): { left: Decimal; setAside: Decimal } {
  const decimal = (value: unknown) => Decimal.of((value as Quantity | undefined)?.amount ?? 0)
  return { left: decimal(bucket.remainingValue), setAside: decimal(bucket.reservedValue) }
}

/** The unit a bucket is counted in. */
export function unitsOf(bucket: JsonObject): string | undefined {
  return (bucket.remainingValue as Quantity | undefined)?.units
}

/** When what is in a bucket, or what an action puts there, can no longer be used, in ISO; undefined when it always can. */
export function endOf({ validFor }: JsonObject): string | undefined {
  const end = (validFor as Period | undefined)?.endDateTime
  const instant = end === undefined ? undefined : readInstants(end)?.[0]
  return instant === undefined ? undefined : new Date(instant).toISOString()
}

/** Why an effect may not be had on a bucket, in words; undefined when it may. */
export function faultOf(
  bucket: Document | undefined,
  effect: Effect,
  claim: Claim,
  now: string,
): string | undefined {
  if (bucket === undefined) return `bucket ${effect.bucket} does not exist`
  const { id } = bucket
  const account = (bucket.partyAccount as { id?: string } | undefined)?.id
  if (bucket.usageType !== claim.usageType) return `bucket ${id} counts ${bucket.usageType}`
  if (claim.units !== undefined && unitsOf(bucket) !== undefined && claim.units !== unitsOf(bucket))
    return `bucket ${id} is counted in ${unitsOf(bucket)}`
  if (claim.account !== undefined && account !== undefined && claim.account !== account)
    return `bucket ${id} belongs to account ${account}`
  if (bucket.status === 'suspended') return `bucket ${id} is suspended`
  if (!claim.mayBeOver && (bucket.status === 'expired' || isOver(bucket, now)))
    return `bucket ${id} has expired`
  const { left, setAside } = contentOf(bucket)
  const free = left.minus(setAside)
  const change = effect.left.minus(effect.setAside)
  if (change.isNegative && free.plus(change).isNegative)
    return `bucket ${id} has ${free.text} ${unitsOf(bucket) ?? ''} to spend`
  return undefined
}

/** Whether the time a bucket can be used is over. */
export function isOver(bucket: JsonObject, now: string): boolean {
  const end = endOf(bucket)
  return end !== undefined && end <= now
}

/** What changes in a bucket by an effect. Refused when the sum has too many digits. */
export function after(bucket: JsonObject, effect: Effect, units: unknown): JsonObject {
  const { left, setAside } = contentOf(bucket)
  const unit = unitsOf(bucket) ?? units
  const quantity = (amount: Decimal): JsonObject => ({
    amount: amount.number,
    ...(unit === undefined ? {} : { units: unit }),
  })
  const remaining = left.plus(effect.left)
  return {
    remainingValue: quantity(remaining),
    remainingValueName: unit === undefined ? remaining.text : `${remaining.text} ${unit}`,
    reservedValue: quantity(setAside.plus(effect.setAside)),
  }
}
