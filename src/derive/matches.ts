/** The executor in memory: decides whether a document is what a query asks for (wire contract, sections 9.3 and 10). */
import type { ResourcePage } from '../declare/index.ts'
import { compareMeasured, lengthsOf, type Measured } from './compare-operands.ts'
import type { Condition, Filter, Operand, Route, Test } from './condition.ts'
import { Effort } from './effort.ts'
import type { JsonObject } from './json.ts'
import { valuesAt } from './path.ts'
import { searchEffort } from './pattern-search.ts'
import { followHops, followPath, type Node } from './route.ts'
import { valueTest } from './value-test.ts'

/** Whether every group of the filter holds for a document. Throws `queryTooExpensive`. */
export function matches(
  page: ResourcePage,
  filter: Filter,
  document: JsonObject,
  effort: Effort = new Effort(),
): boolean {
  const scope = { page, document, element: document, effort }
  return filter.every((group) => group.some((test) => passes(scope, test)))
}

/** What a test is about: an element of a document, or the document itself. */
export interface Scope {
  readonly page: ResourcePage
  readonly document: JsonObject
  readonly element: unknown
  readonly effort: Effort
}

/** Whether an element passes a test. */
export function passes(scope: Scope, test: Test): boolean {
  scope.effort.spend(1)
  switch (test.is) {
    case 'condition':
      return holds(scope, test)
    case 'all':
      return test.tests.every((each) => passes(scope, each))
    case 'any':
      return test.tests.some((each) => passes(scope, each))
    case 'not':
      return !passes(scope, test.test)
    case 'some':
      return elementsAt(scope, test.route).some(({ value }) =>
        passes({ ...scope, element: value }, test.test),
      )
    case 'comparison':
      return compares(scope, test)
  }
}

function holds(scope: Scope, condition: Condition): boolean {
  const values = valuesOf(scope, condition.path)
  if (condition.patterns) scope.effort.spend(searchEffort(condition.patterns, values))
  return values.some(valueTest(condition)) !== condition.isNegated
}

function compares(scope: Scope, { left, order, right }: Test & { is: 'comparison' }): boolean {
  const [one, other] = [measured(scope, left), measured(scope, right)]
  scope.effort.spend(one.values.length * other.values.length)
  return compareMeasured(one, order, other)
}

/** The elements at the end of a route. */
function elementsAt(scope: Scope, { from, hops }: Route): Node[] {
  const start = from === 'root' ? scope.document : scope.element
  return followHops({ position: [], value: start }, hops, (test, element) =>
    passes({ ...scope, element }, test),
  )
}

/** The values at a path from an element. A document without a type has the type of its collection. */
function valuesOf({ page, document, element, effort }: Scope, path: readonly string[]): unknown[] {
  const found = valuesAt(element, path)
  effort.spend(found.length)
  const isType = element === document && path.length === 1 && path[0] === '@type'
  return isType && found.length === 0 ? [page.name] : found
}

/** The values at a path from the elements at the end of a route. */
export function nodeValues(scope: Scope, route: Route, path: readonly string[]): unknown[] {
  return elementsAt(scope, route).flatMap(({ value }) => valuesOf({ ...scope, element: value }, path))
}

function measured(scope: Scope, operand: Operand): Measured {
  if (operand.is === 'number') return { values: [operand.value], kind: 'number' }
  const { route, path, kind } = operand
  if (operand.is === 'values') return { values: nodeValues(scope, route, path), kind }
  const nodes = elementsAt(scope, route).flatMap((element) => followPath(element, path))
  return { values: lengthsOf(nodes.map(({ value }) => value)), kind: 'number' }
}
