/** Finds in a document the references that an expansion is about, wherever its types say that they are. */
import type { ResourcePage, TypeWord } from '../declare/index.ts'
import type { Expansion } from './expansion.ts'
import type { JsonObject } from './json.ts'
import type { Model } from './model.ts'
import { pagesReferredTo } from './references.ts'
import { partOf } from './schema.ts'
import { fieldsOfAll } from './typed-page.ts'

/** A reference, and what may take its place. */
export interface FoundReference {
  readonly reference: JsonObject
  /** What it may name, the likeliest first. */
  readonly pages: readonly ResourcePage[]
  /** What is to be expanded within the resource that it names. */
  readonly onward: Expansion
  readonly replace: (resource: JsonObject) => void
}

/** The references of a document, in its own order. */
export function foundReferences(
  model: Model,
  page: ResourcePage,
  document: JsonObject,
  expansion: Expansion,
): FoundReference[] {
  const found: FoundReference[] = []
  const descend = (type: TypeWord, value: JsonObject, { paths, depth }: Expansion): void => {
    for (const [name, { facts }] of Object.entries(fieldsOfAll(type))) {
      const member = value[name]
      if (!facts.of || typeof member !== 'object' || member === null) continue
      const onward = paths.filter(([first]) => first === name).map((path) => path.slice(1))
      if (depth === 0 && onward.length === 0) continue
      const part = partOf(facts)
      if (!Array.isArray(member)) visit(part, value, name, { paths: onward, depth })
      else for (const index of member.keys()) visit(part, member, index, { paths: onward, depth })
    }
  }
  const visit = (
    type: TypeWord,
    holder: JsonObject | unknown[],
    key: string | number,
    { paths, depth }: Expansion,
  ): void => {
    const place = holder as Record<string | number, unknown>
    const element = place[key]
    if (typeof element !== 'object' || element === null || Array.isArray(element)) return
    const reference = element as JsonObject
    const pages = isPointer(type, reference) ? pagesReferredTo(model, type) : []
    if (pages.length === 0) {
      descend(type, reference, { paths, depth })
      return
    }
    found.push({
      reference,
      pages: likeliest(pages, reference['@referredType']),
      onward: { paths: paths.filter((path) => path.length > 0), depth: Math.max(0, depth - 1) },
      replace: (resource) => {
        place[key] = resource
      },
    })
  }
  descend(page.type, document, expansion)
  return found
}

const pointing = new Set(['id', 'href', 'name', 'version', 'role'])

/** Whether a value names a resource; one given in full, where a type allows both, stands for itself (section 24). */
function isPointer(type: TypeWord, value: JsonObject): boolean {
  if (typeof value.id !== 'string' || value.id === '') return false
  if (!type.name.endsWith('RefOrValue')) return true
  return Object.keys(value).every((name) => pointing.has(name) || name.startsWith('@'))
}

function likeliest(pages: readonly ResourcePage[], referredType: unknown): readonly ResourcePage[] {
  const named = pages.filter(({ name, kind }) => name === referredType || kind === referredType)
  return named.length > 0 ? named : pages
}
