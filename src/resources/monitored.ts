/**
 * A request that its client does not wait for (wire contract, section 17): what it asks for, and the monitor that tells
 * of it, are one transaction. The client is answered with where the monitor is.
 */
import type { ResourcePage } from '../declare/index.ts'
import { withBase } from '../derive/own-path.ts'
import type { JsonObject } from '../derive/validate.ts'
import type { Caller } from './caller.ts'
import type { Context } from './context.ts'
import { callWhenDue } from './due.ts'
import { newId } from './identifier.ts'
import type { Answer } from './once.ts'
import { inWork } from './work.ts'

export interface MonitoredRequest {
  /** The page of the monitors. */
  readonly page: ResourcePage
  /** The request as the monitor shows it: method, to, header, body. */
  readonly request: JsonObject
  /** Where what is asked for lies, unless the answer says so. */
  readonly source: string
  /** The base of the links that the client would have been answered with. */
  readonly base: string
  /** Milliseconds for which the monitor is kept. */
  readonly keptFor: number
}

/** Does what a request asks for and leaves the answer in a monitor. What is refused leaves none: it throws. */
export async function monitored(
  context: Context,
  caller: Caller,
  { page, request, source, base, keptFor }: MonitoredRequest,
  act: (context: Context) => Promise<Answer & { readonly correlationId?: string }>,
): Promise<Answer & { readonly correlationId?: string }> {
  return inWork(context, caller.tenant, async (work) => {
    const id = newId(page.path)
    const author = { ...caller, correlationId: caller.correlationId || id }
    work.create(page, { request }, author, { id })
    const answer = await act({ ...context, work })
    const { location } = answer
    const sourceHref = location ?? source
    work.change(page, id, { state: 'Completed', sourceHref, response: responseOf(answer, base) }, author)
    const end = new Date(Date.parse(work.now) + keptFor).toISOString()
    callWhenDue({ work, database: context.database }, { kind: page.kind, id }, author, end)
    const { correlationId } = answer
    const monitor = { status: 202, location: context.model.hrefOf(page, id) }
    return correlationId === undefined ? monitor : { ...monitor, correlationId }
  })
}

/** What the client would have been answered. */
function responseOf({ status, location, etag, body }: Answer, base: string): JsonObject {
  const header = [
    ...(location === undefined ? [] : [{ name: 'Location', value: base + location }]),
    ...(etag === undefined ? [] : [{ name: 'ETag', value: etag }]),
  ]
  return { statusCode: String(status), header, body: body === undefined ? '' : withBase(body, base) }
}
