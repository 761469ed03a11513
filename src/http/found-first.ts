/**
 * Of several reasons to refuse a request, the first in the order of the wire contract (section 23) is told. That what it
 * is for is not there comes before how it is asked for; to look before each request would cost a read, so we look once
 * one is refused.
 */
import { Refusal } from '../declare/index.ts'
import type { Collection } from '../derive/model.ts'
import { read } from '../resources/read.ts'
import { callerOf } from './caller.ts'
import type { Edge } from './edge.ts'
import { type Handler, parentOf, placeOf } from './reading.ts'

/** The refusals that come after `resourceNotFound`, and may be thrown before the document is looked for. */
const later = new Set([400, 406, 413, 415])

/** A handler of requests for one document, or for those below another. */
export function foundFirst({ context }: Edge, { page }: Collection, handler: Handler): Handler {
  const { within } = page.facts
  return async (request, reply) => {
    try {
      return await handler(request, reply)
    } catch (error) {
      if (!(error instanceof Refusal && later.has(error.status))) throw error
      const caller = callerOf(page, request.id)
      const parent = parentOf(page, request.params)
      if (request.params.id !== undefined) await read(context, page, placeOf(page, request.params), caller)
      else if (within !== undefined && parent !== undefined) {
        await read(context, within, { id: parent }, caller)
      }
      throw error
    }
  }
}
