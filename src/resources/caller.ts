/** Who asks, and on whose behalf. */
import type { Mover } from '../declare/index.ts'

export interface Caller {
  readonly tenant: string
  /** Who is named in the event log. */
  readonly actor: string
  /** The golden thread this request belongs to. */
  readonly correlationId: string
  /** The trace this request belongs to, as a `traceparent`. */
  readonly trace?: string
  /** How the caller wants a task to end, where its page lets callers say so. */
  readonly wantedEnd?: string
  /** Which moves between states the caller may make. */
  readonly rights: ReadonlySet<Mover>
}

/** Whom an event is attributed to, and the thread it belongs to. */
export type Author = Pick<Caller, 'actor' | 'correlationId' | 'trace'>
