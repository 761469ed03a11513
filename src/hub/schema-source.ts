/** Fetches the JSON Schemas that documents name in `@schemaLocation`, under the same guard as callbacks. */
import { Refusal } from '../declare/index.ts'
import type { Egress } from './egress.ts'
import { Transfer } from './transfer.ts'

const limits = { size: 2 ** 20, idle: 5_000, total: 5_000 }

/** What fetches the text of a schema. It throws why it cannot be had, in words that do not say what a name leads to. */
export function schemaSource(egress: Egress): (location: string) => Promise<string> {
  const transfer = new Transfer(egress, limits)
  return async (location) => {
    if (!/^https?:/i.test(location) || !URL.canParse(location)) throw new Error('it is no https URL')
    try {
      const chunks: Uint8Array[] = []
      for await (const chunk of transfer.get(location)) chunks.push(chunk)
      return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))
    } catch (error) {
      throw new Error(reasonOf(error))
    }
  }
}

function reasonOf(error: unknown): string {
  const { code, message } = error as { readonly code?: string; readonly message: string }
  if (error instanceof Refusal && error.code === 'callbackNotAllowed') return 'its host may not be asked'
  return error instanceof Refusal || code === undefined ? message : `no connection (${code})`
}
