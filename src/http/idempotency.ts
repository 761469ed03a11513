/** `Idempotency-Key`: which requests may be repeated without being done again (wire contract, section 16). */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { refuse } from '../declare/index.ts'
import type { Acted } from '../resources/answer.ts'
import type { Caller } from '../resources/caller.ts'
import type { Context } from '../resources/context.ts'
import { once } from '../resources/once.ts'
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
 * Does what a request asks for; a request with a key that was answered before gets the same answer. `act` gets the context in
 * which its changes and the answer are one transaction. Throws `invalidHeader`, and what `once` throws.
 */
export async function actOnce(
  { context, settings }: Edge,
  request: FastifyRequest,
  reply: FastifyReply,
  { caller, path, type, body }: ReadRequest,
  act: (context: Context) => Promise<Acted>,
): Promise<Acted> {
  const key = keyOf(request)
  if (key === undefined) return inWork(context, caller.tenant, (work) => act({ ...context, work }))
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
  return answer
}

/** Does what a request asks for, once, and answers it. */
export async function answerOnce(
  edge: Edge,
  request: FastifyRequest,
  reply: FastifyReply,
  read: ReadRequest,
  act: (context: Context) => Promise<Acted>,
): Promise<string | null> {
  const base = edge.base.of(request.raw)
  return sendAnswer(reply, await actOnce(edge, request, reply, read, act), base)
}

function keyOf({ headers }: FastifyRequest): string | undefined {
  const sent = headers['idempotency-key']
  if (sent === undefined) return undefined
  if (typeof sent === 'string' && /^[\x21-\x7e]{1,255}$/.test(sent)) return sent
  throw refuse('invalidHeader', 'Idempotency-Key must be 1 to 255 visible ASCII characters')
}

/** Answers a request; `base` comes before the links. */
export function sendAnswer(
  reply: FastifyReply,
  { status, location, etag, body, correlationId }: Acted,
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
