/** Which documents may refer to which, and where a document does: from the types of the pages. */
import type { FieldFacts, ResourcePage, TypeWord } from '../declare/index.ts'
import type { Collection, Model } from './model.ts'
import { partOf } from './schema.ts'
import { fieldsOfAll } from './typed-page.ts'

/**
 * The kinds that the `id` of a value of this type names: as the type says, or as its name does by the conventions of
 * the information model: `ServiceRef`, `ServiceRefOrValue`, `ServiceRelationship`, `BundledProductOffering`.
 */
export function kindsNamedBy(type: TypeWord): readonly string[] {
  if (type.namedKinds) return type.namedKinds
  const [, kind] = /^(?:Bundled)?(.+?)(?:Ref|RefOrValue|Relationship)?$/.exec(type.name) ?? []
  return kind === undefined ? [] : [kind]
}

/** The pages of the resources that a value of this type may point to. None when it holds what it is about itself. */
export function pagesReferredTo(model: Model, type: TypeWord): readonly ResourcePage[] {
  const isPointing =
    type.isReference || type.namedKinds || /^Bundled|(Ref|RefOrValue|Relationship)$/.test(type.name)
  if (!isPointing) return []
  const pages = kindsNamedBy(type).flatMap((kind) => (model.has(kind) ? [model.homeOf(kind).page] : []))
  // One below another cannot be found by its id alone.
  return pages.filter(({ facts, verbs }) => facts.within === undefined && verbs.has('read'))
}

const namings = new WeakMap<ResourcePage, ReadonlyMap<string, ReadonlySet<string>>>()

/** The attributes by which documents of a page refer to each kind, wherever in the document they are. */
function attributesNaming(page: ResourcePage): ReadonlyMap<string, ReadonlySet<string>> {
  const known = namings.get(page)
  if (known) return known
  const names = new Map<string, Set<string>>()
  const seen = new Set<TypeWord>()
  const visit = (type: TypeWord): void => {
    if (seen.has(type)) return
    seen.add(type)
    for (const [name, { facts }] of Object.entries(fieldsOfAll(type))) {
      if (!facts.of) continue
      const part = partOf(facts)
      for (const kind of kindsNamedBy(part)) names.set(kind, (names.get(kind) ?? new Set()).add(name))
      visit(part)
    }
  }
  visit(page.type)
  namings.set(page, names)
  return names
}

/** Whether documents of a page refer to documents of any page at all. */
export function hasReferences(page: ResourcePage, kinds: ReadonlySet<string>): boolean {
  const named = attributesNaming(page)
  return [...kinds].some((kind) => named.has(kind))
}

/** The attributes by which each other kind may refer to documents of a page, where that forbids to delete them. */
export function holdersOf(model: Model, page: ResourcePage): Map<string, string[]> {
  const where = page.facts.keptWhileUsedIn
  if (where === undefined) return new Map()
  return holdersAmong(model, page.kind, ({ api }) => where === 'anyDomain' || where.includes(api.domain))
}

/** The attributes by which each kind of certain collections may refer to documents of a kind. */
export function holdersAmong(
  model: Model,
  kind: string,
  isMeant: (collection: Collection) => boolean,
): Map<string, string[]> {
  const holders = new Map<string, string[]>()
  for (const collection of model.collections) {
    const { page } = collection
    if (!page.isStored || !isMeant(collection)) continue
    const names = attributesNaming(page).get(kind)
    if (names) holders.set(page.kind, [...new Set([...(holders.get(page.kind) ?? []), ...names])])
  }
  return holders
}

/** Where in a document an id of a kind is referred to: `serviceOrderItem[0].service.serviceSpecification`. */
export function referencePaths(
  page: ResourcePage,
  document: unknown,
  target: { kind: string; id: string },
): string[] {
  const found: string[] = []
  const visit = (facts: FieldFacts | undefined, type: TypeWord, value: unknown, path: string): void => {
    if (Array.isArray(value)) {
      value.forEach((element, index) => {
        visit(facts, type, element, `${path}[${index}]`)
      })
      return
    }
    if (typeof value !== 'object' || value === null) return
    const members = value as Record<string, unknown>
    if (facts && members.id === target.id && kindsNamedBy(type).includes(target.kind)) found.push(path)
    for (const [name, member] of Object.entries(members)) {
      const inner = fieldsOfAll(type)[name]?.facts
      if (inner?.of) visit(inner, partOf(inner), member, path === '' ? name : `${path}.${name}`)
    }
  }
  visit(undefined, page.type, document, '')
  return found
}
