/** Follows a dotted path into a page: which kind of value is there, and whether lists lie on the way. */
import type { FieldFacts, FieldKind, ResourcePage, TypeWord } from '../declare/index.ts'
import { partOf } from './schema.ts'
import { fieldsOfAll } from './typed-page.ts'

export interface PathFacts {
  readonly kind: FieldKind
  /**
   * Whether there may be several values, or values of another kind: the path crosses or ends in a list, or leads to
   * what documents of other types hold at will.
   */
  readonly isMany: boolean
  /** How many of the names are declared; the rest reaches into a value of any kind. */
  readonly known: number
  readonly facts?: FieldFacts
  /** Whether the first name that is not declared may be there nevertheless. */
  readonly isOpen?: boolean
}

const envelope = new Set(['@type', '@baseType', '@schemaLocation'])

/** The facts of what a path leads to; `known` is 0 when the first name is no attribute of the page. */
export function fieldAt(page: ResourcePage, path: readonly string[]): PathFacts {
  const [first] = path
  if (path.length === 1 && (first === 'id' || first === 'href' || envelope.has(first ?? ''))) {
    return { kind: 'text', isMany: false, known: 1 }
  }
  let type: TypeWord | undefined = page.type
  let isMany = false
  let found: FieldFacts | undefined
  for (const [index, name] of path.entries()) {
    if (type === undefined) return { kind: 'any', isMany: isMany || found?.kind === 'any', known: index }
    if (index > 0 && envelope.has(name)) return { kind: 'text', isMany, known: index + 1 }
    const facts: FieldFacts | undefined = attributeOf(type, name)
    if (facts === undefined) {
      const isOpen = type.keepsUnknownAttributes === true || page.facts.unknownAttributes === 'keep'
      return { kind: 'any', isMany, known: index, isOpen }
    }
    found = facts
    if (found.kind === 'list' || (found.isOfSubtype && !isText(found))) isMany = true
    type = found.of ? partOf(found) : undefined
    if (type === undefined && found.kind !== 'any' && index < path.length - 1) {
      return { kind: found.kind, isMany, known: index + 1, facts: found }
    }
  }
  const kind = found?.kind === 'list' && found.element ? found.element.kind : (found?.kind ?? 'any')
  return { kind, isMany, known: path.length, ...(found ? { facts: found } : {}) }
}

function attributeOf(type: TypeWord, name: string): FieldFacts | undefined {
  const fields = fieldsOfAll(type)
  return Object.hasOwn(fields, name) ? fields[name]?.facts : undefined
}

/** What is looked at as a text can be whatever it is: it is never found to be of the wrong kind. */
const isText = ({ kind }: FieldFacts): boolean => ['text', 'uri', 'base64', 'oneOf'].includes(kind)

/** The names one may write where a path went wrong: those of the shape it had reached. */
export function namesAt(page: ResourcePage, path: readonly string[]): string[] {
  let type: TypeWord = page.type
  for (const name of path) {
    const facts = attributeOf(type, name)
    if (!facts?.of) break
    type = partOf(facts)
  }
  return [...Object.keys(fieldsOfAll(type)), ...(type === page.type ? ['id', 'href'] : []), '@type']
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
