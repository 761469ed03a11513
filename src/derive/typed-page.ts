/**
 * A page and its subtypes (wire contract, section 24): documents are judged by the page of their own type, and looked
 * for by the attributes of all types at once.
 */
import {
  type AnyField,
  Field,
  ResourcePage,
  type Shape,
  type TypeWord,
  type UnknownAttributes,
} from '../declare/index.ts'
import { partOf } from './schema.ts'

/** The page of the documents of a type, with the attributes of both; the page itself when it has no such subtype. */
export function pageOfType(page: ResourcePage, type: unknown): ResourcePage {
  const { subtypes } = page.type
  if (subtypes.length === 0 || typeof type !== 'string') return page
  const subtype = subtypes.find(({ name }) => name === type)
  return subtype === undefined ? page : typedPage(page, subtype)
}

const typedPages = new WeakMap<ResourcePage, WeakMap<TypeWord, Map<UnknownAttributes, ResourcePage>>>()

/** Made once, whichever other subtypes there are: what is compiled for a page goes with it. */
function typedPage(page: ResourcePage, subtype: TypeWord): ResourcePage {
  const { declared, facts, fields } = page
  const bySubtype = typedPages.get(declared) ?? new WeakMap<TypeWord, Map<UnknownAttributes, ResourcePage>>()
  typedPages.set(declared, bySubtype)
  const known = bySubtype.get(subtype) ?? new Map<UnknownAttributes, ResourcePage>()
  bySubtype.set(subtype, known)
  const { unknownAttributes = 'reject' } = facts
  const typed =
    known.get(unknownAttributes) ??
    new ResourcePage(
      page.name,
      { ...facts, fields: { ...fields, ...subtype.fields }, subtypes: [] },
      { from: page, of: subtype },
    )
  known.set(unknownAttributes, typed)
  return typed
}

const fieldsOfTypes = new WeakMap<TypeWord, Shape>()

/** The attributes of a type and of all its subtypes. Where two of them differ about one, it is of any kind. */
export function fieldsOfAll(type: TypeWord): Shape {
  if (!type.subtypes?.length) return type.fields
  let fields = fieldsOfTypes.get(type)
  if (fields === undefined) {
    fields = { ...type.fields, ...fieldsBeyond(type, type.subtypes) }
    fieldsOfTypes.set(type, fields)
  }
  return fields
}

function fieldsBeyond(type: TypeWord, subtypes: readonly TypeWord[]): Shape {
  const beyond: Record<string, AnyField> = {}
  for (const [name, field] of subtypes.flatMap(({ fields }) => Object.entries(fields))) {
    if (Object.hasOwn(type.fields, name)) continue
    const known = beyond[name]
    beyond[name] = known === undefined || isAlike(known, field) ? ofSubtype(field) : ofSubtype(anything)
  }
  return beyond
}

const anything = new Field({
  kind: 'any',
  meaning: 'Each type has its own',
  isMandatory: false,
  writer: 'anyone',
})

const ofSubtype = ({ facts }: AnyField): AnyField => new Field({ ...facts, isOfSubtype: true })

function isAlike({ facts: one }: AnyField, { facts: other }: AnyField): boolean {
  if (one.kind !== other.kind || one.element?.kind !== other.element?.kind) return false
  return one.of === undefined || other.of === undefined ? one.of === other.of : partOf(one) === partOf(other)
}
