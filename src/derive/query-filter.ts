/** All that a query asks of documents: its conditions on attributes and its JSONPaths (wire contract, sections 9 and 10). */
import { type ResourcePage, refuse } from '../declare/index.ts'
import type { Filter, Hop, Operand, Test } from './condition.ts'
import { parseFilter } from './filter.ts'
import { readJsonPaths } from './json-path-syntax.ts'
import { selectsTest } from './json-path-test.ts'
import type { ParsedQuery } from './query-string.ts'

const maxConditions = 50

/** The filter of a query. Throws what is wrong with it, or `queryTooComplex`. */
export function parseQueryFilter(page: ResourcePage, { parameters, conditions }: ParsedQuery): Filter {
  const attributes = parseFilter(page, conditions)
  const paths = parameters.get('filter')
  if (paths === undefined) return attributes
  const selected = paths.flatMap(readJsonPaths).map((steps) => selectsTest(page, steps))
  const filter = [...attributes, selected]
  if (filter.flat().reduce((sum, test) => sum + countOf(test), 0) > maxConditions)
    throw refuse('queryTooComplex', `A query may have at most ${maxConditions} conditions`)
  return filter
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
