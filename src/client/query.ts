/** What a list is asked for, written as a query string (wire contract, sections 7 to 11). */
import type { ResourcePage, Stored } from '../declare/index.ts'

type Value = string | number | boolean
type First<Page extends ResourcePage> = keyof Stored<Page> & string

/**
 * Conditions on attributes, all of which must hold: a path, with an operator where it is not equality
 * (`{ state: ['held', 'pending'], 'orderDate.gte': '2026-03-01' }`). Of several values any may be met.
 */
export type Where<Page extends ResourcePage> = {
  readonly [Path in First<Page> | `${First<Page>}.${string}`]?: Value | readonly Value[]
}

export interface ListQuery<Page extends ResourcePage> {
  readonly where?: Where<Page>
  /** A JSONPath that a resource is kept for, where it selects something. */
  readonly filter?: string
  /** Attributes to sort by, `-` for descending. */
  readonly sort?: readonly string[]
  /** Attributes to answer; all when absent. */
  readonly fields?: readonly string[]
  /** References to answer as the resources they name, by their paths. */
  readonly expand?: readonly string[]
  /** How deep all references are answered as the resources they name. */
  readonly depth?: 0 | 1 | 2
}

/** How documents are shown. */
export type View = Pick<ListQuery<ResourcePage>, 'fields' | 'expand' | 'depth'>

/** The parameters of a view. */
export function viewParameters({ fields, expand, depth }: View): URLSearchParams {
  const parameters = new URLSearchParams()
  if (fields) parameters.append('fields', fields.join(','))
  if (expand) parameters.append('expand', expand.join(','))
  if (depth !== undefined) parameters.append('depth', String(depth))
  return parameters
}

/** The parameters of a list, in the order they were given. */
export function queryOf<Page extends ResourcePage>(query: ListQuery<Page>): URLSearchParams {
  const parameters = new URLSearchParams()
  for (const [path, value] of Object.entries(query.where ?? {})) {
    if (value === undefined) continue
    const values: readonly Value[] = Array.isArray(value) ? value : [value as Value]
    parameters.append(path, values.map(escaped).join(','))
  }
  if (query.filter !== undefined) parameters.append('filter', query.filter)
  if (query.sort) parameters.append('sort', query.sort.join(','))
  for (const [name, value] of viewParameters(query)) parameters.append(name, value)
  return parameters
}

/** A value as it is meant, whatever separators are in it. */
function escaped(value: Value): string {
  return String(value).replace(/[\\,;"]/g, (character) => `\\${character}`)
}
