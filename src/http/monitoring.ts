/** `Prefer: respond-async`: who need not wait for an answer, and where it is found later (wire contract, section 17). */
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ResourcePage } from '../declare/index.ts'
import type { Collection } from '../derive/model.ts'
import { type MonitoredRequest, monitored } from '../resources/monitored.ts'
import type { Edge } from './edge.ts'
import { answerOnce, type ReadRequest } from './idempotency.ts'

/** What of a request's headers a monitor shows: nothing by which a caller proves who it is. */
const shownHeaders = ['content-type', 'accept', 'prefer', 'if-match', 'if-none-match', 'x-correlation-id']

/** Answers a request: with what became of it, or, where its client prefers so, with a monitor that tells it. */
export async function answerAsPreferred(
  edge: Edge,
  { api, page }: Collection,
  request: FastifyRequest,
  reply: FastifyReply,
  read: ReadRequest,
  act: Parameters<typeof answerOnce>[4],
): Promise<string | null> {
  const monitor = monitorOf(api.resources, page)
  if (monitor === undefined || !prefersMonitor(request.headers.prefer)) {
    return answerOnce(edge, request, reply, read, act)
  }
  const asked = monitoredRequest(edge, monitor, request, read)
  const answered = await answerOnce(edge, request, reply, read, (context) =>
    monitored(context, read.caller, asked, act),
  )
  reply.header('Preference-Applied', 'respond-async')
  const location = String(reply.getHeader('location'))
  reply.header('monitorId', decodeURIComponent(location.slice(location.lastIndexOf('/') + 1)))
  return answered ?? ''
}

/** The page of an API's monitors. Orders and tasks have none: they tell themselves how far they are. */
function monitorOf(pages: readonly ResourcePage[], { facts }: ResourcePage): ResourcePage | undefined {
  if (facts.isOrder || facts.isTask) return undefined
  return pages.find((page) => page.facts.isMonitor)
}

/**
 * Whether a client would not wait. One that would wait some seconds (RFC 7240, section 4.3) is answered: nothing here
 * takes as long.
 */
function prefersMonitor(prefer: string | string[] | undefined): boolean {
  const preferences = String(prefer ?? '')
    .split(/[,;]/)
    .map((preference) => preference.trim().toLowerCase())
  return (
    preferences.includes('respond-async') && !preferences.some((each) => /^wait\s*=\s*"?[1-9]/.test(each))
  )
}

function monitoredRequest(
  { settings, base }: Edge,
  page: ResourcePage,
  { method, headers, raw }: FastifyRequest,
  { path, body }: ReadRequest,
): MonitoredRequest {
  const header = shownHeaders.flatMap((name) => {
    const value = headers[name]
    return value === undefined ? [] : [{ name, value: String(value) }]
  })
  const text = body === undefined ? '' : JSON.stringify(body)
  return {
    page,
    request: { method, to: path, header, body: text },
    source: path,
    base: base.of(raw),
    keptFor: settings.monitorTtl,
  }
}
