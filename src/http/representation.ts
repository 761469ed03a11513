/**
 * The document as the client sees it. A stored document is answered as the text it comes as: id and href are put
 * before it, and the hrefs of our own documents in it are made absolute, without parsing it.
 */
import type { ResourcePage } from '../declare/index.ts'
import { type Selection, selectFields } from '../derive/fields.ts'
import { withBase } from '../derive/own-path.ts'
import type { StoredText } from '../store/reading.ts'

export { withBase }

/** A stored document, or the selected part of it, as text; `href` is without the base. */
export function represent(
  page: ResourcePage,
  row: Pick<StoredText, 'id' | 'text'>,
  href: string,
  { selection, base }: { readonly selection: Selection; readonly base: string },
): string {
  if (selection !== undefined) {
    const document = { id: row.id, href, ...JSON.parse(row.text) }
    return withBase(JSON.stringify(selectFields(page, document, selection)), base)
  }
  const separator = row.text.length > 2 ? ',' : ''
  return `{"id":${JSON.stringify(row.id)},"href":"${base}${href}"${separator}${withBase(row.text, base).slice(1)}`
}
