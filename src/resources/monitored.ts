/**
 * Requests whose outcome a monitor tells (wire contract, section 17): because their client does not wait for it, or because
 * the network has yet to do what they ask for. The monitor and what is asked for are one transaction, at the beginning as
 * at the end.
 */
import { Refusal, type ResourcePage } from '../declare/index.ts'
import { errorBody } from '../derive/error-body.ts'
import type { JsonObject } from '../derive/json.ts'
import { withBase } from '../derive/own-path.ts'
import type { Tracking } from './activator.ts'
import type { Acted, Answer } from './answer.ts'
import type { Author, Caller } from './caller.ts'
import type { Context } from './context.ts'
import { newId } from './identifier.ts'
import { inWork, type Key, type Work } from './work.ts'

export interface MonitoredRequest extends Omit<Tracking, 'monitor'> {
  /** The page of the monitors. */
  readonly page: ResourcePage
  /** The request as the monitor shows it: method, to, header, body. */
  readonly request: JsonObject
  /** Where what is asked for lies, unless the answer says so. */
  readonly source: string
  /** Whether the client wants the monitor in any case. */
  readonly isWanted: boolean
}

/**
 * Does what a request asks for. Gives its answer, or where its monitor is: when the client wants that, and when the network
 * has yet to do it. What is refused leaves no monitor: it throws.
 */
export async function monitored(
  context: Context,
  caller: Caller,
  { page, request, source, isWanted, ...told }: MonitoredRequest,
  act: (context: Context) => Promise<Acted>,
): Promise<Acted> {
  return inWork(context, caller.tenant, async (work) => {
    const id = newId(page.path)
    const tracking = { ...told, monitor: { kind: page.kind, id } }
    const answer = await act({ ...context, work, tracking })
    const { isPending = false, location = source } = answer
    if (!isPending && !isWanted) return answer
    const correlationId = answer.correlationId ?? (caller.correlationId || id)
    const author = { ...caller, correlationId }
    work.create(page, isPending ? { request, sourceHref: location } : { request }, author, { id })
    if (!isPending) endMonitor(work, tracking, answer, { source: location, author })
    return { status: 202, location: context.model.hrefOf(page, id), correlationId }
  })
}

/** The topic that is woken when a monitor is over. */
export const monitorTopic = ({ kind, id }: Key): string => `${kind} ${id}`

/**
 * Ends the monitor of this unit of work with what its client would have been answered, or with the refusal it would have
 * met, and wakes whoever waits for it.
 */
export function endMonitor(
  work: Work,
  { monitor, base, keptFor }: Tracking,
  outcome: Answer | Refusal,
  { source, author }: { readonly source: string; readonly author: Author },
): void {
  const { kind, id } = monitor
  if (work.find(kind, id) === undefined) return
  const isRefused = outcome instanceof Refusal
  const response = isRefused ? responseOfRefusal(outcome) : responseOf(outcome, base)
  const state = isRefused ? 'InError' : 'Completed'
  work.change(work.model.homeOf(kind).page, id, { state, sourceHref: source, response }, author)
  work.tx.wake(monitorTopic(monitor))
  // It goes when its time is up. That is far away: nobody needs to be woken for it now.
  const due = new Date(Date.parse(work.now) + keptFor).toISOString()
  const { correlationId } = author
  work.tx.savePlan({ kind, id, correlation_id: correlationId, turn: 0, owner: null, due, body: null })
}

/** What a client would have been answered. */
function responseOf({ status, location, etag, body }: Answer, base: string): JsonObject {
  const header = [
    ...(location === undefined ? [] : [{ name: 'Location', value: base + location }]),
    ...(etag === undefined ? [] : [{ name: 'ETag', value: etag }]),
  ]
  return { statusCode: String(status), header, body: body === undefined ? '' : withBase(body, base) }
}

function responseOfRefusal(refusal: Refusal): JsonObject {
  const header = Object.entries(refusal.detail.headers ?? {}).map(([name, value]) => ({ name, value }))
  return { statusCode: String(refusal.status), header, body: errorBody(refusal) }
}
