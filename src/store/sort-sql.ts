/** The order of a list in SQL, and how to go on from a position in it (wire contract, sections 7 and 11). */
import type { ResourcePage } from '../declare/index.ts'
import type { Sort, SortKey } from '../derive/sort.ts'
import { testSql } from './filter-sql.ts'
import type { Parameters } from './parameters.ts'
import { pathExpression } from './partitions.ts'
import { endOfRoute, pathLiteral, type Scope } from './route-sql.ts'

type SqlType = 'text' | 'numeric' | 'timestamptz' | 'int' | 'bigint'

/** One thing that rows are ordered by. Null, where there is no value, comes last. */
export interface Item {
  readonly expression: string
  readonly type: SqlType
  readonly isDescending: boolean
}

export interface Ordering {
  readonly items: readonly Item[]
  /** What the items need beside the table. */
  readonly joins: string
  /** Whether an index gives the rows in the order of the first item. */
  readonly isIndexed: boolean
}

const bySequence: Item = { expression: 'seq', type: 'bigint', isDescending: false }

/** The order a sort asks for, completed by the order of creation. */
export function orderingOf(page: ResourcePage, sort: Sort, parameters: Parameters): Ordering {
  const joins: string[] = []
  const items = sort.flatMap((key, index) => {
    const { kind, isDescending } = key
    const whole = key.isMany ? undefined : scalarOf(page, key, parameters)
    if (whole === undefined) joins.push(bestSql(page, key, `s${index}`, parameters))
    const value = `s${index}.v`
    if (kind === 'any') return itemsOfAny(value, isDescending)
    return [{ expression: whole ?? itemOf(value, kind), type: typeOf(kind), isDescending }]
  })
  const [first] = sort
  const isIndexed = first !== undefined && !first.isMany && page.findBy.includes(first.path.join('.'))
  return { items: [...items, bySequence], joins: joins.join(' '), isIndexed }
}

function typeOf(kind: SortKey['kind']): SqlType {
  return kind === 'dateTime' ? 'timestamptz' : kind === 'integer' || kind === 'number' ? 'numeric' : 'text'
}

function scalarOf(page: ResourcePage, { path, kind }: SortKey, parameters: Parameters): string {
  if (path.length === 1 && path[0] === 'id') return '(id collate "C")'
  if (path.length === 1 && path[0] === '@type')
    return `(coalesce(doc->>'@type', ${parameters.add(page.name)}) collate "C")`
  return pathExpression(page, path, { kind })
}

function itemOf(value: string, kind: SortKey['kind']): string {
  const type = typeOf(kind)
  if (type === 'numeric') return `(${value})::numeric`
  return type === 'timestamptz' ? `instant_or_null(${value} #>> '{}')` : `((${value} #>> '{}') collate "C")`
}

/** Of open type: numbers, then texts, then true and false. */
function itemsOfAny(value: string, isDescending: boolean): Item[] {
  const rank = `case jsonb_typeof(${value}) when 'number' then 1 when 'string' then 2 when 'boolean' then 3 end`
  const number = `case jsonb_typeof(${value}) when 'number' then (${value})::numeric end`
  const text = `(case jsonb_typeof(${value}) when 'number' then null else ${value} #>> '{}' end collate "C")`
  return [
    { expression: `(${rank})`, type: 'int', isDescending },
    { expression: `(${number})`, type: 'numeric', isDescending },
    { expression: text, type: 'text', isDescending },
  ]
}

/** Joins the smallest, or largest, of the values a key leads to. */
function bestSql(page: ResourcePage, key: SortKey, name: string, parameters: Parameters): string {
  const scope: Scope = { page, parameters, element: 'doc', isRoot: true, depth: 0 }
  const { from, where, end } = endOfRoute(scope, key.route, testSql)
  const values = `jsonb_path_query(${end.element}, ${pathLiteral(key.path, '[*]', parameters)}) as q(v)`
  const items = key.kind === 'any' ? itemsOfAny('q.v', key.isDescending) : [undefined]
  const direction = key.isDescending ? 'desc' : 'asc'
  const order = items.map((item) => `${item?.expression ?? itemOf('q.v', key.kind)} ${direction} nulls last`)
  const conditions = [...where, `jsonb_typeof(q.v) in (${typesOf(key.kind)})`].join(' and ')
  return `left join lateral (select q.v from ${[...from, values].join(', ')}
    where ${conditions} order by ${order.join(', ')} limit 1) as ${name} on true`
}

function typesOf(kind: SortKey['kind']): string {
  if (kind === 'any') return `'number', 'string', 'boolean'`
  if (kind === 'yesNo') return `'boolean'`
  return kind === 'integer' || kind === 'number' ? `'number'` : `'string'`
}
