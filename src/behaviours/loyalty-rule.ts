/** Whether the conditions of a loyalty rule (TMF658) hold for what happened, and what its actions are worth. */
import { Decimal } from '../derive/decimal.ts'
import type { JsonObject } from '../derive/json.ts'
import { valuesAt } from '../derive/path.ts'

/** What an action gives or takes: points, or whatever unit it names. */
export interface Reward {
  readonly unit: string
  /** Below nothing for an action that takes. */
  readonly value: Decimal
}

/**
 * Whether the conditions of a rule hold for the facts of an event. All must, unless the rule is in disjunctive form
 * (`isCNF` false), where each condition is a term of its own.
 */
export function areMet(
  rule: JsonObject,
  conditions: readonly JsonObject[],
  facts: readonly unknown[],
): boolean {
  if (conditions.length === 0) return true
  const isMet = (condition: JsonObject) => holds(condition, facts)
  return rule.isCNF === false ? conditions.some(isMet) : conditions.every(isMet)
}

/** The facts are looked through in order; the first that has the attribute decides. */
function holds({ attribute, operator, value }: JsonObject, facts: readonly unknown[]): boolean {
  const path = String(attribute).split('.')
  const found = facts.map((fact) => valuesAt(fact, path)).find((values) => values.length > 0) ?? []
  const compare = operators[String(operator).trim().toLowerCase()]
  return compare !== undefined && found.some((each) => compare(each, String(value)))
}

type Comparison = (found: unknown, wanted: string) => boolean

const ordered =
  (fits: (order: number) => boolean): Comparison =>
  (found, wanted) =>
    fits(orderOf(String(found), wanted))

const equal = ordered((order) => order === 0)
const isIn: Comparison = (found, wanted) => wanted.split(',').some((each) => equal(found, each.trim()))

/** How conditions are compared, by every way their operators are written. An operator not named here never holds. */
const operators: Readonly<Record<string, Comparison | undefined>> = Object.assign(Object.create(null), {
  '=': equal,
  '==': equal,
  eq: equal,
  equals: equal,
  '!=': ordered((order) => order !== 0),
  ne: ordered((order) => order !== 0),
  '>': ordered((order) => order > 0),
  gt: ordered((order) => order > 0),
  '>=': ordered((order) => order >= 0),
  gte: ordered((order) => order >= 0),
  '<': ordered((order) => order < 0),
  lt: ordered((order) => order < 0),
  '<=': ordered((order) => order <= 0),
  lte: ordered((order) => order <= 0),
  in: isIn,
})

/** Numbers are compared as numbers, everything else as text. */
function orderOf(left: string, right: string): number {
  if (isNumber(left) && isNumber(right)) {
    const difference = Decimal.of(left).minus(Decimal.of(right))
    return difference.isNegative ? -1 : difference.isPositive ? 1 : 0
  }
  return left < right ? -1 : left > right ? 1 : 0
}

const isNumber = (text: string): boolean => /^-?\d{1,30}(\.\d{1,30})?$/.test(text)

/** What an action is worth; undefined for one that neither earns nor burns. */
export function rewardOf({ actionType, actionAttributes }: JsonObject): Reward | undefined {
  const type = String(actionType).toLowerCase()
  const sign = type === 'loyaltyearn' ? 1 : type === 'loyaltyburn' ? -1 : 0
  const quantity = attributeOf(actionAttributes, 'quantity')
  if (sign === 0 || !isNumber(String(quantity))) return undefined
  const amount = Decimal.of(String(quantity))
  const unit = attributeOf(actionAttributes, 'unit')
  return {
    unit: typeof unit === 'string' ? unit : 'points',
    value: sign > 0 ? amount : amount.negated,
  }
}

/** Attributes come as an object, or as a list of names and values. */
function attributeOf(attributes: unknown, name: string): unknown {
  if (!Array.isArray(attributes)) return (attributes as JsonObject | null | undefined)?.[name]
  return (attributes as JsonObject[]).find((each) => each?.name === name)?.value
}
