/**
 * What a query asks of a document, whichever way it was written (wire contract, sections 9 and 10). It runs in memory
 * (`matches.ts`) and as SQL (`store/filter-sql.ts`), and both answer the same.
 */
import type { FieldKind } from '../declare/index.ts'
import type { Pattern } from './pattern.ts'

/** `there`: has a value. `matches`: the text has the pattern. The others are named as in a query string. */
export type Operator =
  | 'eq'
  | 'gt'
  | 'gte'
  | 'lt'
  | 'lte'
  | 'between'
  | 'contains'
  | 'startswith'
  | 'endswith'
  | 'matches'
  | 'there'

/** Some value at the path, from the element at hand, compares to one of the values; or none does, when negated. */
export interface Condition {
  readonly is: 'condition'
  readonly path: readonly string[]
  readonly kind: FieldKind
  /** Whether the path crosses or ends in a list. */
  readonly isMany: boolean
  readonly operator: Operator
  readonly values: readonly string[]
  /** One of them is in the text, when it `matches`. */
  readonly patterns?: readonly Pattern[]
  readonly isNegated: boolean
}

/** From an element along a path, to every element of the list there or to one of them, if it passes the test. */
export interface Hop {
  readonly path: readonly string[]
  readonly pick: 'every' | number
  readonly test?: Test
}

/** From the element at hand, or from the whole document, to other elements. */
export interface Route {
  readonly from: 'element' | 'root'
  readonly hops: readonly Hop[]
}

/** What is compared with another: a literal, the values a route and a path lead to, or how long those are. */
export type Operand =
  | { readonly is: 'number'; readonly value: number }
  | {
      readonly is: 'values' | 'length'
      readonly route: Route
      readonly path: readonly string[]
      readonly kind: FieldKind
    }

export type Order = 'eq' | 'gt' | 'gte' | 'lt' | 'lte'

export type Test =
  | Condition
  | { readonly is: 'all' | 'any'; readonly tests: readonly Test[] }
  | { readonly is: 'not'; readonly test: Test }
  /** Some element at the end of the route passes. */
  | { readonly is: 'some'; readonly route: Route; readonly test: Test }
  /** Some value of the one compares to some of the other. */
  | { readonly is: 'comparison'; readonly left: Operand; readonly order: Order; readonly right: Operand }

/** Every group must hold; a group holds when one of its tests does. */
export type Filter = readonly (readonly Test[])[]

/** A filter of conditions on attributes alone. */
export type AttributeFilter = readonly (readonly Condition[])[]
