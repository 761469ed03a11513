/**
 * In which order the resources of an API can be tried out: what is needed comes first, and stays until the end.
 * A resource needs another when its create must name one, as a cancel task its order, or when it is nested in it.
 */
import type { ApiPage, ResourcePage, TypeWord } from '../declare/index.ts'
import { kindsNamedBy } from '../derive/references.ts'
import { isEnforced, isSetOnCreate, partOf } from '../derive/schema.ts'
import type { JsonObject } from '../derive/validate.ts'

export interface Flow {
  /** The pages, each after those it needs. */
  readonly order: readonly ResourcePage[]
  /** Pages that others need: their documents are deleted last. */
  readonly needed: ReadonlySet<ResourcePage>
}

/** The order for an API. */
export function flowOf(api: ApiPage): Flow {
  const order: ResourcePage[] = []
  const needed = new Set<ResourcePage>()
  const add = (page: ResourcePage, above: readonly ResourcePage[]): void => {
    if (order.includes(page) || above.includes(page)) return
    for (const other of neededBy(api, page)) {
      needed.add(other)
      add(other, [...above, page])
    }
    order.push(page)
  }
  for (const page of api.resources) add(page, [])
  return { order, needed }
}

/** The variable that holds the id of a page's document: `serviceOrderId`. */
export function variableOf(page: ResourcePage): string {
  return `${page.path}Id`
}

/** The body with the ids of what it needs as variables: `"id": "{{serviceOrderId}}"`. */
export function withVariables(api: ApiPage, page: ResourcePage, body: JsonObject): JsonObject {
  return withIds(
    page,
    body,
    new Map(neededBy(api, page).map((other) => [other.kind, `{{${variableOf(other)}}}`])),
  )
}

/** The body with other ids for what it refers to, by kind. */
export function withIds(page: ResourcePage, body: JsonObject, ids: ReadonlyMap<string, string>): JsonObject {
  return ids.size === 0 ? body : replaced(page.type, body, ids)
}

/** The pages a page needs. */
export function neededBy(api: ApiPage, page: ResourcePage): ResourcePage[] {
  const named = new Set(page.verbs.has('create') ? kindsNeeded(page.type, new Set()) : [])
  return api.resources.filter((other) => {
    if (other === page) return false
    return other === page.facts.within || (other.verbs.has('create') && named.has(other.kind))
  })
}

/** The kinds a value of a type cannot but name. */
function kindsNeeded(type: TypeWord, seen: Set<TypeWord>): string[] {
  if (seen.has(type)) return []
  seen.add(type)
  return Object.entries(type.fields).flatMap(([name, { facts }]) => {
    if (!facts.of || !facts.isMandatory || !isSetOnCreate(facts) || !isEnforced(type, name)) return []
    const part = partOf(facts)
    return [...(isNamed(part) ? kindsNamedBy(part) : []), ...kindsNeeded(part, seen)]
  })
}

/** Whether values of a type name something: by an id they must have, or one they may have instead of the content. */
function isNamed(type: TypeWord): boolean {
  const { id } = type.fields
  return (
    id !== undefined && (type.name.endsWith('RefOrValue') || (id.facts.isMandatory && isEnforced(type, 'id')))
  )
}

function replaced(type: TypeWord, value: JsonObject, kinds: ReadonlyMap<string, string>): JsonObject {
  const copy: JsonObject = {}
  for (const [name, member] of Object.entries(value)) {
    const facts = type.fields[name]?.facts
    if (!facts?.of) {
      copy[name] = member
      continue
    }
    const part = partOf(facts)
    copy[name] = Array.isArray(member)
      ? member.map((each) => replacedPart(part, each as JsonObject, kinds))
      : replacedPart(part, member as JsonObject, kinds)
  }
  return copy
}

function replacedPart(part: TypeWord, value: JsonObject, kinds: ReadonlyMap<string, string>): JsonObject {
  const kind = kindsNamedBy(part).find((each) => kinds.has(each))
  const copy = replaced(part, value, kinds)
  return kind === undefined || !isNamed(part) ? copy : { ...copy, id: kinds.get(kind) }
}
