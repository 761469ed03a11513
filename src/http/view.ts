/** How documents are shown: which attributes, and which references as the resources they name (wire contract, section 8). */
import type { ResourcePage } from '../declare/index.ts'
import { Effort } from '../derive/effort.ts'
import { type Expansion, parseExpansion } from '../derive/expansion.ts'
import { parseFields, type Selection } from '../derive/fields.ts'
import type { JsonObject } from '../derive/json.ts'
import type { ParsedQuery } from '../derive/query-string.ts'
import { selectFields } from '../derive/select-fields.ts'
import type { Caller } from '../resources/caller.ts'
import type { Context } from '../resources/context.ts'
import { expandReferences } from '../resources/expand.ts'
import type { StoredText } from '../store/reading.ts'
import { represent, withBase } from './representation.ts'

export interface View {
  readonly selection: Selection
  readonly expansion: Expansion | undefined
}

/** The view a query asks for. Throws `invalidFields` and `invalidExpand`. */
export function viewOf({ model }: Context, page: ResourcePage, parameters: ParsedQuery['parameters']): View {
  return { selection: selectionOf(page, parameters), expansion: parseExpansion(model, page, parameters) }
}

/** The attributes of a page that a query asks for. */
export function selectionOf(page: ResourcePage, parameters: ParsedQuery['parameters']): Selection {
  const names = parameters.get('fields')
  return names === undefined ? undefined : parseFields(page, names)
}

/** Documents as texts, and what they show of others. */
export interface Shown {
  readonly texts: readonly string[]
  /** Which revisions of which other documents were put in. */
  readonly put: readonly string[]
}

/** Where documents are shown: the base of their links, and the path of each without it. */
export interface Surroundings {
  readonly base: string
  readonly hrefOf: (id: string) => string
  readonly caller: Caller
}

/** What looking for elements may cost for all documents of an answer together, in values looked at. */
const effortForAnswer = 2_000_000

/** Shows stored documents. Without a view of its own a document is answered as the text it is. */
export async function show(
  context: Context,
  page: ResourcePage,
  rows: readonly Pick<StoredText, 'id' | 'text'>[],
  { selection, expansion }: View,
  { base, hrefOf, caller }: Surroundings,
): Promise<Shown> {
  if (selection === undefined && expansion === undefined) {
    return { texts: rows.map((row) => represent(row, hrefOf(row.id), base)), put: [] }
  }
  const documents = rows.map(({ id, text }): JsonObject => ({ id, href: hrefOf(id), ...JSON.parse(text) }))
  const expandable = documents.map((document) => ({ page, document }))
  const put = expansion ? await expandReferences(context, expandable, expansion, caller) : []
  const effort = new Effort(effortForAnswer)
  const texts = documents.map((document) =>
    withBase(JSON.stringify(selectFields(page, document, selection, effort)), base),
  )
  return { texts, put }
}
