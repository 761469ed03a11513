/**
 * The HTTP server: routes from the pages of the information model, and beside them hubs, health, metrics, import.
 * The framework routes and writes; bodies, answers and errors are our own, since TMF630 says how each looks.
 */
import { setMaxListeners } from 'node:events'
import type { FastifyInstance } from 'fastify'
import { type Logger, pino } from 'pino'
import { refuse } from '../declare/index.ts'
import type { Context } from '../resources/context.ts'
import type { Settings } from '../settings.ts'
import { apiRoots } from './api-root.ts'
import { assetRoutes } from './assets.ts'
import { attachmentRoutes } from './attachment-content.ts'
import { baseReader } from './base.ts'
import { sentTrace } from './caller.ts'
import { clientReader } from './client-address.ts'
import { longTarget, maxTargetSize } from './client-error.ts'
import { deadLetterRoutes } from './dead-letters.ts'
import { documentRoutes } from './documents.ts'
import type { Edge } from './edge.ts'
import { errorHandler } from './errors.ts'
import { framework } from './framework.ts'
import { Gate } from './gate.ts'
import { healthRoutes, isObserved } from './health.ts'
import { type Hub, hubRoutes } from './hub.ts'
import { importRoute } from './import.ts'
import { jobContentRoutes } from './job-content.ts'
import { laterType } from './later-type.ts'
import { listen } from './listen.ts'
import { metrics } from './metrics.ts'
import { rateLimit } from './rate-limit.ts'
import { resourceRoutes } from './resource-routes.ts'
import { Routes } from './routes.ts'
import { subscriptionRoutes } from './subscriptions.ts'
import { threadRoute } from './thread.ts'
import { typeRoutes } from './types.ts'
import { answerUnrouted } from './unrouted.ts'

/** What the server is given besides the context and the settings. */
export interface Parts {
  readonly hub: Hub
  readonly log?: Logger
  /** Adds routes of others, such as the explorer. */
  readonly addRoutes?: (routes: Routes, edge: Edge) => void
}

export interface HttpServer {
  readonly app: FastifyInstance
  /** Begins to listen; gives the URL. Throws a StartRefusal when the port cannot be had. */
  listen(): Promise<string>
  /** Refuses new requests, lets running ones finish for as long as `shutdownGrace` says, and ends. */
  close(): Promise<void>
}

/** A server for the model of the context. It listens when told to. */
export function createServer(context: Context, settings: Settings, parts: Parts): HttpServer {
  const log = parts.log ?? pino({ level: settings.logLevel })
  const closing = new AbortController()
  // Each request that waits listens to it.
  setMaxListeners(0, closing.signal)
  const edge: Edge = { context, settings, base: baseReader(settings), closing: closing.signal }
  const gate = new Gate()
  const routes = new Routes()
  const app = framework(edge, log)

  app.decorateRequest('route')
  app.all('/*', (request, reply) => request.route?.handlers.get(request.method)?.(request, reply))
  app.addHook('onRequest', (request, reply, done) => {
    gate.enter(reply.raw)
    reply.header('X-Correlation-ID', request.id)
    const trace = sentTrace(request.raw)
    if (trace !== undefined) reply.header('traceparent', trace)
    if (request.url.length > maxTargetSize) return done(longTarget())
    const found = routes.find(request.method, request.url)
    request.route = found?.route
    request.params = found?.params
    // Now, before anything in the body's headers can be found wrong.
    if (!found?.route.handlers.has(request.method)) answerUnrouted(request, reply)
    else if (isObserved(request.url)) done()
    else if (gate.isClosing) {
      reply.header('Connection', 'close')
      done(refuse('shuttingDown', 'Send the request to another node', { headers: { 'Retry-After': '5' } }))
    } else if (context.database.waiting >= settings.maxWaiting) {
      done(refuse('overloaded', 'Send the request again in a moment', { headers: { 'Retry-After': '1' } }))
    } else done()
  })
  if (settings.rateLimit) rateLimit(app, settings.rateLimit, clientReader(settings.trustedProxies))
  laterType(app, context.model.apis)
  app.setErrorHandler(errorHandler(log, edge.base))

  metrics(app, routes)
  healthRoutes(routes, edge, gate)
  resourceRoutes(routes, edge)
  hubRoutes(routes, edge, parts.hub)
  apiRoots(routes, edge)
  documentRoutes(routes, edge)
  assetRoutes(routes)
  importRoute(routes, edge)
  typeRoutes(routes, edge)
  jobContentRoutes(routes, edge)
  attachmentRoutes(routes, edge)
  threadRoute(routes, edge)
  subscriptionRoutes(routes, edge)
  deadLetterRoutes(routes, edge)
  parts.addRoutes?.(routes, edge)

  return {
    app,
    listen: () => listen(app, settings),
    close: async () => {
      closing.abort()
      await gate.close(settings.shutdownGrace)
      app.server.closeAllConnections()
      await app.close()
    },
  }
}
