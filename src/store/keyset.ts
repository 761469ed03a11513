/**
 * Reads an ordered list from a position on, or backward up to it, at the same cost however deep: the rows beyond are
 * told by what they are ordered by, and an index of that leads there.
 */
import type { Parameters } from './parameters.ts'
import type { Item } from './sort-sql.ts'

/** The values of a row, one for each item; null where it has none. */
export type RowKey = readonly (string | null)[]

export interface Direction {
  readonly isBackward: boolean
}

/** The `order by` of a list; `names` are used in place of the expressions. */
export function orderSql(items: readonly Item[], direction: Direction, names?: readonly string[]): string {
  const nulls = direction.isBackward ? 'first' : 'last'
  return items
    .map((item, index) => {
      const order = isFalling(item, direction) ? 'desc' : 'asc'
      return `${names?.[index] ?? item.expression} ${order}${item.expression === 'seq' ? '' : ` nulls ${nulls}`}`
    })
    .join(', ')
}

/** The `order by` within a stretch: there the first item has a value in all rows or in none, and an index order does. */
export function stretchOrderSql([first, ...others]: readonly Item[], direction: Direction): string {
  if (first === undefined) return ''
  const natural = `${first.expression} ${isFalling(first, direction) ? 'desc' : 'asc'}`
  return others.length === 0 ? natural : `${natural}, ${orderSql(others, direction)}`
}

const isFalling = (item: Item, { isBackward }: Direction): boolean => item.isDescending !== isBackward

/** Whether an index, which has what is missing after all else, gives the rows in the order of an item by itself. */
function isNatural(item: Item, direction: Direction): boolean {
  return isFalling(item, direction) === direction.isBackward
}

/**
 * The stretches a list is made of, each as a condition: they come one after the other, and within each the rows come
 * as an index on the first item has them. Undefined when the list is one stretch.
 */
export function stretches(items: readonly Item[], direction: Direction): string[] | undefined {
  const [first] = items
  if (first === undefined || items.length === 1 || isNatural(first, direction)) return undefined
  const parts = [`${first.expression} is not null`, `${first.expression} is null`]
  return direction.isBackward ? parts.reverse() : parts
}

/** The stretches beyond a position, nearest first: alike in all but the last item, in all but the last two, and so on. */
export function stretchesBeyond(
  items: readonly Item[],
  direction: Direction,
  key: RowKey,
  parameters: Parameters,
): string[] {
  const values = items.map(({ type }, index) => {
    const value = key[index] ?? null
    return value === null ? undefined : `${parameters.add(value)}::${type}`
  })
  const found: string[] = []
  for (let index = items.length - 1; index >= 0; index--) {
    const alike = items.slice(0, index).map(({ expression }, each) => {
      const value = values[each]
      return value === undefined ? `${expression} is null` : `${expression} = ${value}`
    })
    const beyond = beyondSql(items[index] as Item, direction, values[index])
    for (const condition of beyond) found.push([...alike, condition].join(' and '))
  }
  return found
}

/** What comes after a value of one item. What is missing comes last, and backward first. */
function beyondSql(item: Item, direction: Direction, value: string | undefined): string[] {
  const { expression } = item
  if (value === undefined) return direction.isBackward ? [`${expression} is not null`] : []
  const further = `${expression} ${isFalling(item, direction) ? '<' : '>'} ${value}`
  if (expression === 'seq' || direction.isBackward) return [further]
  return [further, `${expression} is null`]
}
