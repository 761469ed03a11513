/** Follows a dotted path into a page: which kind of value is there, and whether lists lie on the way. */
import type { FieldFacts, FieldKind, ResourcePage, Shape } from '../declare/index.ts'
import { partOf } from './schema.ts'

export interface PathFacts {
  readonly kind: FieldKind
  /** Whether the path crosses or ends in a list, so that it may have several values. */
  readonly isMany: boolean
  /** How many of the names are declared; the rest reaches into a value of any kind. */
  readonly known: number
  readonly facts?: FieldFacts
}

const envelope = new Set(['@type', '@baseType', '@schemaLocation'])

/** The facts of what a path leads to; `known` is 0 when the first name is no attribute of the page. */
export function fieldAt(page: ResourcePage, path: readonly string[]): PathFacts {
  const [first] = path
  if (path.length === 1 && (first === 'id' || first === 'href' || envelope.has(first ?? ''))) {
    return { kind: 'text', isMany: false, known: 1 }
  }
  let shape: Shape | undefined = page.fields
  let isMany = false
  let found: FieldFacts | undefined
  for (const [index, name] of path.entries()) {
    if (shape === undefined) return { kind: 'any', isMany: isMany || found?.kind === 'any', known: index }
    if (index > 0 && envelope.has(name)) return { kind: 'text', isMany, known: index + 1 }
    found = shape[name]?.facts
    if (found === undefined) return { kind: 'any', isMany, known: index }
    if (found.kind === 'list') isMany = true
    shape = found.of ? partOf(found).fields : undefined
    if (shape === undefined && found.kind !== 'any' && index < path.length - 1) {
      return { kind: found.kind, isMany, known: index + 1, facts: found }
    }
  }
  const kind = found?.kind === 'list' && found.element ? found.element.kind : (found?.kind ?? 'any')
  return { kind, isMany, known: path.length, ...(found ? { facts: found } : {}) }
}

/** The names one may write where a path went wrong: those of the shape it had reached. */
export function namesAt(page: ResourcePage, path: readonly string[]): string[] {
  let shape: Shape = page.fields
  for (const name of path) {
    const facts = shape[name]?.facts
    if (!facts?.of) break
    shape = partOf(facts).fields
  }
  return [...Object.keys(shape), ...(shape === page.fields ? ['id', 'href'] : []), '@type']
}

/**
 * All values a path leads to in a document, through any list on the way and at its end. A list within a list is
 * a value, as it is for the paths of PostgreSQL.
 */
export function valuesAt(document: unknown, path: readonly string[]): unknown[] {
  let values: unknown[] = [document]
  for (const name of path) {
    values = values.flatMap(unlisted).flatMap((value) => {
      const isThere = typeof value === 'object' && value !== null && Object.hasOwn(value, name)
      return isThere && !Array.isArray(value) ? [(value as Record<string, unknown>)[name]] : []
    })
  }
  return values.flatMap(unlisted)
}

const unlisted = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value])
