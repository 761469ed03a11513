/** Completes references that only say which document they mean: where it can be read follows from its kind and id. */
import type { ResourcePage, TypeWord } from '../declare/index.ts'
import type { JsonObject } from './json.ts'
import type { Model } from './model.ts'
import { kindsNamedBy } from './references.ts'
import { partOf } from './schema.ts'

/** The document with an `href` in every reference to a document that is known and did not have one. */
export function withReferenceHrefs(
  model: Model,
  page: ResourcePage,
  document: JsonObject,
  isKnown: (kind: string, id: string) => boolean,
): JsonObject {
  const hrefOf = (type: TypeWord, { id, href, '@referredType': told }: JsonObject): string | undefined => {
    const isReference = type.isReference || type.name.endsWith('RefOrValue')
    if (!isReference || typeof id !== 'string' || href !== undefined) return undefined
    const kind = [String(told), ...kindsNamedBy(type)].find((each) => isKnown(each, id))
    return kind === undefined ? undefined : model.hrefOf(model.homeOf(kind).page, id)
  }
  const completed = (type: TypeWord, value: unknown): unknown => {
    if (Array.isArray(value)) return value.map((element) => completed(type, element))
    if (typeof value !== 'object' || value === null) return value
    const part = inside(type, value as JsonObject)
    const href = hrefOf(type, part)
    return href === undefined ? part : { ...part, href }
  }
  const inside = (type: TypeWord, part: JsonObject): JsonObject =>
    Object.fromEntries(
      Object.entries(part).map(([name, member]) => {
        const facts = type.fields[name]?.facts
        return [name, facts?.of ? completed(partOf(facts), member) : member]
      }),
    )
  return inside(page.type, document)
}
