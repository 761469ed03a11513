/**
 * Requests that may take longer than their client waits (wire contract, section 17): answered as always when they are
 * over in time, else with a monitor.
 */
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ResourcePage } from '../declare/index.ts'
import type { Collection } from '../derive/model.ts'
import { monitorPageOf } from '../derive/monitor-page.ts'
import type { Acted } from '../resources/answer.ts'
import { type Response, responseWithin } from '../resources/awaited.ts'
import type { Context } from '../resources/context.ts'
import { type MonitoredRequest, monitored } from '../resources/monitored.ts'
import type { Edge } from './edge.ts'
import { actOnce, answerOnce, type ReadRequest, sendAnswer } from './idempotency.ts'
import { jsonType } from './negotiation.ts'
import { appliedPreference, type Preference, preferenceOf } from './preference.ts'
import { queryOf } from './reading.ts'
import { timeLimit } from './time-limit.ts'

/** What of a request's headers a monitor shows: nothing by which a caller proves who it is. */
const shownHeaders = ['content-type', 'accept', 'prefer', 'if-match', 'if-none-match', 'x-correlation-id']

/** Answers a request: with what became of it, or, where its client does not wait for that, with a monitor that tells it. */
export async function answerAsPreferred(
  edge: Edge,
  { api, page }: Collection,
  request: FastifyRequest,
  reply: FastifyReply,
  read: ReadRequest,
  act: (context: Context) => Promise<Acted>,
): Promise<string | null> {
  const { settings } = edge
  const base = edge.base.of(request.raw)
  const monitor = monitorPageOf(api, page)
  const preference = preferenceOf(request.headers.prefer, settings.activationWait)
  // Where nothing takes long, no monitor is needed but for who wants one.
  if (monitor === undefined || !(preference.isAsynchronous || page.facts.activates)) {
    return answerOnce(edge, request, reply, read, act)
  }
  const asked = monitoredRequest(edge, monitor, preference, request, read)
  const answer = await actOnce(edge, request, reply, read, (context) =>
    monitored(context, read.caller, asked, act),
  )
  const isMonitor = answer.status === 202
  const id = decodeURIComponent(String(answer.location).split('/').at(-1) ?? '')
  const response = isMonitor ? await awaited(edge, monitor, id, { preference, reply, read }) : undefined
  const applied = appliedPreference(preference, { isMonitor: isMonitor && response === undefined })
  if (applied !== undefined) reply.header('Preference-Applied', applied)
  if (response !== undefined) return sendResponse(reply, response, answer.correlationId)
  if (isMonitor) reply.header('monitorId', id)
  return sendAnswer(reply, answer, base) ?? (isMonitor ? '' : null)
}

/** What a monitor tells while its client waits. A client that hangs up, and a server that closes, wait no longer. */
async function awaited(
  { context, closing }: Edge,
  monitor: ResourcePage,
  id: string,
  asked: { readonly preference: Preference; readonly reply: FastifyReply; readonly read: ReadRequest },
): Promise<Response | undefined> {
  const { preference, reply, read } = asked
  if (preference.wait === 0) return undefined
  const limit = timeLimit(preference.wait, closing)
  reply.raw.once('close', limit.end)
  try {
    return await responseWithin(context, monitor, id, { caller: read.caller, stop: limit.signal })
  } finally {
    reply.raw.off('close', limit.end)
    limit.end()
  }
}

function sendResponse(
  reply: FastifyReply,
  { statusCode, header, body }: Response,
  correlationId: string | undefined,
): string | null {
  reply.code(Number(statusCode))
  if (correlationId) reply.header('X-Correlation-ID', correlationId)
  for (const { name, value } of header) reply.header(name, value)
  if (body === '') return null
  reply.header('Content-Type', jsonType)
  return body
}

function monitoredRequest(
  { settings, base }: Edge,
  page: ResourcePage,
  { isAsynchronous }: Preference,
  { method, headers, raw, url }: FastifyRequest,
  { path, body }: ReadRequest,
): MonitoredRequest {
  const header = shownHeaders.flatMap((name) => {
    const value = headers[name]
    return value === undefined ? [] : [{ name, value: String(value) }]
  })
  const fields = queryOf(url).parameters.get('fields')
  return {
    page,
    request: { method, to: path, header, body: body === undefined ? '' : JSON.stringify(body) },
    source: path,
    base: base.of(raw),
    keptFor: settings.monitorTtl,
    isWanted: isAsynchronous,
    ...(fields ? { fields } : {}),
  }
}
