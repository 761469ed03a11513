/** `fields=a,b.c`: keeps the named attributes of a document (wire contract, section 8). */
import { type ResourcePage, refuse } from '../declare/index.ts'
import type { JsonObject } from './validate.ts'

/** The paths asked for; undefined when the whole document is. */
export type Selection = readonly (readonly string[])[] | undefined

const maxNames = 100
const maxDepth = 10
const namePattern = /^@?[A-Za-z_][A-Za-z0-9_-]*$/

/** Reads the values of the `fields` parameters. Throws `invalidFields`. */
export function parseFields(values: readonly string[]): Selection {
  const names = values
    .flatMap((value) => value.split(','))
    .map((name) => name.trim())
    .filter(Boolean)
  if (names.length === 0) return undefined
  if (names.length > maxNames) throw refuse('invalidFields', `fields names more than ${maxNames} attributes`)
  return names
    .filter((name) => name !== 'none')
    .map((name) => {
      const path = name.split('.')
      if (path.length > maxDepth || path.some((step) => !namePattern.test(step))) {
        throw refuse('invalidFields', `'${name}' in fields is not an attribute path such as relatedParty.id`)
      }
      return path
    })
}

/**
 * The selected part of a document. Always there: id, href, and @type when it names a subtype of the page, or
 * when the page asks for it in every answer of the second generation.
 */
export function selectFields(page: ResourcePage, document: JsonObject, selection: Selection): JsonObject {
  if (selection === undefined) return document
  const selected: JsonObject = {}
  for (const name of ['id', 'href']) if (document[name] !== undefined) selected[name] = document[name]
  Object.assign(selected, pick(document, selection))
  const type = document['@type']
  if (type !== undefined && (page.facts.needsType || type !== page.name)) selected['@type'] = type
  return selected
}

function pick(value: JsonObject, paths: readonly (readonly string[])[]): JsonObject {
  const picked: JsonObject = {}
  const names = new Set(paths.map(([name]) => name))
  for (const [name, member] of Object.entries(value)) {
    if (!names.has(name)) continue
    const deeper = paths.filter(([first]) => first === name).map((path) => path.slice(1))
    picked[name] = deeper.some((path) => path.length === 0) ? member : pickInside(member, deeper)
  }
  return picked
}

/** Elements of a list keep their id, so that a partial element stays addressable. */
function pickInside(member: unknown, paths: readonly (readonly string[])[]): unknown {
  if (Array.isArray(member)) {
    return member.map((element) => {
      if (typeof element !== 'object' || element === null) return element
      const { id } = element as JsonObject
      return { ...(id === undefined ? {} : { id }), ...pick(element as JsonObject, paths) }
    })
  }
  return typeof member === 'object' && member !== null ? pick(member as JsonObject, paths) : member
}
