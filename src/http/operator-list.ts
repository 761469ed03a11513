/** What operators see beside the TM Forum APIs: lists, filtered by name and paged as section 7 has them, and one of a list. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { refuse } from '../declare/index.ts'
import { nearest } from '../derive/nearest.ts'
import { parseQuery } from '../derive/query-string.ts'
import type { Page } from '../store/reading.ts'
import type { Edge } from './edge.ts'
import { checkAccept, jsonType } from './negotiation.ts'
import { pageHeaders, partOf, readWindow } from './paging.ts'
import { rawQuery } from './reading.ts'

/** What is selected: a text for each name that was given. */
type Selection<Name extends string> = Partial<Record<Name, string>>

interface OperatorList<Name extends string> {
  /** The path of the list, and what it may be filtered by. */
  readonly path: string
  readonly names: readonly Name[]
  /** A page of what is selected, with links by the base, and how many there are. */
  readonly read: (
    selection: Selection<Name>,
    window: Page,
    base: string,
  ) => Promise<{ readonly rows: readonly object[]; readonly total: number }>
}

/** Answers with a page of the list, 206 when it was asked for and is not all. */
export async function answerList<Name extends string>(
  { settings, base }: Edge,
  request: FastifyRequest,
  reply: FastifyReply,
  { path, names, read }: OperatorList<Name>,
): Promise<string> {
  checkAccept(request.headers.accept)
  const external = base.of(request.raw)
  const query = rawQuery(request.url)
  const { parameters, conditions } = parseQuery(query)
  const window = readWindow(parameters, request.headers.range, settings)
  const pairs = conditions.map((condition) => {
    const at = condition.indexOf('=')
    return [condition.slice(0, at < 0 ? undefined : at), at < 0 ? '' : condition.slice(at + 1)] as const
  })
  const others = [...parameters.keys()].filter((name) => name !== 'offset' && name !== 'limit')
  const selection = selectionOf(names, [...pairs, ...others.map((name) => [name, ''] as const)])
  const { rows, total } = await read(selection, window, external)
  const answered = { total, count: rows.length, url: external + path, query }
  reply.header('Content-Type', jsonType).header('Cache-Control', 'no-store')
  reply.headers(pageHeaders(window, answered))
  const part = partOf(window, answered)
  if (part !== undefined && settings.partialStatus === 206) reply.code(206).header('Content-Range', part)
  return JSON.stringify(rows)
}

/** Answers with one of the list; `read` gives it with links by the base. */
export async function answerItem(
  { base }: Edge,
  request: FastifyRequest,
  reply: FastifyReply,
  read: (base: string) => Promise<object>,
): Promise<string> {
  checkAccept(request.headers.accept)
  const found = await read(base.of(request.raw))
  reply.header('Content-Type', jsonType).header('Cache-Control', 'no-store')
  return JSON.stringify(found)
}

/** Reads what to select from names and values. Throws `invalidQuery` for a name there is not, and one given twice. */
export function selectionOf<Name extends string>(
  names: readonly Name[],
  pairs: Iterable<readonly [string, unknown]>,
): Selection<Name> {
  const selection: Selection<Name> = {}
  for (const [name, value] of pairs) {
    const known = names.find((each) => each === name)
    if (known === undefined) {
      throw refuse('invalidQuery', `'${name.slice(0, 100)}' selects nothing here${nearest(name, names)}`)
    }
    if (typeof value !== 'string' || value === '' || value.includes('\u0000') || selection[known]) {
      throw refuse('invalidQuery', `${known} must be a text, and given once`)
    }
    selection[known] = value
  }
  return selection
}
