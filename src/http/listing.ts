/** GET of a collection: a page by offset or Range, or a step of a walk by cursor (wire contract, section 7). */
import type { FastifyRequest } from 'fastify'
import type { Collection } from '../derive/model.ts'
import { parseQueryFilter } from '../derive/query-filter.ts'
import type { ParsedQuery } from '../derive/query-string.ts'
import { parseSort } from '../derive/sort.ts'
import type { ListQuery } from '../resources/behaviour.ts'
import type { Caller } from '../resources/caller.ts'
import { list, walk } from '../resources/read.ts'
import { cursorSecret } from '../store/cursor-secret.ts'
import type { ListedText } from '../store/reading.ts'
import { callerOf } from './caller.ts'
import { CursorSeal } from './cursor.ts'
import type { Edge } from './edge.ts'
import { checkAccept, jsonType } from './negotiation.ts'
import { pageHeaders, partOf, readCursorWindow, readWindow } from './paging.ts'
import { checkRange } from './range.ts'
import { type Handler, type Params, parentOf, queryOf, rawQuery } from './reading.ts'
import { show, viewOf } from './view.ts'
import { prefersCount, walkStep } from './walking.ts'

/** The rows of an answer and the headers that tell of them. */
interface Part {
  readonly rows: readonly ListedText[]
  readonly headers: Readonly<Record<string, string>>
  /** The Content-Range, when the body is a part that was asked for. */
  readonly part: string | undefined
}

/** What is asked of a collection, and where it is. */
interface Asked {
  readonly edge: Edge
  readonly collection: Collection
  readonly request: FastifyRequest<{ Params: Params }>
  readonly parsed: ParsedQuery
  readonly listed: Omit<ListQuery, 'window'>
  readonly caller: Caller
  /** The absolute URL of the collection, and the query as it was sent. */
  readonly place: { readonly url: string; readonly query: string }
}

/** Answers with 200, or 206 when a part was asked for. */
export function listing(edge: Edge, collection: Collection): Handler {
  const { page } = collection
  const { context, settings } = edge
  return async (request, reply) => {
    checkAccept(request.headers.accept)
    const parsed = queryOf(request.url)
    const view = viewOf(context, page, parsed.parameters)
    const parent = parentOf(page, request.params)
    const base = edge.base.of(request.raw)
    const url = base + collection.path.replace('{parent}', encodeURIComponent(parent ?? ''))
    const caller = callerOf(page, request.id)
    const listed = await context.types.use(caller.tenant, (table) => {
      const queried = table.pageOf(page)
      return {
        parent,
        filter: parseQueryFilter(queried, parsed, settings.unknownFilter),
        sort: parseSort(queried, parsed.parameters.get('sort') ?? []),
      }
    })
    const { rows, headers, part } = await partAsked({
      edge,
      collection,
      request,
      parsed,
      caller,
      place: { url, query: rawQuery(request.url) },
      listed,
    })
    reply.header('Content-Type', jsonType).header('Cache-Control', 'no-store').headers(headers)
    if (part !== undefined && settings.partialStatus === 206) reply.code(206).header('Content-Range', part)
    const hrefOf = (id: string) => context.model.hrefOf(page, id, parent)
    const { texts } = await show(context, page, rows, view, { base, hrefOf, caller })
    return `[${texts.join(',')}]`
  }
}

async function partAsked(asked: Asked): Promise<Part> {
  const { edge, collection, request, parsed, listed, caller, place } = asked
  const { context, settings } = edge
  const cursor = readCursorWindow(parsed.parameters, settings)
  if (cursor) {
    const seal = new CursorSeal(await cursorSecret(context.database), nameOf(asked))
    const isCounted = prefersCount(request.headers.prefer?.toString())
    return walkStep(cursor, {
      ...place,
      seal,
      read: (step) => walk(context, collection.page, { ...listed, walk: step, isCounted }, caller),
    })
  }
  const window = readWindow(parsed.parameters, request.headers.range, settings)
  const { rows, total } = await list(context, collection.page, { ...listed, window }, caller)
  if (window.isRange) checkRange(window, total)
  const answered = { ...place, total, count: rows.length }
  return { rows, headers: pageHeaders(window, answered), part: partOf(window, answered) }
}

/** What makes a list this one: a cursor of another is of no use to it. */
function nameOf({ collection, parsed, listed, caller }: Asked): unknown[] {
  const { parameters, conditions } = parsed
  const parts = [parameters.get('filter') ?? [], parameters.get('sort') ?? []]
  return [caller.tenant, collection.path, listed.parent ?? null, [...conditions].sort(), ...parts]
}
