/**
 * Which attributes of a type lead to what a reader looks for. Most parts of a document hold nothing of interest to
 * stamping or to the check of item ids; found once per type, the others are all that is walked.
 */
import type { FieldFacts, Shape } from '../declare/index.ts'
import { partOf } from './schema.ts'

/** An attribute worth visiting. */
export type Visited = readonly [name: string, facts: FieldFacts]

/** Finds, and remembers, the attributes of a shape that match or hold something that does, at any depth. */
export function searchShapes(
  isSought: (facts: FieldFacts) => boolean,
): (fields: Shape) => readonly Visited[] {
  const found = new WeakMap<Shape, readonly Visited[]>()
  const leads = (facts: FieldFacts, above: readonly Shape[]): boolean => {
    if (isSought(facts)) return true
    if (facts.of === undefined) return false
    const { fields } = partOf(facts)
    if (above.includes(fields)) return false
    return Object.values(fields).some((field) => leads(field.facts, [...above, fields]))
  }
  return (fields) => {
    let visited = found.get(fields)
    if (visited === undefined) {
      visited = Object.entries(fields).flatMap(([name, { facts }]) =>
        leads(facts, [fields]) || leadsToItself(facts, fields, leads) ? [[name, facts] as const] : [],
      )
      found.set(fields, visited)
    }
    return visited
  }
}

/** A type that holds itself is walked into when it holds anything else that is sought. */
function leadsToItself(
  facts: FieldFacts,
  fields: Shape,
  leads: (facts: FieldFacts, above: readonly Shape[]) => boolean,
): boolean {
  if (facts.of === undefined || partOf(facts).fields !== fields) return false
  return Object.values(fields).some((field) => leads(field.facts, [fields]))
}
