/** Entity tags: the revision of a document, and of which part of it (wire contract, section 15). */
import { createHash } from 'node:crypto'
import type { Selection } from './fields.ts'

/**
 * The strong tag of a representation: `"7"`; `"7-1f0c33aa"` where it is a selection of the attributes, or where `put`
 * names the revisions of other documents that were put into it.
 */
export function etagOf(revision: number, selection: Selection, put: readonly string[] = []): string {
  if (selection === undefined && put.length === 0) return `"${revision}"`
  const names = selection?.map(({ name }) => name).sort() ?? ['*']
  return `"${revision}-${digestOf([...names, ...put])}"`
}

function digestOf(parts: readonly string[]): string {
  return createHash('sha256').update(parts.join(',')).digest('hex').slice(0, 8)
}

/** Whether the client's If-None-Match names the tag. A weak tag matches too: no byte of a read is at stake. */
export function isNoneMatch(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false
  if (header === etag || header.trim() === '*') return true
  return header.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag)
}
