/** A path of a JSON Patch Query in its JSONPath form: `note[?(@.author=='jdoe')].text` (wire contract, section 12). */
import type { ResourcePage } from '../declare/index.ts'
import type { Hop, Operand, Route, Test } from './condition.ts'
import type { EditedDocument } from './edited-document.ts'
import type { JsonObject } from './json.ts'
import { type JsonPath, parseJsonPath, selectNodes } from './json-path.ts'
import { checkStep, type Pointer } from './json-pointer.ts'
import type { PatchTarget } from './pointer-query.ts'
import { elementsOf, type Node } from './route.ts'

/** Reads a JSONPath. Throws what is wrong with it, or `invalidAttributeName` for names no document may have. */
export function pathTarget(page: ResourcePage, text: string): PatchTarget {
  const parsed = parseJsonPath(page, text)
  for (const step of parsed.path) checkStep(step)
  const degree = degreeOfHops(parsed.hops)
  const select = (edited: EditedDocument, path: JsonPath): Node[] => {
    edited.spend(effortOfValue * edited.size() ** (1 + degree))
    return selectNodes(path, edited.root as JsonObject)
  }
  const existing = (edited: EditedDocument) => select(edited, parsed).map(pointerTo)
  const member = parsed.path.at(-1)
  if (member === undefined) return { choosesElements: true, existing, possible: existing }
  const above = { ...parsed, path: parsed.path.slice(0, -1) }
  return {
    choosesElements: false,
    existing,
    possible: (edited) =>
      select(edited, above)
        .flatMap(elementsOf)
        .filter(({ value }) => isObject(value))
        .map((node) => [...pointerTo(node), member]),
  }
}

const pointerTo = ({ position }: Node): Pointer => position.map(String)

const isObject = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const effortOfValue = 8

/**
 * How often a predicate looks through the whole document again for each value it is asked about: each `$` within one,
 * and each comparison of two paths, multiplies the work by the size of the document.
 */
function degreeOfHops(hops: readonly Hop[]): number {
  return Math.max(0, ...hops.map(({ test }) => (test === undefined ? 0 : degreeOf(test))))
}

function degreeOf(test: Test): number {
  switch (test.is) {
    case 'condition':
      return 0
    case 'not':
      return degreeOf(test.test)
    case 'all':
    case 'any':
      return Math.max(0, ...test.tests.map(degreeOf))
    case 'some':
      return degreeOfRoute(test.route) + degreeOf(test.test)
    case 'comparison':
      return 1 + Math.max(degreeOfOperand(test.left), degreeOfOperand(test.right))
  }
}

function degreeOfRoute({ from, hops }: Route): number {
  return (from === 'root' ? 1 : 0) + degreeOfHops(hops)
}

function degreeOfOperand(operand: Operand): number {
  return operand.is === 'number' ? 0 : degreeOfRoute(operand.route)
}
