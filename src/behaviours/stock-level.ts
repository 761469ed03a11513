/** TMF687: how much of a product is in stock, in sums that are exact. */
import { Decimal } from '../derive/decimal.ts'
import type { JsonObject } from '../derive/json.ts'

/** An amount and what it is counted in. */
export interface Quantity {
  readonly amount: Decimal
  readonly units: string | undefined
}

/** A quantity a task names; undefined for one without an amount, or with one that is not above zero and must be. */
export function quantityIn(
  value: unknown,
  sign: 'positive' | 'of either sign' = 'positive',
): Quantity | undefined {
  const { amount, units } = (value ?? {}) as { amount?: number; units?: string }
  if (amount === undefined || (sign === 'positive' && amount <= 0)) return undefined
  return { amount: Decimal.of(amount), units }
}

/** What is in a stock. */
export function levelOf(stock: JsonObject): Quantity {
  const { amount = 0, units } = (stock.productStockLevel ?? {}) as { amount?: number; units?: string }
  return { amount: Decimal.of(amount), units }
}

/** The level of a stock after a change; undefined when that cannot be: less than nothing, or other units. */
export function levelAfter(stock: JsonObject, change: Quantity): JsonObject | undefined {
  const level = levelOf(stock)
  if (!isAlike(level, change)) return undefined
  const amount = level.amount.plus(change.amount)
  return amount.isNegative ? undefined : quantity({ amount, units: level.units ?? change.units })
}

/** Whether a stock holds at least so much. */
export function holds(stock: JsonObject, wanted: Quantity): boolean {
  const level = levelOf(stock)
  return isAlike(level, wanted) && !level.amount.isLessThan(wanted.amount)
}

/** A quantity as documents have it. */
export function quantity({ amount, units }: Quantity): JsonObject {
  return { amount: amount.number, ...(units === undefined ? {} : { units }) }
}

const isAlike = (one: Quantity, other: Quantity): boolean =>
  one.units === undefined || other.units === undefined || one.units === other.units
