/** What has changed in a document since a revision a client has seen, as its events tell (wire contract, section 15). */
import type { Finding, ResourcePage } from '../declare/index.ts'
import { changedAttributes } from './change.ts'
import type { JsonObject } from './json.ts'

/** The document as it was at a revision. */
export interface Revision {
  readonly revision: number
  readonly document: JsonObject
}

/**
 * The attributes that differ between the first of these revisions and the last, each with the revision of its last
 * change. Not every change is announced: where revisions are missing, it is said between which the change was made.
 */
export function changedSince(page: ResourcePage, revisions: readonly Revision[]): Finding[] {
  const [first, last] = [revisions[0], revisions.at(-1)]
  if (first === undefined || last === undefined) return []
  const when = new Map<string, string>()
  for (const [index, { revision, document }] of revisions.entries()) {
    const earlier = revisions[index - 1]
    if (earlier === undefined) continue
    const isNext = revision === earlier.revision + 1
    const moment = isNext ? `in revision ${revision}` : `after revision ${earlier.revision}`
    for (const name of changedAttributes(earlier.document, document)) when.set(name, `changed ${moment}`)
  }
  const differing = new Set(changedAttributes(first.document, last.document))
  return [...when]
    .filter(([name]) => differing.has(name) && isContent(page, name))
    .map(([path, message]) => ({ code: 'changed', path, message }))
}

/** Dates that follow every change say nothing about it; the href is the same document's wherever it is shown. */
function isContent(page: ResourcePage, name: string): boolean {
  return name !== 'href' && page.fields[name]?.facts.stamp !== 'change' && name !== page.lifecycle?.movedAt
}
