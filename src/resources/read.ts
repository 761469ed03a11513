/** GET: one document, or a page of those that match. */
import { type ResourcePage, refuse } from '../declare/index.ts'
import { type Arranged, arrange, type Entry, walkThrough } from '../derive/arrange.ts'
import { splitVersionKey, versionOf } from '../derive/versions.ts'
import { type ListedText, readMany, readOne, readWalk, type StoredText } from '../store/reading.ts'
import type { ListQuery, Place, Walked, WalkQuery } from './behaviour.ts'
import type { Caller } from './caller.ts'
import type { Context } from './context.ts'

/** A document as text. Throws `resourceNotFound`. */
export async function read(
  context: Context,
  page: ResourcePage,
  place: Place,
  caller: Caller,
): Promise<StoredText> {
  const row = await find(context, page, place, caller)
  if (row !== undefined) return row
  // Where its parent is not there either, that is what is told.
  const above = page.facts.within
  if (above !== undefined && place.parent !== undefined) {
    await read(context, above, { id: place.parent }, caller)
  }
  throw notFound(page, place.id)
}

/** A document as text; undefined when there is none. */
export async function find(
  context: Context,
  page: ResourcePage,
  place: Place,
  caller: Caller,
): Promise<StoredText | undefined> {
  const source = context.behaviours.get(page.kind)?.source
  if (source) return source.read(place, caller)
  if (page.facts.embeddedAs) {
    return (await embedded(context, page, place.parent ?? '', caller)).find(({ id }) => id === place.id)
  }
  if (page.facts.isVersioned) return readVersion(context, page, place, caller)
  return readOne(context.database, caller.tenant, page, place)
}

/** A version of an entity: the one the place names, or the one that answers for the id. */
async function readVersion(
  context: Context,
  page: ResourcePage,
  place: Place,
  caller: Caller,
): Promise<StoredText | undefined> {
  const { id, version } = splitVersionKey(place.id)
  const row = await readOne(context.database, caller.tenant, page, place)
  if (row !== undefined || version === undefined) return row && { ...row, id }
  const answering = await readOne(context.database, caller.tenant, page, { id })
  return answering && versionOf(JSON.parse(answering.text)) === version ? answering : undefined
}

/** A page of documents, oldest first unless sorted, and how many match in all. */
export async function list(
  context: Context,
  page: ResourcePage,
  query: ListQuery,
  caller: Caller,
): Promise<{ rows: ListedText[]; total: number }> {
  const source = context.behaviours.get(page.kind)?.source
  if (source) return source.list(query, caller)
  if (page.facts.embeddedAs) {
    const found = await arranged(context, page, query, caller)
    const { offset, limit } = query.window
    return { rows: found.slice(offset, offset + limit).map(({ row }) => row), total: found.length }
  }
  if (query.parent !== undefined && page.facts.within) {
    await read(context, page.facts.within, { id: query.parent }, caller)
  }
  const found = await readMany(context.database, caller.tenant, page, query)
  if (!page.facts.isVersioned) return found
  return { ...found, rows: found.rows.map((row) => ({ ...row, id: splitVersionKey(row.id).id })) }
}

/** The documents beyond a position, in the order of the list. Throws `invalidPaging` where a list has no cursors. */
export async function walk(
  context: Context,
  page: ResourcePage,
  query: WalkQuery,
  caller: Caller,
): Promise<Walked> {
  const source = context.behaviours.get(page.kind)?.source
  if (source) {
    if (source.walk) return source.walk(query, caller)
    throw refuse('invalidPaging', `${page.path} has no cursors; use offset and limit`)
  }
  if (page.facts.embeddedAs) {
    const found = await arranged(context, page, query, caller)
    const rows = walkThrough(query.sort ?? [], found, query.walk)
    return { rows, ...(query.isCounted ? { total: found.length } : {}) }
  }
  if (query.parent !== undefined && page.facts.within) {
    await read(context, page.facts.within, { id: query.parent }, caller)
  }
  const found = await readWalk(context.database, caller.tenant, page, query)
  if (!page.facts.isVersioned) return found
  const rows = found.rows.map(({ row, position }) => {
    return { row: { ...row, id: splitVersionKey(row.id).id }, position }
  })
  return { ...found, rows }
}

/** The documents a parent holds that match, in order. */
async function arranged(
  context: Context,
  page: ResourcePage,
  { filter, sort = [], parent = '' }: Pick<ListQuery, 'filter' | 'sort' | 'parent'>,
  caller: Caller,
): Promise<Arranged<StoredText>[]> {
  const all = await embedded(context, page, parent, caller)
  const entries = all.map((row, index): Entry<StoredText> => {
    const document = { id: row.id, href: context.model.hrefOf(page, row.id, parent), ...JSON.parse(row.text) }
    return { row, document, sequence: String(index).padStart(10, '0') }
  })
  return arrange(page, { filter, sort }, entries)
}

/** The documents a parent holds in one of its own attributes. */
async function embedded(
  context: Context,
  page: ResourcePage,
  parent: string,
  caller: Caller,
): Promise<StoredText[]> {
  const parentPage = page.facts.within
  if (parentPage === undefined) throw new Error(`${page.name} is embedded in nothing`)
  const row = await read(context, parentPage, { id: parent }, caller)
  const elements = JSON.parse(row.text)[page.facts.embeddedAs ?? ''] ?? []
  return (elements as Record<string, unknown>[]).map(({ id, href: _href, ...rest }, index) => ({
    id: typeof id === 'string' ? id : String(index + 1),
    revision: row.revision,
    updated: row.updated,
    text: JSON.stringify(rest),
  }))
}

export function notFound(page: ResourcePage, id: string) {
  return refuse('resourceNotFound', `${page.member} '${id.slice(0, 300)}' does not exist`)
}
