/**
 * Reads documents for the outside. A document travels from the database to the socket as text:
 * nothing in it must change but its first two members, which are put before it.
 */
import type { ResourcePage } from '../declare/index.ts'
import type { Arranged, Walk } from '../derive/arrange.ts'
import type { Filter } from '../derive/condition.ts'
import type { Sort } from '../derive/sort.ts'
import type { Database } from './database.ts'
import { Gathering } from './gathering.ts'
import type { RowKey } from './keyset.ts'
import { countStatement, listStatement, type Statement } from './list-statement.ts'
import { tableOf } from './partitions.ts'
import { Sharing } from './sharing.ts'

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
  const row = await gatheringOf(database, tenant, page.kind).get(key.id)
  return key.parent === undefined || row?.parent === key.parent ? row : undefined
}

type ReadText = StoredText & { readonly parent: string | null }

const gatherings = new WeakMap<Database, Map<string, Gathering<ReadText>>>()

/** Where the reads by id of one kind and tenant gather. */
function gatheringOf(database: Database, tenant: string, kind: string): Gathering<ReadText> {
  const ofDatabase = gatherings.get(database) ?? new Map<string, Gathering<ReadText>>()
  if (ofDatabase.size === 0) gatherings.set(database, ofDatabase)
  const name = `${kind} ${tenant}`
  let gathering = ofDatabase.get(name)
  if (gathering === undefined) {
    gathering = new Gathering((ids) => readByIds(database, tenant, kind, ids))
    ofDatabase.set(name, gathering)
  }
  return gathering
}

async function readByIds(
  database: Database,
  tenant: string,
  kind: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ReadText>> {
  if (!(await database.hasTable(kind))) return new Map()
  const [only] = ids
  const isOne = ids.length === 1
  const rows = await database.read<ReadText>({
    name: `read ${kind} ${isOne}`,
    text: `select id, revision, parent, extract(epoch from updated)::float8 * 1000 as updated, doc::text as text
      from ${tableOf(kind)} where tenant = $1 and kind = '${kind}' and id = ${isOne ? '$2' : 'any($2)'}`,
    values: [tenant, isOne ? only : ids],
  })
  return new Map(rows.map((row) => [row.id, row]))
}

/** Which documents are read, and in which order: that of creation when no other is asked for. */
export interface ListOptions {
  readonly filter: Filter
  readonly sort?: Sort | undefined
  readonly parent?: string | undefined
}

/** A page of the documents that match, and how many match in all. */
export async function readMany(
  database: Database,
  tenant: string,
  page: ResourcePage,
  query: ListOptions & { readonly window: Page },
): Promise<{ rows: ListedText[]; total: number }> {
  if (!(await database.hasTable(page.kind))) return { rows: [], total: 0 }
  const listing = { tenant, page, filter: query.filter, sort: query.sort ?? [], parent: query.parent }
  const { offset, limit } = query.window
  const extent = { ...query.window, isBackward: false, hasKeys: false }
  const rows = limit === 0 ? [] : await database.read<ListedText>(prepared(listStatement(listing, extent)))
  // A page that is not full is the last one, unless the list ends before it: then its end is the number of all.
  if (rows.length < limit && (rows.length > 0 || offset === 0)) return { rows, total: offset + rows.length }
  return { rows, total: await countAll(database, countStatement(listing)) }
}

const totals = new WeakMap<Database, Sharing<number>>()

/** How many there are in all: of a list that many look at, counted for all of them together. */
function countAll(database: Database, statement: Statement): Promise<number> {
  const known = totals.get(database) ?? new Sharing<number>()
  totals.set(database, known)
  return known.get(JSON.stringify([statement.text, statement.values]), async () => {
    const [count] = await database.read<{ total: number }>(prepared(statement))
    return count?.total ?? 0
  })
}

/** The documents that match beyond a row, in the order of the list; how many match in all, when that is asked. */
export async function readWalk(
  database: Database,
  tenant: string,
  page: ResourcePage,
  query: ListOptions & { readonly walk: Walk; readonly isCounted: boolean },
): Promise<{ rows: Arranged<ListedText>[]; total?: number }> {
  if (!(await database.hasTable(page.kind))) return { rows: [], ...(query.isCounted ? { total: 0 } : {}) }
  const { limit, isBackward, from } = query.walk
  const listing = { tenant, page, filter: query.filter, sort: query.sort ?? [], parent: query.parent }
  const beyond = from && [...(from.values as RowKey), from.sequence]
  const extent = { limit, offset: 0, isBackward, beyond, hasKeys: true }
  const statements = [listStatement(listing, extent), ...(query.isCounted ? [countStatement(listing)] : [])]
  const [found, counts] = await database.readAll<[KeyedText, { total: number }]>(statements.map(prepared))
  const rows = found.map(({ key, ...row }) => {
    return { row, position: { values: key.slice(0, -1), sequence: key.at(-1) ?? '' } }
  })
  const total = counts?.[0]?.total
  return { rows: isBackward ? rows.reverse() : rows, ...(total === undefined ? {} : { total }) }
}

type KeyedText = ListedText & { readonly key: RowKey }

const names = new Map<string, string>()
const maxNames = 500

/** Statements of the same text are prepared once a connection; rare shapes beyond the limit are not. */
function prepared(query: Statement): Statement & { readonly name?: string } {
  let name = names.get(query.text)
  if (name === undefined && names.size < maxNames) {
    name = `list ${names.size}`
    names.set(query.text, name)
  }
  return name === undefined ? query : { name, ...query }
}
