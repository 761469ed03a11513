/** Distributed traces (W3C Trace Context): the one a client is in goes on with what we tell others because of it. */
import { createHash } from 'node:crypto'

const form = /^(?!ff)[0-9a-f]{2}-((?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16})-([0-9a-f]{2})(?<rest>-.*)?$/

/** A `traceparent` in the version we know; undefined when it is none. A later version may say more at its end. */
export function readTrace(header: unknown): string | undefined {
  const [whole = '', ids, flags] = typeof header === 'string' ? (form.exec(header) ?? []) : []
  if (ids === undefined || (whole.startsWith('00') && whole.length !== 55)) return undefined
  return `00-${ids}-${flags}`
}

/**
 * The `traceparent` of a request that follows: in the trace it belongs to, or in one of its golden thread's own; `span`
 * names the request itself, in 16 hexadecimal digits.
 */
export function traceFor(span: string, { trace, thread }: { trace?: string | null; thread: string }): string {
  if (trace) return `${trace.slice(0, 36)}${span}${trace.slice(-3)}`
  return `00-${createHash('sha256').update(thread).digest('hex').slice(0, 32)}-${span}-00`
}
