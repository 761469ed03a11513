/** Entity tags: the revision of a document, and of which part of it (wire contract, section 15). */
import { createHash } from 'node:crypto'
import type { Selection } from '../derive/fields.ts'

/** The strong tag of a representation: `"7"`, or `"7-1f0c33aa"` of a selection of its attributes. */
export function etagOf(revision: number, selection: Selection): string {
  return selection === undefined ? `"${revision}"` : `"${revision}-${digestOf(selection)}"`
}

function digestOf(selection: NonNullable<Selection>): string {
  const names = selection.map((path) => path.join('.')).sort()
  return createHash('sha256').update(names.join(',')).digest('hex').slice(0, 8)
}

/** Whether the client's If-None-Match names the tag. A weak tag matches too: no byte of a read is at stake. */
export function isNoneMatch(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false
  if (header === etag || header.trim() === '*') return true
  return header.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag)
}
