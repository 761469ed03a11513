/** Where refusals are met: every answer that says no has the same body (wire contract, section 23). */
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Logger } from 'pino'
import { Refusal, refuse } from '../declare/index.ts'
import { errorBody } from '../derive/error-body.ts'
import type { BaseReader } from './base.ts'
import { sentTrace } from './caller.ts'
import { jsonType, patchTypes } from './negotiation.ts'

/** Answers a refusal. */
export function sendRefusal(reply: FastifyReply, refusal: Refusal): FastifyReply {
  reply.code(refusal.status).header('Content-Type', jsonType)
  if (refusal.detail.headers) reply.headers(refusal.detail.headers)
  return reply.send(errorBody(refusal))
}

/** The one place that meets whatever was thrown: a refusal is answered, anything else is a fault of ours. */
export function errorHandler(log: Logger, base: BaseReader) {
  return (error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const refusal = error instanceof Refusal ? error : ofFramework(error, request)
    if (refusal !== undefined) return sendRefusal(reply, withAbsoluteLink(refusal, request, base))
    log.error(
      {
        err: error,
        correlationId: request.id,
        trace: sentTrace(request.raw),
        method: request.method,
        url: request.url,
      },
      'request failed',
    )
    return sendRefusal(reply, refuse('internalError', `Correlation id ${request.id}`))
  }
}

/** Where a refusal refers to a document of ours, the link leads back the way the client came. */
function withAbsoluteLink(refusal: Refusal, { raw }: FastifyRequest, base: BaseReader): Refusal {
  const { code, message, detail } = refusal
  if (!detail.referenceError?.startsWith('/')) return refusal
  return refuse(code, message, { ...detail, referenceError: base.of(raw) + detail.referenceError })
}

/** What the framework itself refuses, in our words. */
function ofFramework(error: unknown, request: FastifyRequest): Refusal | undefined {
  switch ((error as { code?: string }).code) {
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
    case 'FST_ERR_ROUTE_MISSING_CONTENT_TYPE':
      return refuse('unsupportedMediaType', 'Content-Type is not a media type such as application/json', {
        ...(request.method === 'PATCH' ? { headers: { 'Accept-Patch': patchTypes.join(', ') } } : {}),
      })
    default:
      return undefined
  }
}
