/**
 * The numbers the server gives to items that come without an id: the smallest never used in their list (wire contract,
 * section 12). What is in the document tells which are in use; of those that are gone we keep record.
 */
import type { ResourcePage } from '../declare/index.ts'
import type { JsonObject } from './json.ts'
import { partOf } from './schema.ts'

/** Numbers from the first to the second, both included. */
type Range = readonly [from: number, to: number]

/** By attribute, the numbers of items that are gone; in order, with gaps between the ranges. */
export type Retired = { readonly [list: string]: readonly Range[] }

/** More than any client has reason to leave behind; beyond it the lowest grow together. */
const maxRanges = 100

/** The record after a change: what it was, and the numbers of items that the change took out. */
export function retire(
  page: ResourcePage,
  retired: Retired | null | undefined,
  before: JsonObject,
  after: JsonObject,
): Retired | undefined {
  let record = retired ?? undefined
  for (const [name, { facts }] of Object.entries(page.fields)) {
    if (facts.of === undefined || before[name] === after[name] || !partOf(facts).fields.id?.facts.isItemId)
      continue
    const left = numbersOf(after[name])
    const gone = [...numbersOf(before[name])].filter((number) => !left.has(number))
    if (gone.length > 0) record = { ...record, [name]: joined(record?.[name] ?? [], gone) }
  }
  return record
}

/**
 * Gives each item without an id the smallest number that is neither in use, nor was before this change, nor is retired.
 */
export function numbered(
  items: readonly JsonObject[],
  before: unknown,
  retired: readonly Range[] = [],
): JsonObject[] {
  if (items.every(({ id }) => id !== undefined)) return [...items]
  const taken = new Set([...numbersOf(items), ...numbersOf(before)])
  let next = 1
  const give = () => {
    for (;;) {
      const range = retired.find(([from, to]) => next >= from && next <= to)
      if (range !== undefined) next = range[1] + 1
      else if (taken.has(next)) next++
      else return String(next++)
    }
  }
  return items.map((item) => (item.id === undefined ? { id: give(), ...item } : item))
}

/** The ids in a list that are numbers as the server would write them. */
function numbersOf(list: unknown): Set<number> {
  if (!Array.isArray(list)) return new Set()
  const ids = list.map((item) => (item as JsonObject | null)?.id)
  return new Set(ids.filter((id) => /^[1-9]\d{0,8}$/.test(String(id))).map(Number))
}

function joined(ranges: readonly Range[], numbers: readonly number[]): Range[] {
  const all = [...ranges, ...numbers.map((number): Range => [number, number])].sort(([a], [b]) => a - b)
  const merged: Range[] = []
  for (const [from, to] of all) {
    const last = merged.at(-1)
    if (last !== undefined && from <= last[1] + 1)
      merged[merged.length - 1] = [last[0], Math.max(last[1], to)]
    else merged.push([from, to])
  }
  const lowest = merged.slice(0, -maxRanges)
  const [first, last] = [lowest[0], lowest.at(-1)]
  return first && last ? [[first[0], last[1]], ...merged.slice(-maxRanges)] : merged
}
