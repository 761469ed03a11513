import type { ResourcePage } from '../declare/index.ts'
import type { JsonObject } from './json.ts'

/** A document with lists where a client has sent the only element of one as it is, and may. */
export function withLists(page: ResourcePage, document: JsonObject): JsonObject {
  const lone = Object.entries(page.fields).filter(
    ([name, { facts }]) => facts.takesOne && document[name] !== undefined && !Array.isArray(document[name]),
  )
  return lone.length === 0
    ? document
    : { ...document, ...Object.fromEntries(lone.map(([name]) => [name, [document[name]]])) }
}
