/** The operators of a query string: suffixes and symbols (wire contract, section 9.2). */
import type { Operator } from './condition.ts'

export interface OperatorFacts {
  readonly operator: Operator
  /** It holds where the other does not. */
  readonly isNegated?: boolean
  readonly ignoresCase?: boolean
  /** Any of a list written with `,` or `;`; any of several written with `;`; exactly two; one; or true or false. */
  readonly takes: 'list' | 'alternatives' | 'two' | 'one' | 'yesNo'
}

const table = {
  eq: { operator: 'eq', takes: 'list' },
  ne: { operator: 'eq', takes: 'list', isNegated: true },
  in: { operator: 'eq', takes: 'list' },
  nin: { operator: 'eq', takes: 'list', isNegated: true },
  eqi: { operator: 'matches', takes: 'list', ignoresCase: true },
  nei: { operator: 'matches', takes: 'list', ignoresCase: true, isNegated: true },
  gt: { operator: 'gt', takes: 'alternatives' },
  gte: { operator: 'gte', takes: 'alternatives' },
  lt: { operator: 'lt', takes: 'alternatives' },
  lte: { operator: 'lte', takes: 'alternatives' },
  between: { operator: 'between', takes: 'two' },
  regex: { operator: 'matches', takes: 'one' },
  regexi: { operator: 'matches', takes: 'one', ignoresCase: true },
  like: { operator: 'matches', takes: 'one' },
  likei: { operator: 'matches', takes: 'one', ignoresCase: true },
  contains: { operator: 'contains', takes: 'one' },
  containsi: { operator: 'matches', takes: 'one', ignoresCase: true },
  startswith: { operator: 'startswith', takes: 'one' },
  startswithi: { operator: 'matches', takes: 'one', ignoresCase: true },
  endswith: { operator: 'endswith', takes: 'one' },
  endswithi: { operator: 'matches', takes: 'one', ignoresCase: true },
  isnull: { operator: 'there', takes: 'yesNo', isNegated: true },
  isnotnull: { operator: 'there', takes: 'yesNo' },
} as const satisfies Record<string, OperatorFacts>

export type OperatorName = keyof typeof table

/** The facts of an operator. */
export function operatorFacts(name: OperatorName): OperatorFacts {
  return table[name]
}

/** Whether a name is one of an operator. */
export function isOperator(name: string): name is OperatorName {
  return Object.hasOwn(table, name)
}

/** The operators, for a message. */
export const operatorNames: readonly string[] = Object.keys(table)

/** The operator a symbol stands for; longest first, as they are looked for. */
export const symbols: readonly (readonly [symbol: string, name: OperatorName])[] = [
  ['=~', 'regex'],
  ['*=', 'regex'],
  ['==', 'eq'],
  ['>=', 'gte'],
  ['<=', 'lte'],
  ['!=', 'ne'],
  ['>', 'gt'],
  ['<', 'lt'],
  ['=', 'eq'],
]
