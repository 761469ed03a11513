/** What a client sends to be told of events: read, and its callback judged (wire contract, section 21.1). */
import { type ApiPage, Refusal, refuse } from '../declare/index.ts'
import { nearest } from '../derive/nearest.ts'
import { readObject } from '../derive/validate.ts'
import { readCallback } from './callback.ts'
import type { Egress } from './egress.ts'

interface Registration {
  readonly callback: string
  readonly query: string | undefined
}

const attributes = ['callback', 'query', '@type', '@baseType', '@schemaLocation']

/** Throws refusals that say what is wrong with a registration by itself. */
export function readRegistration(api: ApiPage, body: unknown): Registration {
  const { callback, query, ...rest } = readObject(body)
  if (api.generation === 5 && typeof rest['@type'] !== 'string') {
    throw refuse('missingAttribute', "@type is required; send 'Hub'")
  }
  for (const name of Object.keys(rest)) {
    if (attributes.includes(name)) continue
    throw refuse(
      'unknownAttribute',
      `'${name}' is not an attribute of a subscription${nearest(name, attributes)}`,
    )
  }
  if (query !== undefined && query !== null && typeof query !== 'string') {
    throw refuse('invalidQuery', 'query must be a text such as eventType=ServiceOrderStateChangeEvent')
  }
  return { callback: readCallback(callback), query: query ?? undefined }
}

/** Whether a callback may be called, as far as can be known now; the refusal when it may not. */
export type Verdict = 'allowed' | Refusal

/**
 * Judges the callback of a registration. Asking for the addresses of a name takes as long as others take to answer: it is
 * done before the transaction that stores the subscription, which throws the refusal.
 */
export async function judge(egress: Egress, body: unknown): Promise<Verdict> {
  try {
    await egress.check(readCallback(readObject(body).callback))
    return 'allowed'
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
}
