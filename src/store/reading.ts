/**
 * Reads documents for the outside. A document travels from the database to the socket as text:
 * nothing in it must change but its first two members, which are put before it.
 */
import type { ResourcePage } from '../declare/index.ts'
import type { Filter } from '../derive/filter.ts'
import type { Database } from './database.ts'
import { filterSql, Parameters } from './filter-sql.ts'
import { tableOf } from './partitions.ts'

/** A document as text, without id and href. */
export interface StoredText {
  readonly id: string
  readonly revision: number
  /** When it was last changed, in milliseconds since 1970. */
  readonly updated: number
  readonly text: string
}

/** A document as lists need it. */
export type ListedText = Omit<StoredText, 'updated'>

export interface Page {
  readonly offset: number
  readonly limit: number
}

/** A document by its id; undefined when there is none. */
export async function readOne(
  database: Database,
  tenant: string,
  page: ResourcePage,
  key: { readonly id: string; readonly parent?: string | undefined },
): Promise<StoredText | undefined> {
  const isNested = key.parent !== undefined
  const [row] = await database.read<StoredText>({
    name: `read ${page.kind} ${isNested}`,
    text: `select id, revision, extract(epoch from updated)::float8 * 1000 as updated, doc::text as text
      from ${tableOf(page.kind)} where tenant = $1 and kind = '${page.kind}' and id = $2${isNested ? ' and parent = $3' : ''}`,
    values: isNested ? [tenant, key.id, key.parent] : [tenant, key.id],
  })
  return row
}

/** A page of the documents that match, oldest first, and how many match in all. */
export async function readMany(
  database: Database,
  tenant: string,
  page: ResourcePage,
  query: { readonly filter: Filter; readonly window: Page; readonly parent?: string | undefined },
): Promise<{ rows: ListedText[]; total: number }> {
  const parameters = new Parameters()
  const conditions = [`tenant = ${parameters.add(tenant)}`]
  if (query.parent !== undefined) conditions.push(`parent = ${parameters.add(query.parent)}`)
  conditions.push(...filterSql(page, query.filter, parameters))
  const source = `from ${tableOf(page.kind)} where ${conditions.join(' and ')}`
  const counted = { text: `select count(*)::int as total ${source}`, values: [...parameters.values] }
  const { offset, limit } = query.window
  const listed = {
    text: `select id, revision, doc::text as text ${source}
      order by seq limit ${parameters.add(limit)} offset ${parameters.add(offset)}`,
    values: parameters.values,
  }
  if (limit === 0) {
    const [count] = await database.read<{ total: number }>(prepared(counted))
    return { rows: [], total: count?.total ?? 0 }
  }
  const [rows, counts] = await database.readAll<[ListedText, { total: number }]>([
    prepared(listed),
    prepared(counted),
  ])
  return { rows, total: counts[0]?.total ?? 0 }
}

const names = new Map<string, string>()
const maxNames = 500

/** Statements of the same text are prepared once a connection; rare shapes beyond the limit are not. */
function prepared(query: { text: string; values: unknown[] }): {
  name?: string
  text: string
  values: unknown[]
} {
  let name = names.get(query.text)
  if (name === undefined && names.size < maxNames) {
    name = `list ${names.size}`
    names.set(query.text, name)
  }
  return name === undefined ? query : { name, ...query }
}
