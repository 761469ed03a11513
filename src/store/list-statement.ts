/** The statements by which a page of a list is read, and by which its documents are counted. */
import type { ResourcePage } from '../declare/index.ts'
import type { Filter } from '../derive/condition.ts'
import type { Sort } from '../derive/sort.ts'
import { asksForVersions } from '../derive/versions.ts'
import { filterSql } from './filter-sql.ts'
import { orderSql, type RowKey, stretches, stretchesBeyond, stretchOrderSql } from './keyset.ts'
import { Parameters } from './parameters.ts'
import { tableOf } from './partitions.ts'
import { type Item, orderingOf } from './sort-sql.ts'

/** Which documents of a page are listed, and in which order. */
export interface Listing {
  readonly tenant: string
  readonly page: ResourcePage
  readonly filter: Filter
  readonly sort: Sort
  readonly parent?: string | undefined
}

/** Which of them: so many after an offset, or so many beyond a row. */
export interface Extent {
  readonly limit: number
  readonly offset: number
  readonly isBackward: boolean
  readonly beyond?: RowKey | undefined
  /** Whether each row tells its key. */
  readonly hasKeys: boolean
}

export interface Statement {
  readonly text: string
  readonly values: unknown[]
}

/** Counts the documents of a list. */
export function countStatement(listing: Listing): Statement {
  const parameters = new Parameters()
  const conditions = conditionsOf(listing, parameters).join(' and ')
  const text = `select count(*)::int as total from ${tableOf(listing.page.kind)} where ${conditions}`
  return { text, values: parameters.values }
}

/** Reads rows, in the order of the list or, backward, in the opposite one. */
export function listStatement(listing: Listing, extent: Extent): Statement {
  const parameters = new Parameters()
  const conditions = conditionsOf(listing, parameters)
  const { items, joins, isIndexed } = orderingOf(listing.page, listing.sort, parameters)
  const source = `from ${tableOf(listing.page.kind)} ${joins} where ${conditions.join(' and ')}`
  const parts = extent.beyond
    ? stretchesBeyond(items, extent, extent.beyond, parameters)
    : stretches(items, extent)
  const cut = `limit ${parameters.add(extent.limit)} offset ${parameters.add(extent.offset)}`
  const { values } = parameters
  if (parts === undefined || !isIndexed || parts.length === 1) {
    const beyond = extent.beyond && parts ? ` and (${parts.map((part) => `(${part})`).join(' or ')})` : ''
    const key = extent.hasKeys ? `, ${keySql(items)} as key` : ''
    const text = `select id, revision, doc::text as text${key} ${source}${beyond}
      order by ${orderSql(items, extent)} ${cut}`
    return { text, values }
  }
  return { text: unionSql(items, extent, source, parts, cut, parameters), values }
}

/** Each stretch is read from the index for itself, no further than the page may reach. */
function unionSql(
  items: readonly Item[],
  extent: Extent,
  source: string,
  parts: readonly string[],
  cut: string,
  parameters: Parameters,
): string {
  const names = items.map((_item, index) => `k${index}`)
  const columns = items.map(({ expression }, index) => `${expression} as ${names[index]}`).join(', ')
  const most = parameters.add(extent.limit + extent.offset)
  const order = stretchOrderSql(items, extent)
  const branches = parts.map(
    (part) => `(select id, revision, doc, ${columns} ${source} and ${part} order by ${order} limit ${most})`,
  )
  const key = extent.hasKeys ? `, ${keySql(items, names)} as key` : ''
  return `select id, revision, doc::text as text${key}
    from (${branches.join(' union all ')}) as found order by ${orderSql(items, extent, names)} ${cut}`
}

/** What a row is ordered by, as texts that read back as the same values. */
function keySql(items: readonly Item[], names?: readonly string[]): string {
  const texts = items.map(({ expression, type }, index) => {
    const value = names?.[index] ?? expression
    // As JSON writes a date-time it does not depend on settings of the connection.
    return type === 'timestamptz' ? `to_jsonb(${value}) #>> '{}'` : `(${value})::text`
  })
  return `array[${texts.join(', ')}]`
}

function conditionsOf({ tenant, page, filter, parent }: Listing, parameters: Parameters): string[] {
  const conditions = [`tenant = ${parameters.add(tenant)}`]
  if (parent !== undefined) conditions.push(`parent = ${parameters.add(parent)}`)
  // Of a catalogue entity the version that answers for the id is stored under it, the others under keys of their own.
  if (page.facts.isVersioned && !asksForVersions(filter))
    conditions.push(String.raw`id !~ ':\(version=.*\)$'`)
  return [...conditions, ...filterSql(page, filter, parameters)]
}
