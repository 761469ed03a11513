/**
 * The document as the client sees it. A stored document is answered as the text it comes as: id and href are put
 * before it, and the hrefs of our own documents in it are made absolute, without parsing it.
 */
import { withBase } from '../derive/own-path.ts'
import type { StoredText } from '../store/reading.ts'

export { withBase }

/** A stored document as text; `href` is without the base. */
export function represent(row: Pick<StoredText, 'id' | 'text'>, href: string, base: string): string {
  const separator = row.text.length > 2 ? ',' : ''
  return `{"id":${JSON.stringify(row.id)},"href":"${base}${href}"${separator}${withBase(row.text, base).slice(1)}`
}
