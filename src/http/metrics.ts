/** /metrics in the OpenMetrics format: how many requests there were and how long they took, by route, and how the process does. */
import type { FastifyInstance } from 'fastify'
import { collectDefaultMetrics, Histogram, type OpenMetricsContentType, Registry } from 'prom-client'
import type { Routes } from './routes.ts'

/** Adds /metrics, and the measuring of every request. */
export function metrics(app: FastifyInstance, routes: Routes): void {
  const registry = new Registry<OpenMetricsContentType>()
  registry.setContentType(Registry.OPENMETRICS_CONTENT_TYPE)
  collectDefaultMetrics({ register: registry })
  const durations = new Histogram({
    name: 'goldthread_http_request_duration_seconds',
    help: 'Duration of HTTP requests; its count is the number of requests',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  })
  type Series = ReturnType<typeof durations.labels>
  const known = new Map<string, Series>()

  app.addHook('onResponse', (request, reply, done) => {
    const route = request.route?.pattern ?? 'none'
    const key = `${request.method} ${route} ${reply.statusCode}`
    let series = known.get(key)
    if (series === undefined) {
      series = durations.labels(request.method, route, String(reply.statusCode))
      known.set(key, series)
    }
    series.observe(reply.elapsedTime / 1000)
    done()
  })

  routes.get('/metrics', async (_request, reply) => {
    reply.header('Content-Type', registry.contentType).header('Cache-Control', 'no-store')
    return registry.metrics()
  })
}
