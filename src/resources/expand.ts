/** Puts referenced resources in the place of references (wire contract, section 8). */
import type { ResourcePage } from '../declare/index.ts'
import type { Expansion } from '../derive/expansion.ts'
import { type FoundReference, foundReferences } from '../derive/found-references.ts'
import type { JsonObject } from '../derive/json.ts'
import type { StoredText } from '../store/reading.ts'
import type { Caller } from './caller.ts'
import type { Context } from './context.ts'
import { find } from './read.ts'

/** The most a response is enlarged by; what is beyond stays a reference. */
const mostResources = 200
const mostCharacters = 10 * 2 ** 20

/** A document to be expanded. It is changed in place. */
export interface Expandable {
  readonly page: ResourcePage
  readonly document: JsonObject
}

/**
 * Expands documents that are shown together. What cannot be found stays a reference; attributes of a reference that
 * the resource does not have, such as its role, are kept. Gives the revisions that were put in: what the result depends
 * on besides the documents.
 */
export async function expandReferences(
  context: Context,
  expandable: readonly Expandable[],
  expansion: Expansion,
  caller: Caller,
): Promise<string[]> {
  const put: string[] = []
  const known = new Map<string, Promise<StoredText | undefined>>()
  let characters = 0
  let level = expandable.map((each) => ({ ...each, expansion }))
  while (level.length > 0 && put.length < mostResources) {
    const found = level.flatMap(({ page, document, expansion: wanted }) =>
      foundReferences(context.model, page, document, wanted),
    )
    const within = found.slice(0, mostResources - put.length)
    const resources = await Promise.all(within.map((each) => resourceOf(context, each, known, caller)))
    level = []
    for (const [index, resource] of resources.entries()) {
      const { reference, replace, onward } = within[index] as FoundReference
      if (resource === undefined || characters + resource.row.text.length > mostCharacters) continue
      const { page, row } = resource
      characters += row.text.length
      put.push(`${page.kind} ${row.id} ${row.revision}`)
      const document = documentOf(context, page, row)
      level.push({ page, document, expansion: onward })
      // What is known of the resource goes before what the reference says of it.
      replace(Object.assign(document, { ...reference, ...document }))
    }
  }
  return put
}

/** The first of the resources a reference may name that is there. */
async function resourceOf(
  context: Context,
  { reference, pages }: FoundReference,
  known: Map<string, Promise<StoredText | undefined>>,
  caller: Caller,
): Promise<{ readonly page: ResourcePage; readonly row: StoredText } | undefined> {
  const rows = await Promise.all(
    pages.map((page) => {
      const id = keyOf(page, reference)
      const name = `${page.kind} ${id}`
      const row = known.get(name) ?? find(context, page, { id }, caller)
      known.set(name, row)
      return row
    }),
  )
  const index = rows.findIndex((row) => row !== undefined)
  const [page, row] = [pages[index], rows[index]]
  return page && row && { page, row }
}

/** A reference to a catalogue entity may name its version. */
function keyOf(page: ResourcePage, { id, version }: JsonObject): string {
  const isOfVersion = page.facts.isVersioned === true && typeof version === 'string'
  return isOfVersion ? `${id}:(version=${version})` : String(id)
}

function documentOf({ model }: Context, page: ResourcePage, { id, text }: StoredText): JsonObject {
  return { id, href: model.hrefOf(page, id), '@type': page.name, ...JSON.parse(text) }
}
