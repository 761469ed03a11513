/** All that a query asks of documents: its conditions on attributes and its JSONPaths (wire contract, sections 9 and 10). */
import { Refusal, type ResourcePage, refuse } from '../declare/index.ts'
import type { Filter, Hop, Operand, Test } from './condition.ts'
import { parseFilter } from './filter.ts'
import { readJsonPaths } from './json-path-syntax.ts'
import { selectsTest } from './json-path-test.ts'
import type { ParsedQuery } from './query-string.ts'

const maxConditions = 50

/**
 * What a condition on an attribute that is not known does: it is refused, or holds for nothing, or is passed over (wire
 * contract, section 9.3).
 */
export type UnknownFilter = 'reject' | 'empty' | 'ignore'

/** The filter of a query. Throws what is wrong with it, or `queryTooComplex`. */
export function parseQueryFilter(
  page: ResourcePage,
  { parameters, conditions }: ParsedQuery,
  unknown: UnknownFilter = 'reject',
): Filter {
  const known =
    unknown === 'reject'
      ? conditions
      : conditions.filter((text) => ifKnown(unknown, () => parseFilter(page, [text])) !== undefined)
  // A group without a test holds for nothing.
  const unmet: Filter = unknown === 'empty' && known.length < conditions.length ? [[]] : []
  const attributes = [...unmet, ...parseFilter(page, known)]
  const paths = parameters.get('filter')
  if (paths === undefined) return attributes
  const written = paths.flatMap(readJsonPaths)
  const selected = written.flatMap((steps) => ifKnown(unknown, () => selectsTest(page, steps)) ?? [])
  const isPassedOver = unknown === 'ignore' && selected.length === 0
  const filter = isPassedOver ? attributes : [...attributes, selected]
  if (filter.flat().reduce((sum, test) => sum + countOf(test), 0) > maxConditions)
    throw refuse('queryTooComplex', `A query may have at most ${maxConditions} conditions`)
  return filter
}

/** What is read, or undefined where it names an attribute that is not known and that is no reason to refuse it. */
function ifKnown<T>(unknown: UnknownFilter, read: () => T): T | undefined {
  try {
    return read()
  } catch (error) {
    const isUnknown = error instanceof Refusal && error.code === 'unknownQueryAttribute'
    if (unknown === 'reject' || !isUnknown) throw error
    return undefined
  }
}

function countOf(test: Test): number {
  switch (test.is) {
    case 'all':
    case 'any':
      return test.tests.reduce((sum, each) => sum + countOf(each), 0)
    case 'not':
      return countOf(test.test)
    case 'some':
      return countOf(test.test) + countOfHops(test.route.hops)
    case 'comparison':
      return 1 + countOfOperand(test.left) + countOfOperand(test.right)
    case 'condition':
      return 1
  }
}

function countOfHops(hops: readonly Hop[]): number {
  return hops.reduce((sum, { test }) => sum + (test ? countOf(test) : 0), 0)
}

function countOfOperand(operand: Operand): number {
  return operand.is === 'number' ? 0 : countOfHops(operand.route.hops)
}
