/** Fills in what the server decides about a document: defaults, dates, the first state, item numbers. */
import type { FieldFacts, ResourcePage, Shape } from '../declare/index.ts'
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
  if (page.facts.showsType) document['@type'] ??= page.name
  return document
}

/** A changed document with the dates that follow every change, and numbers for new items. */
export function stampChange(
  page: ResourcePage,
  before: JsonObject,
  document: JsonObject,
  now: string,
): JsonObject {
  const stamped: JsonObject = { ...document }
  const { of = '', movedAt } = page.lifecycle ?? {}
  if (movedAt !== undefined && before[of] !== document[of]) stamped[movedAt] = now
  for (const [name, facts] of leadingToStamps(page.fields)) {
    if (facts.stamp === 'change') stamped[name] = now
    else if (stamped[name] !== undefined) stamped[name] = withParts(facts, stamped[name], now)
    else if (facts.fallback !== undefined) stamped[name] = facts.fallback
  }
  return stamped
}

function filledIn(facts: FieldFacts, sent: unknown, now: string): unknown {
  if (sent !== undefined) return withParts(facts, sent, now)
  if (facts.stamp !== undefined) return now
  return facts.fallback
}

function withParts(facts: FieldFacts, value: unknown, now: string): unknown {
  if (facts.kind === 'part') return stampPart(partOf(facts).fields, value, now)
  if (facts.kind === 'list' && facts.of && Array.isArray(value)) {
    const fields = partOf(facts).fields
    const elements = value.map((element) => stampPart(fields, element, now))
    return fields.id?.facts.isItemId ? numbered(elements) : elements
  }
  return value
}

const leadingToStamps = searchShapes(
  ({ fallback, stamp, isItemId }) => fallback !== undefined || stamp !== undefined || isItemId === true,
)

function stampPart(fields: Shape, value: unknown, now: string): unknown {
  const visited = leadingToStamps(fields)
  if (visited.length === 0 || typeof value !== 'object' || value === null) return value
  const stamped: JsonObject = { ...value }
  for (const [name, facts] of visited) {
    const filled = filledIn(facts, stamped[name], now)
    if (filled !== undefined) stamped[name] = filled
  }
  return stamped
}

/** Items without an id get the smallest numbers not in use. */
function numbered(elements: readonly unknown[]): unknown[] {
  const taken = new Set(elements.map((element) => (element as JsonObject).id).filter(Boolean))
  let next = 1
  return elements.map((element) => {
    if ((element as JsonObject).id !== undefined) return element
    while (taken.has(String(next))) next++
    taken.add(String(next))
    return { id: String(next), ...(element as JsonObject) }
  })
}
