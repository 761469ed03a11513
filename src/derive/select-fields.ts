/** Keeps of a document what `fields` asks for (wire contract, section 8). */
import type { ResourcePage } from '../declare/index.ts'
import { Effort } from './effort.ts'
import type { Field, FieldStep, Selection } from './fields.ts'
import type { JsonObject } from './json.ts'
import { passes, type Scope } from './matches.ts'

type Steps = readonly FieldStep[]
type Picked = Exclude<FieldStep, string>
type Around = Omit<Scope, 'element'>

/**
 * The selected part of a document. Always there: id, href, and @type when it names a subtype of the page, or when the
 * page asks for it in every answer of the second generation. Throws `queryTooExpensive`.
 */
export function selectFields(
  page: ResourcePage,
  document: JsonObject,
  selection: Selection,
  effort: Effort = new Effort(),
): JsonObject {
  if (selection === undefined) return document
  const selected: JsonObject = {}
  for (const name of ['id', 'href']) if (document[name] !== undefined) selected[name] = document[name]
  Object.assign(selected, wholeOrPart({ page, document, effort }, selection))
  const type = document['@type']
  if (type !== undefined && (page.facts.needsType || type !== page.name)) selected['@type'] = type
  return selected
}

/** A predicate on the document itself says whether anything of it is selected. */
function wholeOrPart(around: Around, selection: readonly Field[]): JsonObject {
  const paths =
    keeping(
      around,
      [around.document],
      selection.map(({ steps }) => steps),
    )[0] ?? []
  return paths.some((path) => path.length === 0) ? around.document : pick(around, around.document, paths)
}

function pick(around: Around, value: JsonObject, paths: readonly Steps[]): JsonObject {
  const picked: JsonObject = {}
  const names = new Set(paths.map(([first]) => first))
  for (const [name, member] of Object.entries(value)) {
    if (!names.has(name)) continue
    const deeper = paths.filter(([first]) => first === name).map((path) => path.slice(1))
    const part = deeper.some((path) => path.length === 0) ? member : partOf(around, member, deeper)
    if (part !== undefined) picked[name] = part
  }
  return picked
}

/** The part of a value that paths lead to; of a list, the elements that some path keeps, with their ids. */
function partOf(around: Around, value: unknown, paths: readonly Steps[]): unknown {
  const elements: readonly unknown[] = Array.isArray(value) ? value : [value]
  const parts = keeping(around, elements, paths).flatMap((kept, index) => {
    return kept ? [partOfElement(around, elements[index], kept, Array.isArray(value))] : []
  })
  return Array.isArray(value) ? parts : parts[0]
}

function partOfElement(
  around: Around,
  element: unknown,
  paths: readonly Steps[],
  isListed: boolean,
): unknown {
  if (!isObject(element) || paths.some((path) => path.length === 0)) return element
  // So that a partial element stays addressable.
  const identity = isListed && element.id !== undefined ? { id: element.id } : {}
  return { ...identity, ...pick(around, element, paths) }
}

/** For each element the paths on from it; undefined when no path keeps it. A path by name alone keeps all of them. */
function keeping(
  around: Around,
  elements: readonly unknown[],
  paths: readonly Steps[],
): (readonly Steps[] | undefined)[] {
  const kept: (Steps[] | undefined)[] = elements.map(() => undefined)
  for (const path of paths) {
    const names = path.findIndex((step) => typeof step === 'string')
    const onward = names < 0 ? [] : path.slice(names)
    const picks = path.slice(0, path.length - onward.length) as readonly Picked[]
    for (const index of chosenBy(around, elements, picks)) {
      const others = kept[index]
      if (others) others.push(onward)
      else kept[index] = [onward]
    }
  }
  return kept
}

/** The elements the first pick chooses in the list, and each further one as if the element were a list of one. */
function chosenBy(
  around: Around,
  elements: readonly unknown[],
  [first, ...more]: readonly Picked[],
): number[] {
  if (first === undefined) return [...elements.keys()]
  return chosenByOne(around, elements, first).filter((index) =>
    more.every((each) => chosenByOne(around, [elements[index]], each).length > 0),
  )
}

function chosenByOne(around: Around, elements: readonly unknown[], { pick, test }: Picked): number[] {
  const picked = pick === 'every' ? [...elements.keys()] : indexOf(elements, pick)
  return picked.filter((index) => test === undefined || passes({ ...around, element: elements[index] }, test))
}

function indexOf(elements: readonly unknown[], index: number): number[] {
  const at = index < 0 ? elements.length + index : index
  return at >= 0 && at < elements.length ? [at] : []
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
