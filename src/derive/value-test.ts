/** The test a condition makes of a single value, in memory. */
import type { Condition, Order } from './condition.ts'
import { pathOf } from './link-path.ts'
import { readInstants, readNumber } from './literal.ts'
import { hasPattern } from './pattern-search.ts'
import { compareTexts } from './value-order.ts'

type ValueTest = (value: unknown) => boolean

const known = new WeakMap<Condition, ValueTest>()

/** Whether a value is one the condition asks for, be it negated or not. */
export function valueTest(condition: Condition): ValueTest {
  let test = known.get(condition)
  if (test === undefined) {
    test = makeTest(condition)
    known.set(condition, test)
  }
  return test
}

function makeTest({ operator, path, kind, values, patterns = [] }: Condition): ValueTest {
  const [first = '', second = first] = values
  switch (operator) {
    case 'there':
      return (value) => value !== null
    case 'matches':
      return ofText((text) => patterns.some((pattern) => hasPattern(text, pattern)))
    case 'contains':
      return ofText((text) => text.includes(first))
    case 'startswith':
      return ofText((text) => text.startsWith(first))
    case 'endswith':
      return ofText((text) => text.endsWith(first))
    case 'between': {
      const [from, until] = [comparison(kind, 'gte', first), comparison(kind, 'lte', second)]
      return (value) => from(value) && until(value)
    }
    case 'eq':
      if (path.length === 1 && path[0] === 'href') return isLinkTo(values)
  }
  const comparisons = values.map((value) => comparison(kind, operator, value))
  return (value) => comparisons.some((test) => test(value))
}

function ofText(test: (text: string) => boolean): ValueTest {
  return (value) => typeof value === 'string' && test(value)
}

function isLinkTo(hrefs: readonly string[]): ValueTest {
  const paths = hrefs.map(pathOf)
  return ofText((href) => paths.includes(pathOf(href)))
}

/** A value of any kind compares as what it is: 500 is both the number and the text. */
function comparison(kind: Condition['kind'], order: Order, wanted: string): ValueTest {
  const asNumber = numberComparison(order, readNumber(wanted))
  const asText = ofText((text) => holds(compareTexts(text, wanted), order))
  switch (kind) {
    case 'integer':
    case 'number':
      return asNumber
    case 'yesNo':
      return (value) => typeof value === 'boolean' && String(value) === wanted
    case 'dateTime':
      return dateComparison(order, wanted)
    case 'any':
      return (value) =>
        asNumber(value) ||
        asText(value) ||
        (order === 'eq' && typeof value === 'boolean' && String(value) === wanted)
    default:
      return asText
  }
}

function numberComparison(order: Order, wanted: number | undefined): ValueTest {
  if (wanted === undefined) return () => false
  return (value) => typeof value === 'number' && holds(value < wanted ? -1 : value > wanted ? 1 : 0, order)
}

/** A day is a span: what is before it, in it, or after it. */
function dateComparison(order: Order, wanted: string): ValueTest {
  const [from, until] = readInstants(wanted) ?? [Number.NaN, Number.NaN]
  return ofText((text) => {
    const [instant = Number.NaN] = readInstants(text) ?? []
    return holds(instant < from ? -1 : instant >= until ? 1 : instant >= from ? 0 : Number.NaN, order)
  })
}

/** Whether what compares like this, negative, zero or positive, is in that order. */
export function holds(difference: number, order: Order): boolean {
  switch (order) {
    case 'eq':
      return difference === 0
    case 'gt':
      return difference > 0
    case 'gte':
      return difference >= 0
    case 'lt':
      return difference < 0
    case 'lte':
      return difference <= 0
  }
}
