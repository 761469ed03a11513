/** Looks up what a JSONPath names in a page, and makes of it the tests that the executors run (section 10). */
import { type ResourcePage, refuse } from '../declare/index.ts'
import type { Hop, Operand, Order, Route, Test } from './condition.ts'
import type { Step, WrittenOperand, WrittenTest } from './json-path-syntax.ts'
import { readNumber } from './literal.ts'
import { fieldAt } from './path.ts'
import { readCondition, type Target } from './read-condition.ts'
import { type Attribute, attributeAt } from './target.ts'

/** Where in a page a JSONPath is read. */
export interface Place {
  readonly page: ResourcePage
  /** The path of the element at hand; empty for the document. */
  readonly base: readonly string[]
  readonly isInside: boolean
  /** Names the page does not have may be those of a subtype. */
  readonly allowsUnknown: boolean
}

/** A route and the path on from its end, as a place has them. */
export interface Way {
  readonly route: Route
  readonly path: readonly string[]
  /** Where the route ends. */
  readonly end: Place
}

const nothing: Test = { is: 'any', tests: [] }
const always: Test = { is: 'all', tests: [] }
const orders = { '==': 'eq', '<': 'lt', '<=': 'lte', '>': 'gt', '>=': 'gte' } as const
const turned = { eq: 'eq', lt: 'gt', lte: 'gte', gt: 'lt', gte: 'lte' } as const

/** Whether a path selects anything in a document. */
export function selectsTest(page: ResourcePage, steps: readonly Step[]): Test {
  return thereTest(wayOf({ page, base: [], isInside: false, allowsUnknown: false }, 'element', steps))
}

/** Takes steps apart into hops and the path that remains. */
export function wayOf(place: Place, from: Route['from'], steps: readonly Step[]): Way {
  const isFromRoot = from === 'root' && place.isInside
  const hops: Hop[] = []
  let path: string[] = []
  let at: Place = from === 'root' ? { ...place, base: [], isInside: false } : place
  for (const step of steps) {
    if (step.is === 'member') {
      path.push(nameOf(at, path, step))
      continue
    }
    at = { ...at, base: [...at.base, ...path], isInside: true }
    if (path.length > 0 && !place.allowsUnknown) attributeAt(place.page, at.base)
    // The document is no list, and the only element of itself.
    const element = at.base.length === 0 ? { ...at, isInside: false } : at
    if (step.is === 'where') hops.push({ path, pick: 'every', test: testOf(element, step.test) })
    else hops.push({ path, pick: step.is === 'index' ? step.index : 'every' })
    path = []
  }
  if (path.length > 0 && !place.allowsUnknown) attributeAt(place.page, [...at.base, ...path])
  return { route: { from: isFromRoot ? 'root' : 'element', hops }, path, end: at }
}

/** `@size` is the attribute `size`; where there is none, `@type` is `@type`. */
function nameOf({ page, base }: Place, path: readonly string[], step: Step & { is: 'member' }): string {
  const full = [...base, ...path, step.name]
  const isKnown = !step.hasNoDot || step.name.startsWith('@') || fieldAt(page, full).known === full.length
  const written = `@${step.name}`
  return !isKnown && fieldAt(page, [...base, ...path, written]).known === full.length ? written : step.name
}

/** The test of what a way leads to, at its end. */
function through({ route, end }: Way, test: (end: Place) => Test): Test {
  const hops = [...route.hops]
  const conditions: Test[] = []
  // On the document itself a predicate is a condition like any other.
  while (route.from === 'element' && hops[0]?.path.length === 0 && end.base.length === 0) {
    const { pick, test: own } = hops.shift() as Hop
    if (pick !== 'every' && pick !== 0 && pick !== -1) return nothing
    if (own) conditions.push(own)
  }
  const isWhole = hops.length === 0 && route.from === 'element'
  const last = test(end)
  const rest: Test = isWhole ? last : { is: 'some', route: { ...route, hops }, test: last }
  const tests = [...conditions, rest].filter((each) => each !== always)
  return tests.length === 1 && tests[0] ? tests[0] : { is: 'all', tests }
}

