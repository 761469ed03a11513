/** Makes a condition of an attribute, an operator and values, and refuses what does not fit together (section 9). */
import { type FieldKind, refuse } from '../declare/index.ts'
import type { Condition } from './condition.ts'
import { pathOf } from './link-path.ts'
import { readInstants, readNumber } from './literal.ts'
import { type OperatorFacts, type OperatorName, operatorFacts } from './operators.ts'
import { linkNames } from './own-path.ts'
import type { Pattern } from './pattern.ts'
import { likePattern, parsePattern, textPattern } from './pattern-syntax.ts'

/** The attribute a condition is about. */
export interface Target {
  /** From the element at hand. */
  readonly path: readonly string[]
  /** The same from the document, for messages. */
  readonly name: string
  readonly kind: FieldKind
  readonly isMany: boolean
}

const maxValues = 100
const maxIds = 500

/** Throws `invalidFilterValue`, `unknownOperator`, `invalidPattern` or `queryTooComplex`. */
export function readCondition(target: Target, name: OperatorName, values: readonly string[]): Condition {
  const facts = operatorFacts(name)
  checkOperator(target, name, facts)
  checkCount(target, name, facts, values)
  const { path, kind, isMany } = target
  const condition = {
    is: 'condition',
    path,
    kind,
    isMany,
    operator: facts.operator,
    values,
    isNegated: facts.isNegated === true,
  } as const
  if (facts.operator === 'matches') return { ...condition, patterns: patternsOf(name, facts, values) }
  if (facts.operator === 'there') {
    const isTrue = readFlag(target, values[0] ?? '')
    return { ...condition, values: [], isNegated: condition.isNegated === isTrue }
  }
  const isText = ['contains', 'startswith', 'endswith'].includes(facts.operator)
  if (!isText) for (const value of values) checkValue(target, value)
  return facts.operator === 'eq' ? { ...condition, values: possibleLinks(target, values) } : condition
}

/**
 * A link to a document of ours is stored without the host it is shown with; one that a client has sent is as it was
 * sent. Of a document's own `href` only the path is looked at anyway.
 */
function possibleLinks({ path, name }: Target, values: readonly string[]): readonly string[] {
  if (name === 'href' || !linkNames.includes(path.at(-1) ?? '')) return values
  return [...new Set(values.flatMap((value) => [value, pathOf(value)]))]
}

/** What asks for the characters of a text, and what asks for an order, asks for nothing of other values. */
function checkOperator(
  { name: attribute, kind }: Target,
  name: OperatorName,
  { operator }: OperatorFacts,
): void {
  if (operator === 'eq' || operator === 'there') return
  const asksOrder = ['gt', 'gte', 'lt', 'lte', 'between'].includes(operator)
  const fits = kind === 'yesNo' ? false : asksOrder || (kind !== 'integer' && kind !== 'number')
  if (fits && attribute !== 'href') return
  const what = attribute === 'href' ? 'a link' : kind === 'yesNo' ? 'true or false' : 'a number'
  const offered =
    kind === 'yesNo' || attribute === 'href' ? 'eq, ne, in, nin, isnull' : 'eq, ne, gt, gte, lt, lte, between'
  throw refuse(
    'unknownOperator',
    `'.${name}' is not offered for ${attribute}, which is ${what}; offered: ${offered}`,
  )
}

function checkCount(
  target: Target,
  name: OperatorName,
  { takes }: OperatorFacts,
  values: readonly string[],
): void {
  const limit = target.name === 'id' ? maxIds : maxValues
  if (values.length > limit) throw refuse('queryTooComplex', `A condition may have at most ${limit} values`)
  const isList = takes === 'list' || takes === 'alternatives'
  const count = takes === 'two' ? 2 : 1
  if (isList || values.length === count) return
  const message = `'.${name}' takes ${count === 2 ? 'two values' : 'one value'}, not ${values.length}`
  throw refuse('invalidFilterValue', `${message}; quote a value that holds a separator`)
}

function patternsOf(name: OperatorName, facts: OperatorFacts, values: readonly string[]): Pattern[] {
  const ignoresCase = facts.ignoresCase === true
  return values.map((value) => {
    if (name === 'regex' || name === 'regexi') return parsePattern(value, { ignoresCase })
    if (name === 'like' || name === 'likei') return likePattern(value, { ignoresCase })
    const isWhole = name === 'eqi' || name === 'nei'
    return textPattern(value, {
      start: isWhole || name === 'startswithi',
      end: isWhole || name === 'endswithi',
    })
  })
}

function readFlag({ name }: Target, value: string): boolean {
  if (value === '' || value === 'true') return true
  if (value === 'false') return false
  throw refuse(
    'invalidFilterValue',
    `Whether ${name} has a value is true or false, not '${value.slice(0, 100)}'`,
  )
}

function checkValue({ name, kind }: Target, value: string): void {
  const wrong = (what: string) =>
    refuse('invalidFilterValue', `'${value.slice(0, 100)}' is no ${what}, which ${name} is`)
  if ((kind === 'integer' || kind === 'number') && readNumber(value) === undefined) throw wrong('number')
  if (kind === 'yesNo' && value !== 'true' && value !== 'false') throw wrong('true or false')
  if (kind === 'dateTime' && readInstants(value) === undefined) throw wrong('date-time')
}
