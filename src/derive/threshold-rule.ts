/** Whether a figure crosses a rule of a threshold (TMF649 `SimpleThresholdRule`). */
import type { JsonObject } from './json.ts'

const comparisons: Readonly<Record<string, (value: number, target: number) => boolean>> = {
  GT: (value, target) => value > target,
  GE: (value, target) => value >= target,
  LT: (value, target) => value < target,
  LE: (value, target) => value <= target,
  EQ: (value, target) => value === target,
  NEQ: (value, target) => value !== target,
}

/** The operators a rule may name. */
export const comparators: readonly string[] = Object.keys(comparisons)

export type Crossing = 'up' | 'down'

/**
 * Which way a figure crosses a rule: `up` at its upper value, `down` at its lower; undefined when it does not.
 * A rule without operators means above the upper value or below the lower. Operators that look inwards, such as `GE`
 * the lower and `LE` the upper, mean a figure between the two.
 */
export function crossingOf(rule: JsonObject, value: number): Crossing | undefined {
  const upper = comparisonWith(rule.conformanceTargetUpper, rule.conformanceComparatorUpper ?? 'GT', value)
  const lower = comparisonWith(rule.conformanceTargetLower, rule.conformanceComparatorLower ?? 'LT', value)
  const isInward =
    /^G/.test(String(rule.conformanceComparatorLower)) && /^L/.test(String(rule.conformanceComparatorUpper))
  if (isInward && (upper === false || lower === false)) return undefined
  if (upper) return 'up'
  return lower ? 'down' : undefined
}

/** Undefined when the rule has no such value. */
function comparisonWith(target: unknown, comparator: unknown, value: number): boolean | undefined {
  if (typeof target !== 'number') return undefined
  return comparisons[String(comparator)]?.(value, target)
}
