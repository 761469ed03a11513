/** TMF685: how much of which pool is asked for, read from the words of a demand such as `10 lines`. */
import { refuse } from '../declare/index.ts'
import { Decimal } from '../derive/decimal.ts'
import type { JsonObject } from '../derive/json.ts'

/** A demand on a pool. */
export interface Demand {
  readonly pool: string
  readonly amount: Decimal
  /** What the amount is counted in, as it was written. */
  readonly unit: string
  /** Where in the body it stands. */
  readonly path: string
}

/** A demand as a body has it, asked for so many times; undefined when it names no pool. */
export function demandOf(capacity: unknown, path: string, times = 1): Demand | undefined {
  const { resourcePool, capacityDemandAmount } = (capacity ?? {}) as {
    resourcePool?: { id?: string }
    capacityDemandAmount?: string
  }
  if (resourcePool?.id === undefined) return undefined
  if (times < 1) throw refuse('invalidFormat', 'quantity must be 1 or more', finding('quantity'))
  const { amount, unit } = readAmount(capacityDemandAmount ?? '1', `${path}.capacityDemandAmount`)
  return { pool: resourcePool.id, amount: amount.times(Decimal.of(times)), unit, path }
}

/** An amount and its unit. Refuses (`invalidFormat`) what is not above zero. */
export function readAmount(text: string, path: string): { readonly amount: Decimal; readonly unit: string } {
  const [, digits, unit = ''] = /^\s*(\d{1,15}(?:\.\d{1,6})?)(?![\d.])\s*(.*)$/s.exec(text) ?? []
  const amount = digits === undefined ? undefined : Decimal.of(digits)
  if (amount?.isPositive) return { amount, unit }
  const message = 'must be a number above 0, and its unit if it has one'
  throw refuse('invalidFormat', `${path} ${message}`, finding(path, message))
}

/** An amount as text, with its unit. */
export const inWords = (amount: Decimal, unit: string): string =>
  unit === '' ? amount.text : `${amount.text} ${unit}`

/** The demands of the items of a reservation, each with the number of its item. */
export function itemDemands(reservation: JsonObject): (Demand & { readonly item: number })[] {
  const items = (reservation.reservationItem ?? []) as { quantity?: number; resourceCapacity?: unknown }[]
  return items.flatMap(({ quantity, resourceCapacity }, item) => {
    const demand = demandOf(resourceCapacity, `reservationItem[${item}].resourceCapacity`, quantity)
    return demand ? [{ ...demand, item }] : []
  })
}

/** How much is asked of each pool in all. */
export function byPool(demands: readonly Demand[]): Map<string, Decimal> {
  const sums = new Map<string, Decimal>()
  for (const { pool, amount } of demands) sums.set(pool, (sums.get(pool) ?? Decimal.zero).plus(amount))
  return sums
}

const finding = (path: string, message = 'is not usable') => ({
  errorItem: [{ code: 'invalidFormat' as const, path, message }],
})
