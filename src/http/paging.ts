/** Offset paging and the headers that tell of it (wire contract, section 7). */
import { refuse } from '../declare/index.ts'
import type { Settings } from '../settings.ts'
import type { Page } from '../store/reading.ts'

const maxOffset = 100_000

/** The part of a list a client wants. */
export interface Window extends Page {
  /** Whether the client named it: only then is a part answered with 206. */
  readonly isAsked: boolean
}

type Parameters = ReadonlyMap<string, readonly string[]>

// Cursors, order and expansion are still to come; until then they are refused rather than passed over in silence.
const notOffered = ['after', 'before', 'sort', 'filter', 'depth', 'expand']

/** Refuses the reserved parameters this version does not offer. */
export function checkOffered(parameters: Parameters): void {
  const asked = notOffered.find((name) => parameters.has(name))
  if (asked !== undefined) {
    throw refuse(
      'invalidQuery',
      `The parameter '${asked}' is not offered yet; offered: fields, offset, limit`,
    )
  }
}

/** The window a query asks for. Throws `invalidPaging` and `offsetTooLarge`. */
export function readWindow(
  parameters: Parameters,
  { defaultLimit, maxLimit }: Pick<Settings, 'defaultLimit' | 'maxLimit'>,
): Window {
  const offset = readCount(parameters, 'offset')
  const limit = readCount(parameters, 'limit')
  if (offset !== undefined && offset > maxOffset) {
    throw refuse('offsetTooLarge', `offset may be at most ${maxOffset}; narrow the list by a filter`)
  }
  return {
    offset: offset ?? 0,
    limit: Math.min(limit ?? defaultLimit, maxLimit),
    isAsked: offset !== undefined || limit !== undefined,
  }
}

function readCount(parameters: Parameters, name: 'offset' | 'limit'): number | undefined {
  const values = parameters.get(name)
  if (values === undefined) return undefined
  const [value = ''] = values
  if (values.length > 1)
    throw refuse('invalidPaging', `${name} is given ${values.length} times; give it once`)
  if (!/^\d+$/.test(value)) {
    throw refuse('invalidPaging', `${name} must be an integer of at least 0, not '${value.slice(0, 100)}'`)
  }
  return Number(value)
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
  if (total > 0) headers.Link = linksOf(window, total, url, keptPieces(query))
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

function linksOf({ offset, limit }: Page, total: number, url: string, kept: readonly string[]): string {
  const link = (rel: string, at: number) =>
    `<${url}?${[...kept, `offset=${at}`, `limit=${limit}`].join('&')}>; rel="${rel}"`
  const links = [link('self', offset)]
  // A page of no elements only counts: there is no next one.
  if (limit === 0) return links.join(', ')
  links.push(link('first', 0))
  if (offset > 0) links.push(link('prev', Math.max(0, offset - limit)))
  if (offset + limit < total) links.push(link('next', offset + limit))
  links.push(link('last', Math.floor((total - 1) / limit) * limit))
  return links.join(', ')
}

/** The pieces of the query that every page shares, safe to stand in a Link header. */
function keptPieces(query: string): string[] {
  return query
    .split('&')
    .filter((piece) => piece !== '' && !/^(offset|limit)=/.test(decodeURIComponent(piece)))
    .map((piece) => piece.replace(/[<>"\\^`{|}]/g, encodeURIComponent))
}
