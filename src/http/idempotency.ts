/** `Idempotency-Key`: which requests may be repeated without being done again (wire contract, section 16). */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { refuse } from '../declare/index.ts'
import type { Caller } from '../resources/caller.ts'
import type { Context } from '../resources/context.ts'
import { type Answer, once } from '../resources/once.ts'
import { inWork } from '../resources/work.ts'
import type { Edge } from './edge.ts'
import { jsonType } from './negotiation.ts'
import { rawQuery } from './reading.ts'
import { withBase } from './representation.ts'

/** A request as far as it has been read. */
export interface ReadRequest {
  readonly caller: Caller
  /** The path it is for, without base. */
  readonly path: string
  readonly type: string
  readonly body: unknown
}

/**
 * Does what a request asks for and answers it; a request with a key that was answered before is answered the same.
 * `act` gets the context in which its changes and the answer are one transaction. Throws `invalidHeader`, and what `once` throws.
 */
export async function answerOnce(
  { context, settings, base }: Edge,
  request: FastifyRequest,
  reply: FastifyReply,
  { caller, path, type, body }: ReadRequest,
  act: (context: Context) => Promise<Answer & { readonly correlationId?: string }>,
): Promise<string | null> {
  const key = keyOf(request)
  const external = base.of(request.raw)
  // The answer is made in the transaction: where it cannot be given, nothing is changed.
  if (key === undefined) {
    const answer = await inWork(context, caller.tenant, (work) => act({ ...context, work }))
    return send(reply, answer, external)
  }
  const { method } = request
  const keyed = {
    key,
    method,
    path,
    type,
    body,
    query: rawQuery(request.url),
    keptFor: settings.idempotencyTtl,
  }
  const { answer, isReplayed } = await once(context, caller, keyed, act)
  if (isReplayed) reply.header('Idempotency-Replayed', 'true')
  return send(reply, answer, external)
}

function keyOf({ headers }: FastifyRequest): string | undefined {
  const sent = headers['idempotency-key']
  if (sent === undefined) return undefined
  if (typeof sent === 'string' && /^[\x21-\x7e]{1,255}$/.test(sent)) return sent
  throw refuse('invalidHeader', 'Idempotency-Key must be 1 to 255 visible ASCII characters')
}

function send(
  reply: FastifyReply,
  { status, location, etag, body, correlationId }: Answer & { readonly correlationId?: string },
  base: string,
): string | null {
  reply.code(status)
  if (correlationId) reply.header('X-Correlation-ID', correlationId)
  if (location !== undefined) reply.header('Location', base + location)
  if (etag !== undefined) reply.header('ETag', etag)
  if (body === undefined) return null
  reply.header('Content-Type', jsonType)
  return withBase(body, base)
}
