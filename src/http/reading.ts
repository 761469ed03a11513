/** GET of one document with its tag, and what all routes read from a request target. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ResourcePage } from '../declare/index.ts'
import { etagOf, isNoneMatch } from '../derive/etag.ts'
import type { Collection } from '../derive/model.ts'
import { type ParsedQuery, parseQuery } from '../derive/query-string.ts'
import type { Place } from '../resources/behaviour.ts'
import { notFound, read } from '../resources/read.ts'
import { callerOf } from './caller.ts'
import type { Edge } from './edge.ts'
import { checkAccept, jsonType } from './negotiation.ts'
import { show, viewOf } from './view.ts'

/** The parameters of a route's path. */
export interface Params {
  readonly id: string
  readonly parent?: string
}

export type Handler = (
  request: FastifyRequest<{ Params: Params }>,
  reply: FastifyReply,
) => Promise<string | null>

/** GET of one document. */
export function retrieve({ context, base }: Edge, { page }: Collection): Handler {
  return async (request, reply) => {
    checkAccept(request.headers.accept)
    const view = viewOf(context, page, queryOf(request.url).parameters)
    const place = placeOf(page, request.params)
    const surroundings = {
      base: base.of(request.raw),
      hrefOf: (id: string) => context.model.hrefOf(page, id, place.parent),
      caller: callerOf(page, request.id),
    }
    const row = await read(context, page, place, surroundings.caller)
    const { texts, put } = await show(context, page, [row], view, surroundings)
    const etag = etagOf(row.revision, view.selection, put)
    reply.header('ETag', etag).header('Cache-Control', 'no-cache')
    reply.header('Last-Modified', new Date(row.updated).toUTCString())
    if (isNoneMatch(request.headers['if-none-match'], etag)) {
      reply.code(304)
      return null
    }
    reply.header('Content-Type', jsonType)
    return texts[0] ?? null
  }
}

const noQuery: ParsedQuery = { parameters: new Map(), conditions: [] }

/** The query of a request target, taken apart. */
export function queryOf(target: string): ParsedQuery {
  const raw = rawQuery(target)
  return raw === '' ? noQuery : parseQuery(raw)
}

/** The query of a request target as it was sent, without the question mark. */
export function rawQuery(target: string): string {
  const start = target.indexOf('?')
  return start < 0 ? '' : target.slice(start + 1)
}

/** The key of a document in a path. An id no document can have is not even looked for. */
export function placeOf(page: ResourcePage, params: Params): Place {
  const { id } = params
  if (isImpossible(id)) throw notFound(page, id)
  return { id, parent: parentOf(page, params) }
}

/** The parent a path names, for a nested collection. */
export function parentOf(page: ResourcePage, { parent }: Params): string | undefined {
  if (parent !== undefined && isImpossible(parent)) throw notFound(page.facts.within ?? page, parent)
  return parent
}

// PostgreSQL has no text with U+0000: a query for one would fail instead of finding nothing.
const isImpossible = (id: string): boolean => id === '' || id.includes('\u0000')
