/** Lists that are held in memory: filtered, ordered and cut as the database would (wire contract, sections 7 and 11). */
import type { ResourcePage } from '../declare/index.ts'
import type { Filter } from './condition.ts'
import { Effort } from './effort.ts'
import type { JsonObject } from './json.ts'
import { matches } from './matches.ts'
import type { Sort } from './sort.ts'
import { compareSorted, type SortValue, sortValues } from './sort-values.ts'
import { compareTexts } from './value-order.ts'

/** A document of a list, and where it comes when nothing else is asked: these texts are in the order of creation. */
export interface Entry<Row> {
  readonly row: Row
  readonly document: JsonObject
  readonly sequence: string
}

/** Where in an ordered list a document is. */
export interface Position {
  readonly values: readonly unknown[]
  readonly sequence: string
}

export interface Arranged<Row> {
  readonly row: Row
  readonly position: Position
}

/** Units of work for all entries together. */
const forList = 5_000_000

/** The entries that match, in order. Throws `queryTooExpensive`. */
export function arrange<Row>(
  page: ResourcePage,
  { filter, sort }: { readonly filter: Filter; readonly sort: Sort },
  entries: readonly Entry<Row>[],
): Arranged<Row>[] {
  const effort = new Effort(forList)
  return entries
    .filter(({ document }) => matches(page, filter, document, effort))
    .map(({ row, document, sequence }) => ({
      row,
      position: { values: sortValues(page, sort, document, effort), sequence },
    }))
    .sort((one, other) => comparePositions(sort, one.position, other.position))
}

/** A part of an arranged list from a position on, or up to it; the last before it when it goes backward. */
export interface Walk {
  readonly limit: number
  readonly isBackward: boolean
  readonly from?: Position
}

/** The part of an arranged list a walk asks for, in the order of the list. */
export function walkThrough<Row>(
  sort: Sort,
  arranged: readonly Arranged<Row>[],
  walk: Walk,
): Arranged<Row>[] {
  const { limit, isBackward, from } = walk
  const found = arranged.filter(({ position }) => {
    const difference = from === undefined ? 1 : comparePositions(sort, position, from)
    return isBackward ? difference < 0 : difference > 0
  })
  return isBackward ? found.slice(Math.max(0, found.length - limit)) : found.slice(0, limit)
}

function comparePositions(sort: Sort, one: Position, other: Position): number {
  const difference = compareSorted(sort, one.values as SortValue[], other.values as SortValue[])
  return difference || compareTexts(one.sequence, other.sequence)
}
