/** POST, PATCH, PUT and DELETE: the body is read, the verb does the work, the answer is the document as it is now. */
import type { FastifyRequest } from 'fastify'
import { Refusal, type ResourcePage, refuse } from '../declare/index.ts'
import type { Collection } from '../derive/model.ts'
import { type ChangeFormat, merging, patchFormats } from '../derive/patch-format.ts'
import { replacement } from '../derive/replacement.ts'
import { answerOf } from '../resources/answer.ts'
import type { Caller } from '../resources/caller.ts'
import { create } from '../resources/create.ts'
import { patch } from '../resources/patch.ts'
import { type Precondition, parseIfMatch } from '../resources/precondition.ts'
import { remove } from '../resources/remove.ts'
import { readJson } from './body.ts'
import { callerOf, sentCorrelationId, sentTrace } from './caller.ts'
import type { Edge } from './edge.ts'
import { answerAsPreferred } from './monitoring.ts'
import { checkAccept, checkContentType, patchTypes, postTypes } from './negotiation.ts'
import { type Handler, parentOf, placeOf, queryOf } from './reading.ts'
import { selectionOf } from './view.ts'

/** POST to a collection. */
export function creation(edge: Edge, collection: Collection): Handler {
  const { page, path } = collection
  const { settings } = edge
  // An order without a golden thread of its client's begins one that bears its own id.
  const beginsThread = page.facts.startsWork === true
  // What is embedded in its parent is answered with the parent (TMF684).
  const shown = (page.facts.embeddedAs && page.facts.within) || page
  const above = (parent: string | undefined) => (shown === page ? parent : undefined)
  return async (request, reply) => {
    checkAccept(request.headers.accept)
    const type = checkContentType(request.headers['content-type'], postTypes)
    const parent = parentOf(page, request.params)
    const sent = sentCorrelationId(request.raw) ?? (beginsThread ? '' : request.id)
    const body = await readJson(request.raw, settings.maxBody)
    const selection = selectionOf(shown, queryOf(request.url).parameters)
    const caller = { ...callerOf(page, sent, sentTrace(request.raw)), ...wantedEnd(page, request) }
    const read = { caller, type, body, path: path.replace('{parent}', encodeURIComponent(parent ?? '')) }
    return answerAsPreferred(edge, collection, request, reply, read, async (context) => {
      const written = await create(context, page, body, caller, parent)
      const location = context.model.hrefOf(shown, written.document.id, above(parent))
      return {
        status: 201,
        location,
        ...answerOf(context.model, shown, written, { selection, parent: above(parent) }),
      }
    }).catch((error) => {
      throw taken(error, request) ?? error
    })
  }
}

/** How the client wants a task to end, where it may say so. */
function wantedEnd({ facts }: ResourcePage, { headers }: FastifyRequest): Pick<Caller, 'wantedEnd'> {
  const wanted = facts.endedBy && headers[facts.endedBy]
  return typeof wanted === 'string' ? { wantedEnd: wanted } : {}
}

/** `If-None-Match: *` asks for "only if it is new": what is taken is then a failed precondition. */
function taken(error: unknown, request: FastifyRequest): Refusal | undefined {
  const isTaken = error instanceof Refusal && error.code === 'duplicateId'
  if (!isTaken || request.headers['if-none-match']?.trim() !== '*') return undefined
  return refuse('preconditionFailed', error.message)
}

/** PATCH of a document. */
export function change(edge: Edge, collection: Collection): Handler {
  return changing(edge, collection, patchTypes, (type) => patchFormats[type] ?? merging)
}

/** PUT of a document. */
export function replacing(edge: Edge, collection: Collection): Handler {
  return changing(edge, collection, postTypes, () => replacement)
}

function changing(
  edge: Edge,
  collection: Collection,
  types: readonly string[],
  formatOf: (type: string) => ChangeFormat,
): Handler {
  const { page } = collection
  return async (request, reply) => {
    checkAccept(request.headers.accept)
    const type = checkContentType(request.headers['content-type'], types)
    const place = placeOf(page, request.params)
    const body = await readJson(request.raw, edge.settings.maxBody)
    const selection = selectionOf(page, queryOf(request.url).parameters)
    const precondition = preconditionOf(edge, request)
    // Without a thread of its own, a change continues the one the document was born on.
    const caller = callerOf(page, sentCorrelationId(request.raw) ?? '', sentTrace(request.raw))
    const read = { caller, type, body, path: edge.context.model.hrefOf(page, place.id, place.parent) }
    return answerAsPreferred(edge, collection, request, reply, read, async (context) => {
      const options = { format: formatOf(type), precondition }
      const written = await patch(context, page, place, body, caller, options)
      return { status: 200, ...answerOf(context.model, page, written, { selection, parent: place.parent }) }
    })
  }
}

/** DELETE of a document. */
export function removal(edge: Edge, collection: Collection): Handler {
  const { page } = collection
  return async (request, reply) => {
    const precondition = preconditionOf(edge, request)
    const place = placeOf(page, request.params)
    const caller = callerOf(page, sentCorrelationId(request.raw) ?? '', sentTrace(request.raw))
    const path = edge.context.model.hrefOf(page, place.id, place.parent)
    return answerAsPreferred(
      edge,
      collection,
      request,
      reply,
      { caller, path, type: '', body: undefined },
      async (context) => {
        return { status: 204, ...(await remove(context, page, place, caller, precondition)) }
      },
    )
  }
}

function preconditionOf({ settings }: Edge, { headers }: FastifyRequest): Precondition | undefined {
  return parseIfMatch(headers['if-match']) ?? (settings.requireIfMatch ? 'missing' : undefined)
}
