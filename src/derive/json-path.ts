/**
 * Selects nodes of a document by a JSONPath of section 10: for `fields`, for JSON Patch Query and for `sort`. Names a
 * page does not have may be those of a subtype, or of an extension; they are followed like others.
 */
import type { ResourcePage } from '../declare/index.ts'
import { refuse } from '../declare/index.ts'
import type { Hop } from './condition.ts'
import { Effort } from './effort.ts'
import type { JsonObject } from './json.ts'
import { readJsonPaths } from './json-path-syntax.ts'
import { wayOf } from './json-path-test.ts'
import { passes } from './matches.ts'
import { followHops, followPath, type Node } from './route.ts'

/** A JSONPath: hops to elements of lists, and a dotted path on from there. */
export interface JsonPath {
  readonly page: ResourcePage
  readonly hops: readonly Hop[]
  readonly path: readonly string[]
}

/**
 * Reads one JSONPath. Throws `invalidJsonPath` with the position, `jsonPathFeatureNotSupported`, and for a predicate
 * what is wrong with it, such as `invalidFilterValue`.
 */
export function parseJsonPath(page: ResourcePage, text: string): JsonPath {
  const [steps = [], another] = readJsonPaths(text)
  if (another !== undefined) throw refuse('invalidJsonPath', `'${text.slice(0, 100)}' is more than one path`)
  const { route, path } = wayOf({ page, base: [], isInside: false, allowsUnknown: true }, 'element', steps)
  return { page, hops: route.hops, path }
}

/**
 * What a path selects in a document, in document order, each with the names and indexes that lead to it. A list on the
 * way stands for its elements, a list at the end for itself. Throws `queryTooExpensive`.
 */
export function selectNodes({ page, hops, path }: JsonPath, document: JsonObject): Node[] {
  const scope = { page, document, effort: new Effort() }
  const start = { position: [], value: document }
  return followHops(start, hops, (test, element) => passes({ ...scope, element }, test)).flatMap((node) =>
    followPath(node, path),
  )
}
