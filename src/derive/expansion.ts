/** Reads `expand=path,path` and `depth=n`: which references a client wants to see the resources of (section 8). */
import { type ResourcePage, refuse, type TypeWord } from '../declare/index.ts'
import type { Model } from './model.ts'
import { nearest } from './nearest.ts'
import type { ParsedQuery } from './query-string.ts'
import { pagesReferredTo } from './references.ts'
import { partOf } from './schema.ts'
import { fieldsOfAll } from './typed-page.ts'

/** What is expanded in a document: references at these paths and on the way to them, and all references so deep. */
export interface Expansion {
  readonly paths: readonly (readonly string[])[]
  readonly depth: number
}

const maxPaths = 20
const maxSteps = 10
const maxDepth = 2

/** The expansion a query asks for; undefined when it asks for none. Throws `invalidExpand`. */
export function parseExpansion(
  model: Model,
  page: ResourcePage,
  parameters: ParsedQuery['parameters'],
): Expansion | undefined {
  const names = (parameters.get('expand') ?? []).flatMap((value) => value.split(','))
  const paths = names.map((name) => name.trim()).filter(Boolean)
  if (paths.length > maxPaths) throw refuse('invalidExpand', `expand may name at most ${maxPaths} paths`)
  const depth = readDepth(parameters.get('depth'))
  if (paths.length === 0 && depth === 0) return undefined
  return { paths: paths.map((path) => readPath(model, page, path)), depth }
}

function readDepth(values: readonly string[] | undefined): number {
  const [value = '0', another] = values ?? []
  if (another !== undefined || !/^\d{1,4}$/.test(value) || Number(value) > maxDepth) {
    const given = (values ?? []).join("' and '").slice(0, 100)
    throw refuse('invalidExpand', `depth must be one integer from 0 to ${maxDepth}, not '${given}'`)
  }
  return Number(value)
}

function readPath(model: Model, page: ResourcePage, path: string): string[] {
  const names = path.split('.')
  const shown = `'${path.slice(0, 100)}' in expand`
  if (names.length > maxSteps) throw refuse('invalidExpand', `${shown} is longer than ${maxSteps} names`)
  let types: readonly TypeWord[] = [page.type]
  for (const name of names) {
    const within = types.flatMap((type) => [type, ...pagesReferredTo(model, type).map((each) => each.type)])
    types = within.flatMap((type) => partsOf(type).flatMap(([own, part]) => (own === name ? [part] : [])))
    if (types.length > 0) continue
    const known = within.flatMap((type) => partsOf(type).map(([own]) => own))
    throw refuse('invalidExpand', `${shown}: no reference is at '${name}'${nearest(name, known)}`)
  }
  if (types.some((type) => pagesReferredTo(model, type).length > 0)) return names
  throw refuse('invalidExpand', `${shown} is no reference to a resource`)
}

/** The attributes of a type that hold something with attributes of its own. */
function partsOf(type: TypeWord): [string, TypeWord][] {
  return Object.entries(fieldsOfAll(type)).flatMap(([name, { facts }]): [string, TypeWord][] =>
    facts.of ? [[name, partOf(facts)]] : [],
  )
}
