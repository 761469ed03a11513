/** PUT: the whole document as the client wants it (wire contract, section 13). */
import type { ResourcePage } from '../declare/index.ts'
import { isFixed } from './change.ts'
import type { JsonObject } from './json.ts'
import { readObject, withoutNulls } from './validate.ts'

/**
 * Reads a whole document; what it gives makes of a stored document this one. Attributes no client may change stay when
 * they are not sent; of the others, those not sent go, or back to what the server fills in.
 */
export function replacement(page: ResourcePage, body: unknown): (document: JsonObject) => JsonObject {
  const sent = withoutNulls(readObject(body))
  return (document) => {
    const kept = Object.entries(document).filter(([name]) => isFixed(page, name))
    const filledIn = Object.entries(page.fields).flatMap(([name, { facts }]) =>
      facts.fallback === undefined || isFixed(page, name) ? [] : [[name, facts.fallback] as const],
    )
    return { ...Object.fromEntries([...kept, ...filledIn]), ...sent }
  }
}
