/** The events of a server as they happen, read from its log (TMF688): nothing is missed, and nothing is told twice. */
import type { Connection } from './connection.ts'

/** An event as it is told (TMF630 part 1, event envelope). */
export interface TmfEvent {
  readonly eventId: string
  readonly eventType: string
  readonly eventTime: string
  readonly correlationId?: string
  readonly domain?: string
  /** One member named like the resource, with the resource as it was then. */
  readonly event: Readonly<Record<string, { readonly id: string; readonly [attribute: string]: unknown }>>
  readonly [attribute: string]: unknown
}

export interface EventsQuery {
  /** The topic to read: `all`, the domain of an API such as `ServiceOrdering`, or one of your own. */
  readonly topic?: string
  /** Conditions on the events, such as `{ eventType: 'ServiceOrderStateChangeEvent' }`. */
  readonly where?: Readonly<Record<string, string>>
  /** Ends after what has happened so far, instead of waiting for more. */
  readonly onlyPast?: boolean
  /** Milliseconds between two looks when nothing happens. */
  readonly pause?: number
  readonly signal?: AbortSignal
}

const base = '/tmf-api/event/v4/topic'

export async function* eventsOf(
  connection: Connection,
  { topic = 'all', where = {}, onlyPast = false, pause = 500, signal }: EventsQuery,
): AsyncGenerator<TmfEvent> {
  const path = `${base}/${encodeURIComponent(topic)}/event`
  const first = new URLSearchParams({ ...where, after: '', limit: '100' })
  let query = `?${first}`
  let seen: ReadonlySet<string> = new Set()
  while (signal?.aborted !== true) {
    const response: Response = await connection.send({ method: 'GET', path: path + query })
    const events = (await response.json()) as TmfEvent[]
    yield* events.filter(({ eventId }) => !seen.has(eventId))
    const [, next] = /<[^>]*(\?[^>]*)>\s*;\s*rel="?next"?/.exec(response.headers.get('link') ?? '') ?? []
    const isAtEnd = next === undefined || events.length === 0
    if (isAtEnd && onlyPast) return
    // At the end the same page is asked for again: what it has shown already is not told twice.
    seen = next === undefined ? new Set(events.map(({ eventId }) => eventId)) : new Set()
    query = next ?? query
    if (isAtEnd) await waited(pause, signal)
  }
}

/** Lets time pass, less when the signal aborts. */
function waited(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds)
    signal?.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}
