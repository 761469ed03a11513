/**
 * The document as the client sees it. A stored document is answered as the text it comes as: id and href are put
 * before it, and the hrefs of our own documents in it are made absolute, without parsing it.
 */
import type { ResourcePage } from '../declare/index.ts'
import { type Selection, selectFields } from '../derive/fields.ts'
import type { StoredText } from '../store/reading.ts'

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

// As JSON.stringify writes it, and as PostgreSQL writes jsonb. A text matches only where a member named href
// begins: inside a string the quotes would be escaped.
const compact = '"href":"/tmf-api/'
const spaced = '"href": "/tmf-api/'

/** Makes the hrefs of our own documents absolute in a JSON text. */
export function withBase(json: string, base: string): string {
  if (!json.includes('"/tmf-api/')) return json
  const absolute = `"href":"${base}/tmf-api/`
  return json.replaceAll(spaced, () => absolute).replaceAll(compact, () => absolute)
}
