/** What a document is sorted by, in memory, and how that compares; the order in SQL is the same (section 11). */
import type { FieldKind, ResourcePage } from '../declare/index.ts'
import { Effort } from './effort.ts'
import type { JsonObject } from './json.ts'
import { type Instant, readInstant } from './literal.ts'
import { nodeValues } from './matches.ts'
import type { Sort, SortKey } from './sort.ts'
import { compareInstants, compareTexts } from './value-order.ts'

/** A value in a form that compares; null where there is none. It can be written as JSON. */
export type SortValue = string | number | boolean | Instant | null

/** The values of a document, one for each key. */
export function sortValues(
  page: ResourcePage,
  sort: Sort,
  document: JsonObject,
  effort: Effort = new Effort(),
): SortValue[] {
  return sort.map((key) => {
    const scope = { page, document, element: document, effort }
    const values = nodeValues(scope, key.route, key.path).flatMap(
      (value) => comparable(key.kind, value) ?? [],
    )
    const best = (one: SortValue, other: SortValue) => (compareValues(key, one, other) <= 0 ? one : other)
    return values.reduce<SortValue>(best, null)
  })
}

/** Negative when the first comes first, zero when the two are alike. */
export function compareSorted(sort: Sort, one: readonly SortValue[], other: readonly SortValue[]): number {
  for (const [index, key] of sort.entries()) {
    const difference = compareValues(key, one[index] ?? null, other[index] ?? null)
    if (difference !== 0) return difference
  }
  return 0
}

/** What is missing comes last in both directions. */
function compareValues({ isDescending }: SortKey, one: SortValue, other: SortValue): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null)
  const difference = rankOf(one) - rankOf(other) || differenceOf(one, other)
  return isDescending ? -difference : difference
}

/** Values of open type: numbers come before texts, texts before true and false. */
function rankOf(value: SortValue): number {
  return typeof value === 'number' ? 1 : typeof value === 'string' ? 2 : 3
}

function differenceOf(one: SortValue, other: SortValue): number {
  if (typeof one === 'string' && typeof other === 'string') return compareTexts(one, other)
  if (Array.isArray(one) && Array.isArray(other)) return compareInstants(one as Instant, other as Instant)
  return Number(one) - Number(other)
}

/** In a list: `flatMap` would take an instant apart. */
function comparable(kind: FieldKind, value: unknown): [SortValue] | undefined {
  switch (kind) {
    case 'integer':
    case 'number':
      return typeof value === 'number' ? [value] : undefined
    case 'yesNo':
      return typeof value === 'boolean' ? [value] : undefined
    case 'dateTime': {
      const instant = typeof value === 'string' ? readInstant(value) : undefined
      return instant && [instant]
    }
    case 'any':
      return ['number', 'string', 'boolean'].includes(typeof value) ? [value as SortValue] : undefined
    default:
      return typeof value === 'string' ? [value] : undefined
  }
}
