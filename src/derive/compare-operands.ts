/** Compares what two paths of a JSONPath lead to (wire contract, section 10): any value of the one with any of the other. */
import type { FieldKind } from '../declare/index.ts'
import type { Order } from './condition.ts'
import { readInstant } from './literal.ts'
import { compareInstants, compareTexts } from './value-order.ts'
import { holds } from './value-test.ts'

/** The values of an operand. */
export interface Measured {
  readonly values: readonly unknown[]
  readonly kind: FieldKind
}

export function compareMeasured(left: Measured, order: Order, right: Measured): boolean {
  const areDates = left.kind === 'dateTime' && right.kind === 'dateTime'
  return left.values.some((one) =>
    right.values.some((other) => holds(differenceOf(one, other, areDates), order)),
  )
}

/** NaN when the two do not compare: values of different types, lists and parts, and which of true and false is more. */
function differenceOf(one: unknown, other: unknown, areDates: boolean): number {
  if (typeof one === 'number' && typeof other === 'number') return one < other ? -1 : one > other ? 1 : 0
  if (typeof one === 'boolean' && one === other) return 0
  if (typeof one !== 'string' || typeof other !== 'string') return Number.NaN
  if (!areDates) return compareTexts(one, other)
  const [a, b] = [readInstant(one), readInstant(other)]
  return a && b ? compareInstants(a, b) : Number.NaN
}

/** How long a value is: a list has elements, a text characters, nothing none. Other values have no length. */
export function lengthsOf(values: readonly unknown[]): number[] {
  if (values.length === 0) return [0]
  return values.flatMap((value) =>
    Array.isArray(value) ? [value.length] : typeof value === 'string' ? [[...value].length] : [],
  )
}
