/** Follows a route through a document in memory, as the paths of PostgreSQL do: a value that is no list is a list of one. */
import type { Hop, Test } from './condition.ts'

/** A value in a document, and the names and indexes that lead to it. */
export interface Node {
  readonly position: readonly (string | number)[]
  readonly value: unknown
}

/** The elements a route of hops leads to, in document order. `passes` runs the tests on the way. */
export function followHops(
  start: Node,
  hops: readonly Hop[],
  passes: (test: Test, value: unknown) => boolean,
): Node[] {
  let nodes = [start]
  for (const { path, pick, test } of hops) {
    nodes = nodes
      .flatMap((node) => followPath(node, path))
      .flatMap((node) => pickFrom(node, pick))
      .filter(({ value }) => test === undefined || passes(test, value))
  }
  return nodes
}

/** The nodes at a dotted path; a list on the way stands for its elements, one at the end for itself. */
export function followPath(start: Node, path: readonly string[]): Node[] {
  let nodes = [start]
  for (const name of path) {
    nodes = nodes.flatMap(elementsOf).flatMap(({ position, value }) => {
      const isThere = isObject(value) && Object.hasOwn(value, name)
      return isThere ? [{ position: [...position, name], value: value[name] }] : []
    })
  }
  return nodes
}

/** The elements of a list; of anything else, itself. */
export function elementsOf(node: Node): Node[] {
  const { position, value } = node
  if (!Array.isArray(value)) return [node]
  return value.map((element, index) => ({ position: [...position, index], value: element }))
}

function pickFrom(node: Node, pick: Hop['pick']): Node[] {
  const elements = elementsOf(node)
  if (pick === 'every') return elements
  const element = elements.at(pick)
  return element ? [element] : []
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
