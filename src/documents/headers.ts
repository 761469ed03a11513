/** The headers that answers carry beyond their body (wire contract, sections 4, 7, 15). */
import type { JsonSchema } from '../derive/schema.ts'

interface HeaderFacts {
  readonly description: string
  readonly schema: JsonSchema
}

const text: JsonSchema = { type: 'string' }
const integer: JsonSchema = { type: 'integer' }

/** Each header by its name. */
export const headers: Readonly<Record<string, HeaderFacts>> = {
  'X-Total-Count': { description: 'How many resources match, over all pages', schema: integer },
  'X-Result-Count': { description: 'How many resources are in this body', schema: integer },
  'Content-Range': { description: 'Which part of the list this is: items 0-9/42', schema: text },
  Link: { description: 'Where the first, previous, next and last pages are', schema: text },
  ETag: { description: 'The revision of the resource, for If-Match and If-None-Match', schema: text },
  'Last-Modified': { description: 'When the resource was last changed', schema: text },
  Location: {
    description: 'Where the new resource, or the monitor of the request, can be read',
    schema: text,
  },
  monitorId: { description: 'The identifier of the monitor', schema: text },
  'Webhook-Secret': {
    description: 'The secret by which deliveries are signed; it is told nowhere else',
    schema: text,
  },
}

export const listHeaders: readonly string[] = ['X-Total-Count', 'X-Result-Count', 'Link']
export const documentHeaders: readonly string[] = ['ETag', 'Last-Modified']
