/** The URL a subscriber is called at. */
import { refuse } from '../declare/index.ts'
import { listenerName } from '../derive/events.ts'

const maxLength = 2048

/** Reads a callback. Throws `invalidCallback`. */
export function readCallback(value: unknown): string {
  const wrong = (what: string) => refuse('invalidCallback', `callback ${what}`)
  if (typeof value !== 'string' || value === '') throw wrong('must be an absolute http or https URL')
  if (value.length > maxLength) throw wrong(`must have at most ${maxLength} characters`)
  // A URL parser drops or turns these characters: what was checked would not be what was written.
  if (!/^https?:\/\/[^\s\p{Cc}\\]+$/iu.test(value) || !URL.canParse(value)) {
    throw wrong('must be an absolute http or https URL')
  }
  if (/@/.test(value.split(/[/?#]/)[2] ?? '')) throw wrong('must not contain a user or a password')
  if (value.includes('#')) throw wrong('must not have a fragment')
  return value
}

/** `exact` calls the callback as registered; `listener` treats it as a root with one listener an event type. */
export type DeliveryStyle = 'default' | 'exact' | 'listener'

/** Where an event of a type goes (wire contract, section 21.4, 1). */
export function targetOf(callback: string, style: DeliveryStyle, type: string): string {
  const url = new URL(callback)
  const path = url.pathname.replace(/\/$/, '')
  const isRoot = path.endsWith('/listener')
  if (style === 'exact' || (style === 'default' && !isRoot)) return callback
  url.pathname = `${path}${isRoot ? '' : '/listener'}/${encodeURIComponent(listenerName(type))}`
  return url.href
}
