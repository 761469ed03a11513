/** What is sent to create a resource: our example without what only our pages know, or what the tester has at hand. */
import type { ApiPage, ResourcePage, TypeWord } from '../declare/index.ts'
import type { JsonObject } from '../derive/json.ts'
import { isSetOnCreate, partOf } from '../derive/schema.ts'
import { fullExample } from '../documents/example.ts'
import { withIds } from '../documents/flow.ts'
import { isObject, isOurs } from './shape.ts'

/** Bodies of the tester's own, by the path of the resource, such as `productOrder`. */
export type OwnBodies = Readonly<Record<string, JsonObject>>

/** The body of a create, with the ids of what was made before for what it refers to. */
export function bodyOf(
  api: ApiPage,
  page: ResourcePage,
  own: OwnBodies | undefined,
  ids: ReadonlyMap<string, string>,
): JsonObject {
  const given = own?.[page.path]
  if (given) return { ...given }
  const official = Object.entries(officialPart(api, page.type, fullExample(page))).filter(
    ([name]) =>
      page.fields[name]?.facts.isMandatory || !isOurs(api, `${page.name}.${name}`, 'extra on create'),
  )
  return withIds(page, { ...described(page), ...Object.fromEntries(official) }, ids)
}

/** A word on what it is: something to select, to search by and to change that means nothing to any server. */
function described(page: ResourcePage): JsonObject {
  const facts = page.fields.description?.facts
  return facts?.kind === 'text' && isSetOnCreate(facts) ? { description: page.meaning } : {}
}

/** A value without the attributes that the official file does not have. */

function officialPart(api: ApiPage, type: TypeWord, value: JsonObject): JsonObject {
  const known = Object.entries(value).filter(
    ([name]) =>
      type.fields[name]?.facts.isMandatory || !isOurs(api, `${type.name}.${name}`, 'extra attribute'),
  )
  return Object.fromEntries(
    known.map(([name, member]) => {
      const facts = type.fields[name]?.facts
      const inside = (part: unknown): unknown =>
        facts?.of && isObject(part) ? officialPart(api, partOf(facts), part) : part
      return [name, Array.isArray(member) ? member.map(inside) : inside(member)]
    }),
  )
}
