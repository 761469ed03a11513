/** The framework, set up to route and write only: what a request may be and how it is refused is our own. */
import fastify, { type FastifyBaseLogger, type FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import { refuse } from '../declare/index.ts'
import { aliasReader } from './base-path-alias.ts'
import { correlationIdOf } from './caller.ts'
import { answerClientError, longTarget, maxHeaderSize, refuseSocket, unknownMethod } from './client-error.ts'
import type { Edge } from './edge.ts'
import { sendRefusal } from './errors.ts'

/** An instance without routes. */
export function framework({ context, settings, base }: Edge, log: Logger): FastifyInstance {
  const canonical = aliasReader(context.model.apis, settings.basePathAliases)
  const isVerbose = settings.logLevel === 'debug' || settings.logLevel === 'trace'
  const app: FastifyInstance = fastify({
    ...(isVerbose ? { loggerInstance: log as FastifyBaseLogger } : { logger: false }),
    // A missing Host header is refused by us, with a body.
    http: { maxHeaderSize, requireHostHeader: false },
    // Long enough for the largest import on a slow line; ends connections that send nothing.
    requestTimeout: 300_000,
    genReqId: correlationIdOf,
    requestIdHeader: false,
    rewriteUrl: (request) => canonical(base.targetOf(request)),
    return503OnClosing: false,
    clientErrorHandler: answerClientError,
    frameworkErrors: (error, request, reply) => {
      reply.header('X-Correlation-ID', request.id)
      const message = `${request.url.slice(0, 200)} is not percent-encoded UTF-8`
      sendRefusal(reply, error.code === 'FST_ERR_BAD_URL' ? refuse('noSuchPath', message) : longTarget())
    },
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: maxHeaderSize },
  })
  app.removeAllContentTypeParsers()
  // Routes read the body themselves, once path, method and types have been found in order.
  app.addContentTypeParser('*', (_request, _payload, done) => done(null))
  // No proxy for others, and whatever else than 100-continue is expected may be passed over (RFC 9110, 10.1.1).
  app.server.on('connect', (_request, socket) => refuseSocket(socket, unknownMethod()))
  app.server.on('checkExpectation', (request, response) => app.server.emit('request', request, response))
  return app
}
