/** The parameters of operations: paging, selection and filters, and the headers of requests. */
import type { ResourcePage } from '../declare/index.ts'
import { fieldAt } from '../derive/path.ts'
import type { JsonSchema } from '../derive/schema.ts'
import type { Parameter } from './operation.ts'
import { words } from './words.ts'

const text: JsonSchema = { type: 'string' }
const count: JsonSchema = { type: 'integer', minimum: 0 }
const query = (name: string, description: string, schema: JsonSchema = text): Parameter => {
  return { name, in: 'query', description, schema }
}
const header = (name: string, description: string): Parameter => {
  return { name, in: 'header', description, schema: text }
}

export const fields = query('fields', 'The attributes wanted, comma-separated; none for id and href only')

/** How documents are shown: which attributes, and which references as what they refer to. */
export const view = [
  fields,
  query('expand', 'References to show as the resources they name, comma-separated'),
  query('depth', 'How deep all references are shown as the resources they name', {
    type: 'integer',
    enum: [0, 1, 2],
  }),
]

const paging = [
  query('offset', 'How many resources to skip', count),
  query('limit', 'How many resources to give at most; 0 only counts', count),
  query('sort', 'The attributes to sort by, comma-separated, each with - before it for descending order'),
  query('filter', "A JSONPath predicate, such as $[?(@.state=='held')]"),
  query('after', 'A cursor from a Link header; empty to begin a walk'),
  query('before', 'A cursor from a Link header, to walk back'),
]

export const ifMatch = header(
  'If-Match',
  'The ETag the change is meant for; refused when it is another by now',
)
export const ifNoneMatch = header(
  'If-None-Match',
  'The ETag already known; answered 304 while it is the same',
)
export const idempotencyKey = header(
  'Idempotency-Key',
  'A key of your own; the same request with it is done once',
)

export const prefer = header(
  'Prefer',
  'How long to wait: respond-async for not at all, wait=10 for ten seconds at most',
)

/** The header by which a client says how a task shall end, where there is one. */
export const wantedEnd = ({ facts: { endedBy } }: ResourcePage): Parameter[] =>
  endedBy === undefined ? [] : [header(endedBy, 'With the value fails, the task ends so: to see a failure')]

export const webhookSecret = header(
  'Webhook-Secret',
  'A secret of your own: whsec_ and 24 to 64 random bytes in base64; one is made when absent',
)

/** The id of a document in a path. */
export function idParameter(page: ResourcePage): Parameter {
  const version = page.facts.isVersioned ? '; id:(version=1.0) for a certain version' : ''
  return path('id', `Identifier of the ${words(page.name)}${version}`)
}

/** A part of a path that stands for something. */
export function path(name: string, description: string): Parameter {
  return { name, in: 'path', description, isRequired: true, schema: text }
}

/** The parameters of a list: paging, and a filter for each path the page is found by. */
export function listParameters(page: ResourcePage): Parameter[] {
  return [...view, ...paging, ...page.findBy.map((found) => filterParameter(page, found))]
}

function filterParameter(page: ResourcePage, found: string): Parameter {
  const { kind, facts } = fieldAt(page, found.split('.'))
  const values = kind === 'oneOf' ? facts?.values : undefined
  return query(found, `Only those with this ${found}`, values ? { type: 'string', enum: [...values] } : text)
}
