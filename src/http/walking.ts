/** A list that is walked from cursor to cursor (wire contract, section 7). */
import { refuse } from '../declare/index.ts'
import type { Arranged } from '../derive/arrange.ts'
import type { Walked } from '../resources/behaviour.ts'
import type { ListedText } from '../store/reading.ts'
import type { CursorSeal, Edge } from './cursor.ts'
import { linksHeader } from './links.ts'
import type { CursorWindow } from './paging.ts'

/** One step of a walk: the rows of a page, and what is on either side of it. */
export interface WalkStep {
  readonly rows: readonly ListedText[]
  readonly headers: Readonly<Record<string, string>>
  /** The Content-Range, when the body is a part of the list. */
  readonly part: string | undefined
}

export interface WalkOptions {
  readonly seal: CursorSeal
  /** The absolute URL of the collection, and the query as it was sent. */
  readonly url: string
  readonly query: string
  /** Reads rows from a place on. */
  readonly read: (walk: { limit: number; isBackward: boolean; from?: Edge['position'] }) => Promise<Walked>
}

/** Throws `invalidCursor`. */
export async function walkStep(
  { cursor, isBackward, limit }: CursorWindow,
  { seal, url, query, read }: WalkOptions,
): Promise<WalkStep> {
  if (isBackward && cursor === '')
    throw refuse('invalidCursor', 'before= needs a cursor; a walk begins with after=')
  const edge = cursor === '' ? undefined : seal.open(cursor)
  // One more than is shown tells whether there are more.
  const walk = { limit: limit + 1, isBackward, ...(edge ? { from: edge.position } : {}) }
  const { rows, total } = await read(walk)
  const hasMore = rows.length > limit
  const shown = isBackward ? rows.slice(hasMore ? 1 : 0) : rows.slice(0, limit)
  const first = isBackward ? Math.max(0, (edge?.at ?? 0) - shown.length) : (edge?.at ?? 0)
  const next = isBackward || hasMore ? edgeAfter(shown, first) : undefined
  const previous = (isBackward ? hasMore : edge !== undefined) ? edgeBefore(shown, first) : undefined
  const relations = {
    self: `${isBackward ? 'before' : 'after'}=${cursor}&limit=${limit}`,
    ...(next ? { next: `after=${seal.close(next)}&limit=${limit}` } : {}),
    ...(previous ? { prev: `before=${seal.close(previous)}&limit=${limit}` } : {}),
  }
  const headers: Record<string, string> = { 'X-Result-Count': String(shown.length), 'Accept-Ranges': 'items' }
  if (total !== undefined) headers['X-Total-Count'] = String(total)
  const isLinked = total !== 0 && (shown.length > 0 || edge !== undefined)
  const link = isLinked ? linksHeader(url, query, relations) : undefined
  if (link !== undefined) headers.Link = link
  const part = next || previous ? `items ${first}-${first + shown.length - 1}/${total ?? '*'}` : undefined
  return { rows: shown.map(({ row }) => row), headers, part }
}

function edgeAfter(rows: readonly Arranged<ListedText>[], first: number): Edge | undefined {
  const last = rows.at(-1)
  return last && { position: last.position, at: first + rows.length }
}

function edgeBefore([start]: readonly Arranged<ListedText>[], first: number): Edge | undefined {
  return start && { position: start.position, at: first }
}

/** Whether a Prefer header (RFC 7240) asks for the exact count, which a walk does without. */
export function prefersCount(header: string | undefined): boolean {
  return (header ?? '').split(',').some((each) => /^\s*count\s*=\s*("exact"|exact)\s*(;|$)/i.test(each))
}
