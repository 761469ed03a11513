/** Which part of a list a client wants, and the headers that tell of an offset (wire contract, section 7). */
import { refuse } from '../declare/index.ts'
import type { Settings } from '../settings.ts'
import type { Page } from '../store/reading.ts'
import { linksHeader } from './links.ts'
import { readRange } from './range.ts'

const maxOffset = 100_000

/** The part of a list a client wants. */
export interface Window extends Page {
  /** Whether the client named it: only then is a part answered with 206. */
  readonly isAsked: boolean
  /** Whether it was named by a Range header, which must begin within the list. */
  readonly isRange: boolean
}

/** A walk from cursor to cursor: after one or before one; it starts with an empty `after`. */
export interface CursorWindow {
  readonly cursor: string
  readonly isBackward: boolean
  readonly limit: number
}

export type Parameters = ReadonlyMap<string, readonly string[]>
type Limits = Pick<Settings, 'defaultLimit' | 'maxLimit'>

/** The window a query asks for, or its Range header. Throws `invalidPaging` and `offsetTooLarge`. */
export function readWindow(parameters: Parameters, range: string | undefined, limits: Limits): Window {
  const offset = readCount(parameters, 'offset')
  const limit = readCount(parameters, 'limit')
  const isNamed = offset !== undefined || limit !== undefined
  const ranged = isNamed ? undefined : readRange(range, limits.defaultLimit)
  const first = ranged?.offset ?? offset ?? 0
  if (first > maxOffset) {
    throw refuse(
      'offsetTooLarge',
      `offset may be at most ${maxOffset}; go on from a cursor: begin with after=`,
    )
  }
  return {
    offset: first,
    limit: Math.min(ranged?.limit ?? limit ?? limits.defaultLimit, limits.maxLimit),
    isAsked: isNamed || ranged !== undefined,
    isRange: ranged !== undefined,
  }
}

/** The walk a query asks for; undefined when it has no cursor. Throws `invalidPaging`. */
export function readCursorWindow(parameters: Parameters, limits: Limits): CursorWindow | undefined {
  const [after, before] = [readOnce(parameters, 'after'), readOnce(parameters, 'before')]
  const cursor = after ?? before
  if (cursor === undefined) return undefined
  if (after !== undefined && before !== undefined)
    throw refuse('invalidPaging', 'Give either after or before')
  if (parameters.has('offset'))
    throw refuse('invalidPaging', 'A cursor takes the place of offset; leave that out')
  const limit = readCount(parameters, 'limit') ?? limits.defaultLimit
  return { cursor, isBackward: after === undefined, limit: Math.min(limit, limits.maxLimit) }
}

function readCount(parameters: Parameters, name: 'offset' | 'limit'): number | undefined {
  const value = readOnce(parameters, name)
  if (value === undefined) return undefined
  if (!/^\d+$/.test(value)) {
    throw refuse('invalidPaging', `${name} must be an integer of at least 0, not '${value.slice(0, 100)}'`)
  }
  return Number(value)
}

function readOnce(parameters: Parameters, name: string): string | undefined {
  const values = parameters.get(name)
  if (values !== undefined && values.length > 1)
    throw refuse('invalidPaging', `${name} is given ${values.length} times; give it once`)
  return values?.[0]
}

/** What is known of an answered page. */
export interface Answered {
  /** How many match in all. */
  readonly total: number
  /** How many are in the body. */
  readonly count: number
  /** The absolute URL of the collection. */
  readonly url: string
  /** The query string as it was sent. */
  readonly query: string
}

/** The headers of a page of a list. */
export function pageHeaders(window: Window, { total, count, url, query }: Answered): Record<string, string> {
  const headers: Record<string, string> = {
    'X-Total-Count': String(total),
    'X-Result-Count': String(count),
    'Accept-Ranges': 'items',
  }
  const link = total > 0 ? linksHeader(url, query, relationsOf(window, total)) : undefined
  if (link !== undefined) headers.Link = link
  return headers
}

/** The Content-Range of a body that is a part and was asked for as one; otherwise undefined. */
export function partOf(
  window: Window,
  { total, count }: Pick<Answered, 'total' | 'count'>,
): string | undefined {
  if (!window.isAsked || count === 0 || count >= total) return undefined
  return `items ${window.offset}-${window.offset + count - 1}/${total}`
}

function relationsOf({ offset, limit }: Page, total: number): Record<string, string> {
  const at = (start: number) => `offset=${start}&limit=${limit}`
  // A page of no elements only counts: there is no next one.
  if (limit === 0) return { self: at(offset) }
  return {
    self: at(offset),
    first: at(0),
    ...(offset > 0 ? { prev: at(Math.max(0, offset - limit)) } : {}),
    ...(offset + limit < total ? { next: at(offset + limit) } : {}),
    last: at(Math.floor((total - 1) / limit) * limit),
  }
}
