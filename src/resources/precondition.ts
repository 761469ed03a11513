/** `If-Match`: a change only to the revision the caller has seen (wire contract, section 15). */
import { type Document, type ResourcePage, refuse } from '../declare/index.ts'
import { changedSince } from '../derive/changed-since.ts'
import type { JsonObject } from '../derive/json.ts'
import { revisionsFrom } from '../store/event-log.ts'
import type { Work } from './work.ts'

/** The revisions a caller accepts; `any` for `*`, `missing` where it had to name some and did not. */
export type Precondition = readonly number[] | 'any' | 'missing'

/** Reads an If-Match header. Weak tags never match. Throws `invalidHeader`. */
export function parseIfMatch(header: string | undefined): Precondition | undefined {
  if (header === undefined) return undefined
  if (header.trim() === '*') return 'any'
  const revisions: number[] = []
  for (const tag of header.split(',')) {
    const match = /^\s*(W\/)?"(\d+)(?:-[0-9a-f]{8})?"\s*$/.exec(tag)
    if (!match)
      throw refuse(
        'invalidHeader',
        `If-Match must be a list of entity tags such as "7", not ${header.slice(0, 100)}`,
      )
    if (match[1] === undefined) revisions.push(Number(match[2]))
  }
  return revisions
}

/**
 * Refuses when a locked document is at none of the revisions the caller accepts: `preconditionFailed` with what has
 * changed since, as far as the event log knows, or `preconditionRequired` when the caller names none and must.
 */
export async function checkRevision(
  work: Work,
  page: ResourcePage,
  { document, revision }: { readonly document: Document; readonly revision: number },
  precondition: Precondition | undefined,
): Promise<void> {
  if (precondition === undefined || precondition === 'any') return
  const headers = { ETag: `"${revision}"` }
  if (precondition === 'missing') {
    const message = `Read ${page.member} ${document.id} and send its ETag as If-Match, or * for whatever it is now`
    throw refuse('preconditionRequired', message, { headers })
  }
  if (precondition.includes(revision)) return
  const message = `If-Match names revision ${precondition.join(', ') || 'none'}, current is ${revision}: read it again`
  const seen = Math.max(...precondition.filter((each) => each < revision))
  const errorItem = Number.isFinite(seen) ? await changesAfter(work, page, { document, revision }, seen) : []
  throw refuse('preconditionFailed', message, { headers, ...(errorItem.length > 0 ? { errorItem } : {}) })
}

/** More changes than anybody wants to be told one by one. */
const maxEvents = 100

async function changesAfter(
  work: Work,
  page: ResourcePage,
  current: { readonly document: Document; readonly revision: number },
  seen: number,
) {
  const logged = await revisionsFrom(work.tx, page.kind, current.document.id, seen, maxEvents)
  // Versions of a catalogue entity count their revisions each for itself. One that was given another name since then
  // cannot be told from the others: nothing is said of it.
  const isOwn = ({ version }: JsonObject) => !page.facts.isVersioned || version === current.document.version
  const own = logged.filter(({ document, revision }) => revision < current.revision && isOwn(document))
  return own[0]?.revision === seen ? changedSince(page, [...own, current]).slice(0, maxEvents) : []
}
