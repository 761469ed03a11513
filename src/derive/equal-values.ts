/** What a filter says an attribute must equal: for what can be looked up instead of being tested. */
import type { Condition, Filter, Test } from './condition.ts'

/** Whether a test is that an attribute, by its dotted path, equals one of some values. */
export function isEquality(test: Test, name: string): test is Condition {
  return test.is === 'condition' && test.operator === 'eq' && !test.isNegated && test.path.join('.') === name
}

/** The values one of which an attribute must have; undefined when the filter does not say so. */
export function equalValues(filter: Filter, name: string): string[] | undefined {
  const sets = filter.flatMap((group) => {
    const equalities = group.filter((test) => isEquality(test, name))
    const isSaid = group.length > 0 && equalities.length === group.length
    return isSaid ? [new Set(equalities.flatMap(({ values }) => values))] : []
  })
  const [first, ...others] = sets
  return first && [...first].filter((value) => others.every((set) => set.has(value)))
}
