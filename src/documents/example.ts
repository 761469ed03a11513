/**
 * Examples of a resource, made from its page: the same page always gives the same example. What a client sends by
 * them is accepted; where behaviour beyond the page would refuse them, the page has an `example` of its own.
 */
import type { FieldFacts, ResourcePage, TypeWord } from '../declare/index.ts'
import { kindsNamedBy } from '../derive/references.ts'
import { isEnforced, isSetOnCreate, partOf } from '../derive/schema.ts'
import { stampNew } from '../derive/stamp.ts'
import type { JsonObject } from '../derive/validate.ts'
import { exampleDateTime, exampleId, exampleMoment, exampleText, exampleUri } from './example-text.ts'

/** How many levels of optional parts a full example shows. */
const depth = 2

/** The least a create needs. */
export function minimalExample(page: ResourcePage): JsonObject {
  return page.facts.example ? { ...page.facts.example } : bodyOf(page, 'minimal')
}

/** A create with everything a client may send. */
export function fullExample(page: ResourcePage): JsonObject {
  return page.facts.example ? { ...page.facts.example } : bodyOf(page, 'full')
}

/** A value for every attribute a client may send on create, those of the page's own example first. */
export function exampleAttributes(page: ResourcePage): JsonObject {
  return { ...bodyOf(page, 'full'), ...page.facts.example }
}

/** A document as it is answered after the full example was sent. */
export function storedExample(page: ResourcePage, href: string): JsonObject {
  return { id: exampleId(page.name), href, ...stampNew(page, fullExample(page), exampleMoment) }
}

type Extent = 'minimal' | 'full'

interface Where {
  /** The type the attribute belongs to. */
  readonly type: TypeWord
  readonly extent: Extent
  /** The names of the types around it, outermost first. */
  readonly trail: readonly string[]
}

function bodyOf(page: ResourcePage, extent: Extent): JsonObject {
  const nonEmpty = new Set(page.facts.nonEmpty ?? [])
  const body: JsonObject = page.facts.needsType ? { '@type': page.name } : {}
  for (const [name, { facts }] of Object.entries(page.fields)) {
    const isNeeded = (facts.isMandatory && isSetOnCreate(facts)) || nonEmpty.has(name)
    if (!isNeeded && (extent === 'minimal' || !isTold(facts))) continue
    const isState = name === page.lifecycle?.of
    body[name] = isState
      ? page.lifecycle?.starts
      : exampleOf(name, facts, { type: page.type, extent, trail: [] })
  }
  return body
}

/** Whether a full example has an optional attribute: not what the server sets, or replaces by its own. */
function isTold(facts: FieldFacts): boolean {
  return isSetOnCreate(facts) && !facts.stamp && !facts.isIgnoredFromClient
}

function exampleOf(name: string, facts: FieldFacts, where: Where): unknown {
  const { type } = where
  switch (facts.kind) {
    case 'text':
      if (name === '@referredType') return nameOf(type)
      if (name === '@type') return type.name
      return typeof facts.fallback === 'string'
        ? facts.fallback
        : exampleText(name, facts.meaning, { name: nameOf(type), meaning: type.meaning })
    case 'uri':
      return exampleUri(name, nameOf(type))
    case 'dateTime':
      return exampleDateTime(name)
    case 'integer':
    case 'number':
      return facts.fallback ?? 1
    case 'yesNo':
      return facts.fallback ?? false
    case 'base64':
      return Buffer.from('example').toString('base64')
    case 'any':
      return 'example'
    case 'oneOf':
      return facts.fallback ?? facts.values?.[0]
    case 'part':
      return partValue(partOf(facts), where)
    case 'list':
      return [facts.element ? exampleOf(name, facts.element, where) : partValue(partOf(facts), where)]
  }
}

/** What a type names: the id of a `ServiceRef` is that of a service. */
function nameOf(type: TypeWord): string {
  const isReference = type.isReference || /(Ref|RefOrValue|Relationship)$/.test(type.name)
  return isReference ? (kindsNamedBy(type)[0] ?? type.name) : type.name
}

function partValue(type: TypeWord, { type: owner, extent, trail }: Where): JsonObject {
  const here = [...trail, owner.name]
  const isShallow = extent === 'full' && here.length <= depth && !here.includes(type.name)
  const value: JsonObject = type.needsType ? { '@type': type.name } : {}
  for (const [name, { facts }] of Object.entries(type.fields)) {
    const isNeeded = facts.isMandatory && isEnforced(type, name)
    if (!isNeeded && !(isShallow && isTold(facts) && !isIncidental(name, facts, type))) continue
    const told = facts.isItemId ? '1' : exampleOf(name, facts, { type, extent, trail: here })
    if (isNeeded || !isEmpty(told)) value[name] = told
  }
  return value
}

/** What a reader would leave out of a part: extension attributes, web addresses the server knows, ids of values. */
function isIncidental(name: string, facts: FieldFacts, type: TypeWord): boolean {
  if (name === '@referredType') return !type.isReference
  if (name.startsWith('@') || name === 'href' || facts.fallback !== undefined) return true
  return name === 'id' && !type.isReference && !facts.isItemId
}

function isEmpty(value: unknown): boolean {
  const one = Array.isArray(value) ? value[0] : value
  return typeof one === 'object' && one !== null && Object.keys(one).length === 0
}