function thereTest(way: Way): Test {
  const { path, route } = way
  if (path.length === 0 && route.hops.length > 0) return through(way, () => always)
  return through(way, (end) => readCondition(targetOf(end, path), 'isnotnull', ['']))
}

function targetOf({ page, base, allowsUnknown }: Place, path: readonly string[]): Target {
  const full = [...base, ...path]
  const isUnknown = allowsUnknown && fieldAt(page, full).known < full.length
  const { kind, isMany } = isUnknown ? anyValue : attributeAt(page, full)
  return { path, name: full.join('.'), kind, isMany }
}

const anyValue: Attribute = { kind: 'any', isMany: true }

/** The test of a predicate, at the place of the element it is about. */
function testOf(place: Place, written: WrittenTest): Test {
  switch (written.is) {
    case 'all':
    case 'any':
      return { is: written.is, tests: written.tests.map((each) => testOf(place, each)) }
    case 'not':
      return { is: 'not', test: testOf(place, written.test) }
    case 'there':
      return thereTest(readWay(place, written.operand))
    case 'match': {
      const way = readWay(place, written.operand)
      const name = written.ignoresCase ? 'regexi' : 'regex'
      return through(way, (end) => readCondition(targetOf(end, way.path), name, [written.pattern]))
    }
    case 'compare':
      return comparisonTest(place, written)
  }
}

/** The way of an operand that must be a path. */
function readWay(place: Place, operand: WrittenOperand): Way {
  if (operand.is === 'literal' || operand.isLength)
    throw refuse('invalidJsonPath', 'A value and length() must be compared by ==, !=, <, <=, > or >=')
  return wayOf(place, operand.from, operand.steps)
}

function comparisonTest(place: Place, { left, symbol, right }: WrittenTest & { is: 'compare' }): Test {
  // What differs is what is not equal, also where there is no value (section 9.2).
  if (symbol === '!=')
    return { is: 'not', test: comparisonTest(place, { is: 'compare', left, symbol: '==', right }) }
  const order = orders[symbol]
  if (right.is === 'literal') return literalTest(place, left, order, right.value)
  if (left.is === 'literal') return literalTest(place, right, turned[order], left.value)
  return { is: 'comparison', left: operandOf(place, left), order, right: operandOf(place, right) }
}

function literalTest(
  place: Place,
  operand: WrittenOperand,
  order: Order,
  value: string | boolean | null,
): Test {
  if (operand.is === 'literal') throw refuse('invalidJsonPath', `Two values are compared; one must be a path`)
  if (value === null) {
    if (order !== 'eq') throw refuse('invalidJsonPath', 'null can be compared by == and != only')
    return { is: 'not', test: thereTest(readWay(place, operand)) }
  }
  if (operand.isLength) {
    const number = readNumber(String(value))
    if (number === undefined) throw refuse('invalidFilterValue', `'${value}' is no number, which length() is`)
    return {
      is: 'comparison',
      left: operandOf(place, operand),
      order,
      right: { is: 'number', value: number },
    }
  }
  const way = readWay(place, operand)
  return through(way, (end) => readCondition(targetOf(end, way.path), order, [String(value)]))
}

function operandOf(place: Place, operand: WrittenOperand & { is: 'path' }): Operand {
  const { route, path, end } = wayOf(place, operand.from, operand.steps)
  const isWhole = end.base.length === 0
  if (isWhole && (route.hops.length > 0 || path.length === 0 || path[0] === 'href')) {
    throw refuse('invalidJsonPath', 'The resource as a whole, and its href, cannot be compared or measured')
  }
  const { kind } = targetOf(end, path)
  return { is: operand.isLength ? 'length' : 'values', route, path, kind }
}
