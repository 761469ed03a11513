/** `If-Match`: a change only to the revision the caller has seen (wire contract, section 15). */
import { refuse } from '../declare/index.ts'

/** The revisions a caller accepts; `any` for `*`. */
export type Precondition = readonly number[] | 'any'

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

/** Refuses when the document is at none of the revisions the caller accepts. */
export function checkRevision(current: number, precondition: Precondition | undefined): void {
  if (precondition === undefined || precondition === 'any' || precondition.includes(current)) return
  const message = `If-Match names revision ${precondition.join(', ') || 'none'}, current is ${current}: read it again`
  throw refuse('preconditionFailed', message, { headers: { ETag: `"${current}"` } })
}
