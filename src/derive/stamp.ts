/** Fills in what the server decides about a document: defaults, dates, the first state, item numbers. */
import type { FieldFacts, ResourcePage, Shape } from '../declare/index.ts'
import { numbered, type Retired } from './item-numbers.ts'
import { partOf } from './schema.ts'
import { searchShapes } from './shape-search.ts'
import type { JsonObject } from './validate.ts'

/** A new document from what the client sent, in the order of the page; `now` is an ISO date-time. */
export function stampNew(page: ResourcePage, draft: JsonObject, now: string): JsonObject {
  const document: JsonObject = {}
  for (const [name, { facts }] of Object.entries(page.fields)) {
    const value = filledIn(facts, draft[name], now)
    if (name === page.lifecycle?.movedAt) document[name] = now
    else if (value !== undefined) document[name] = value
    else if (page.lifecycle?.of === name) document[name] = page.lifecycle.starts
  }
  for (const name of ['@baseType', '@schemaLocation', '@type']) {
    if (draft[name] !== undefined) document[name] = draft[name]
  }
  // What the page does not know, the type of the document does, or it would have been refused.
  for (const name of Object.keys(draft)) if (!Object.hasOwn(page.fields, name)) document[name] ??= draft[name]
  if (page.showsType) document['@type'] ??= page.name
  return document
}

/** A changed document with the dates that follow every change, and numbers for new items that are not retired. */
export function stampChange(
  page: ResourcePage,
  before: JsonObject,
  document: JsonObject,
  now: string,
  retired?: Retired | null,
): JsonObject {
  const stamped: JsonObject = { ...document }
  const { of = '', movedAt } = page.lifecycle ?? {}
  if (movedAt !== undefined && before[of] !== document[of]) stamped[movedAt] = now
  for (const [name, facts] of leadingToStamps(page.fields)) {
    if (facts.stamp === 'change') stamped[name] = now
    else if (stamped[name] !== undefined) {
      const earlier = { value: before[name], retired: retired?.[name] }
      stamped[name] = withParts(facts, stamped[name], now, earlier)
    } else if (facts.fallback !== undefined) stamped[name] = facts.fallback
  }
  return stamped
}

/** A full record with what the server fills into its parts, as into those of a new document. */
export function stampParts(page: ResourcePage, record: JsonObject, now: string): JsonObject {
  const stamped: JsonObject = { ...record }
  for (const [name, facts] of leadingToStamps(page.fields)) {
    if (stamped[name] !== undefined) stamped[name] = withParts(facts, stamped[name], now)
  }
  return stamped
}

function filledIn(facts: FieldFacts, sent: unknown, now: string, earlier?: Earlier): unknown {
  if (sent !== undefined) return withParts(facts, sent, now, earlier)
  if (facts.stamp !== undefined) return now
  return facts.fallback
}

/** What was there before a change. */
interface Earlier {
  readonly value: unknown
  readonly retired?: Retired[string] | undefined
}

function withParts(facts: FieldFacts, value: unknown, now: string, earlier?: Earlier): unknown {
  if (facts.kind === 'part') return stampPart(partOf(facts).fields, value, now, earlier?.value)
  if (facts.kind === 'list' && facts.of && Array.isArray(value)) {
    const fields = partOf(facts).fields
    if (!fields.id?.facts.isItemId) return value.map((element) => stampPart(fields, element, now))
    const known = new Map(itemsOf(earlier?.value).map((item) => [item.id, item]))
    const items = value.map((item: JsonObject) => stampPart(fields, item, now, known.get(item.id)))
    return numbered(items, earlier?.value, earlier?.retired)
  }
  return value
}

const itemsOf = (value: unknown): JsonObject[] => (Array.isArray(value) ? value : [])

const leadingToStamps = searchShapes(
  ({ fallback, stamp, isItemId }) => fallback !== undefined || stamp !== undefined || isItemId === true,
)

function stampPart<Value>(fields: Shape, value: Value, now: string, before?: unknown): Value {
  const visited = leadingToStamps(fields)
  if (visited.length === 0 || typeof value !== 'object' || value === null) return value
  const stamped = { ...value } as JsonObject
  for (const [name, facts] of visited) {
    const earlier = { value: (before as JsonObject | undefined)?.[name] }
    const filled = filledIn(facts, stamped[name], now, earlier)
    if (filled !== undefined) stamped[name] = filled
  }
  return stamped as Value
}
