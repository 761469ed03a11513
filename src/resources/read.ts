/** GET: one document, or a page of those that match. */
import { type ResourcePage, refuse } from '../declare/index.ts'
import { matches } from '../derive/matches.ts'
import { type ListedText, readMany, readOne, type StoredText } from '../store/reading.ts'
import type { ListQuery, Place } from './behaviour.ts'
import type { Caller } from './caller.ts'
import type { Context } from './context.ts'

/** A document as text. Throws `resourceNotFound`. */
export async function read(
  context: Context,
  page: ResourcePage,
  place: Place,
  caller: Caller,
): Promise<StoredText> {
  const source = context.behaviours.get(page.kind)?.source
  const row = source
    ? await source.read(place, caller)
    : page.facts.embeddedAs
      ? (await embedded(context, page, place.parent ?? '', caller)).find(({ id }) => id === place.id)
      : await readOne(context.database, caller.tenant, page, place)
  if (row === undefined) throw notFound(page, place.id)
  return row
}

/** A page of documents, oldest first, and how many match in all. */
export async function list(
  context: Context,
  page: ResourcePage,
  query: ListQuery,
  caller: Caller,
): Promise<{ rows: ListedText[]; total: number }> {
  const source = context.behaviours.get(page.kind)?.source
  if (source) return source.list(query, caller)
  if (page.facts.embeddedAs) {
    const all = await embedded(context, page, query.parent ?? '', caller)
    const found = all.filter(({ id, text }) => matches(page, query.filter, { id, ...JSON.parse(text) }))
    const { offset, limit } = query.window
    return { rows: found.slice(offset, offset + limit), total: found.length }
  }
  if (query.parent !== undefined && page.facts.within) {
    await read(context, page.facts.within, { id: query.parent }, caller)
  }
  return readMany(context.database, caller.tenant, page, query)
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
