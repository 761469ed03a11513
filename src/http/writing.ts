/** POST, PATCH and DELETE: the body is read, the verb does the work, the answer is the document as it is now. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Refusal, type ResourcePage, refuse } from '../declare/index.ts'
import { selectFields } from '../derive/fields.ts'
import type { Collection } from '../derive/model.ts'
import { create, type Written } from '../resources/create.ts'
import { patch } from '../resources/patch.ts'
import { parseIfMatch } from '../resources/precondition.ts'
import { remove } from '../resources/remove.ts'
import { readJson } from './body.ts'
import { callerOf, sentCorrelationId } from './caller.ts'
import type { Edge } from './edge.ts'
import { etagOf } from './etag.ts'
import { checkAccept, checkContentType, jsonType, patchTypes, postTypes } from './negotiation.ts'
import { type Handler, type Params, parentOf, placeOf, queryOf, selectionOf } from './reading.ts'
import { withBase } from './representation.ts'

/** POST to a collection. */
export function creation(edge: Edge, { page }: Collection): Handler {
  const { context, settings, base } = edge
  // An order without a golden thread of its client's begins one that bears its own id.
  const beginsThread = page.facts.startsWork === true
  return async (request, reply) => {
    checkAccept(request.headers.accept)
    checkContentType(request.headers['content-type'], postTypes)
    const parent = parentOf(page, request.params)
    const external = base.of(request.raw)
    const sent = sentCorrelationId(request.raw) ?? (beginsThread ? '' : request.id)
    const body = await readJson(request.raw, settings.maxBody)
    const caller = callerOf(page, sent)
    const written = await create(context, page, body, caller, parent).catch((error) => {
      throw taken(error, request) ?? error
    })
    const { id } = written.document
    reply.header('X-Correlation-ID', written.correlationId)
    reply.code(201).header('Location', external + context.model.hrefOf(page, id, parent))
    return answer(edge, page, request, reply, written)
  }
}

/** `If-None-Match: *` asks for "only if it is new": what is taken is then a failed precondition. */
function taken(error: unknown, request: FastifyRequest): Refusal | undefined {
  const isTaken = error instanceof Refusal && error.code === 'duplicateId'
  if (!isTaken || request.headers['if-none-match']?.trim() !== '*') return undefined
  return refuse('preconditionFailed', error.message)
}

/** PATCH of a document. */
export function change(edge: Edge, { page }: Collection): Handler {
  const { context, settings } = edge
  return async (request, reply) => {
    checkAccept(request.headers.accept)
    checkContentType(request.headers['content-type'], patchTypes)
    const place = placeOf(page, request.params)
    const precondition = parseIfMatch(request.headers['if-match'])
    const body = await readJson(request.raw, settings.maxBody)
    // Without a thread of its own, a change continues the one the document was born on.
    const caller = callerOf(page, sentCorrelationId(request.raw) ?? '')
    const written = await patch(context, page, place, body, caller, precondition)
    if (written.correlationId !== '') reply.header('X-Correlation-ID', written.correlationId)
    return answer(edge, page, request, reply, written)
  }
}

/** DELETE of a document. */
export function removal({ context }: Edge, { page }: Collection): Handler {
  return async (request, reply) => {
    const precondition = parseIfMatch(request.headers['if-match'])
    const caller = callerOf(page, sentCorrelationId(request.raw) ?? '')
    await remove(context, page, placeOf(page, request.params), caller, precondition)
    reply.code(204)
    return null
  }
}

function answer(
  { context, base }: Edge,
  page: ResourcePage,
  request: FastifyRequest<{ Params: Params }>,
  reply: FastifyReply,
  { document, revision }: Written,
): string {
  const selection = selectionOf(queryOf(request.url).parameters)
  reply.header('Content-Type', jsonType).header('ETag', etagOf(revision, selection))
  // Where two APIs show the same thing, the href is that of the API that was asked.
  const shown = { ...document, href: context.model.hrefOf(page, document.id, request.params.parent) }
  return withBase(JSON.stringify(selectFields(page, shown, selection)), base.of(request.raw))
}
