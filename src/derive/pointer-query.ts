/**
 * A path of a JSON Patch Query in its pointer form: `/note/text?note.author=jdoe` (TMF630 part 5, wire contract,
 * section 12). A name below a list means that member of every element, or of those the conditions hold for.
 */
import type { ResourcePage } from '../declare/index.ts'
import { refuse } from '../declare/index.ts'
import type { Filter } from './condition.ts'
import type { EditedDocument } from './edited-document.ts'
import { parseFilter } from './filter.ts'
import type { JsonObject } from './json.ts'
import { isIndex, type Pointer, parsePointer } from './json-pointer.ts'
import { matches } from './matches.ts'
import { fieldAt } from './path.ts'
import { parseQuery } from './query-string.ts'

/** Where an operation takes place, once the document is known. */
export interface PatchTarget {
  /** What is there, in document order. */
  readonly existing: (edited: EditedDocument) => Pointer[]
  /** Where a value can be put: also members that are not there yet. */
  readonly possible: (edited: EditedDocument) => Pointer[]
  /** Whether it names elements of a list by what they hold, not by their place or their list. */
  readonly choosesElements: boolean
}

/** Reads a pointer with its conditions. Throws `invalidPatch`, or what is wrong with a condition. */
export function pointerQuery(page: ResourcePage, text: string): PatchTarget {
  const start = text.indexOf('?')
  const path = start < 0 ? text : text.slice(0, start)
  const pointer = parsePointer(path === '' || path.startsWith('/') ? path : `/${path}`)
  const { filter, isAboutLast } =
    start < 0 ? noConditions : readConditions(page, pointer, text.slice(start + 1))
  const find = (edited: EditedDocument, mayBeAbsent: boolean): Pointer[] => {
    const found: Pointer[] = []
    const walk = (value: unknown, rest: Pointer, trail: Pointer): void => {
      edited.spend(effortOfStep)
      const [step, ...further] = rest
      if (Array.isArray(value) && (step === undefined ? isAboutLast : !isElement(step))) {
        for (const [index, element] of value.entries()) walk(element, rest, [...trail, String(index)])
      } else if (step === undefined) found.push(trail)
      else if (Array.isArray(value)) {
        if (isIndex(step) && Number(step) < value.length) walk(value[Number(step)], further, [...trail, step])
        else if (mayBeAbsent && further.length === 0) found.push([...trail, step])
      } else if (isObject(value)) {
        if (Object.hasOwn(value, step)) walk(value[step], further, [...trail, step])
        else if (mayBeAbsent && mayBegin(page, rest, trail)) found.push([...trail, ...rest])
      }
    }
    walk(edited.root, pointer, [])
    return filter.length === 0 ? found : found.filter((trail) => holdsAt(page, filter, edited, trail))
  }
  return {
    choosesElements: isAboutLast,
    existing: (edited) => find(edited, false),
    possible: (edited) => find(edited, true),
  }
}

const effortOfStep = 8
const effortOfCondition = 512

/** A step into a list that names an element, or its end; any other name is one of every element. */
const isElement = (step: string): boolean => step === '-' || isIndex(step)

/** A member that is not there can be put where it belongs; so can the first element of a list. */
function mayBegin(page: ResourcePage, rest: Pointer, trail: Pointer): boolean {
  const [step = '', next, ...further] = rest
  if (next === undefined) return true
  return next === '-' && further.length === 0 && fieldAt(page, namesOf([...trail, step])).isMany
}

/** Whether a pointer leads to a list as a whole: one that is there, or one the page declares. */
export function isListAt(page: ResourcePage, edited: EditedDocument, trail: Pointer): boolean {
  let value: unknown = edited.root
  for (const step of trail) value = memberOf(value, step)
  if (value !== undefined) return Array.isArray(value)
  const names = namesOf(trail)
  return fieldAt(page, names).facts?.kind === 'list' && fieldAt(page, names).known === names.length
}

function memberOf(value: unknown, step: string): unknown {
  const isThere = typeof value === 'object' && value !== null && Object.hasOwn(value, step)
  return isThere ? (value as JsonObject)[step] : undefined
}

const namesOf = (trail: Pointer): string[] => trail.filter((step) => !isIndex(step))

/**
 * Whether the conditions hold for one place: for the document in which each list on the way there has no other element
 * than the one on the way. So all conditions on a list are about the same element.
 */
function holdsAt(page: ResourcePage, filter: Filter, edited: EditedDocument, trail: Pointer): boolean {
  edited.spend(effortOfCondition * filter.length)
  return matches(page, filter, narrowed(edited.root, trail) as JsonObject)
}

function narrowed(value: unknown, trail: Pointer): unknown {
  const [step, ...rest] = trail
  if (step === undefined) return value
  if (Array.isArray(value)) return Number(step) < value.length ? [narrowed(value[Number(step)], rest)] : []
  if (!isObject(value) || !Object.hasOwn(value, step)) return value
  return { ...value, [step]: narrowed(value[step], rest) }
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

interface Conditions {
  readonly filter: Filter
  /** Whether the pointer ends in a list, and conditions choose among its elements. */
  readonly isAboutLast: boolean
}

const noConditions: Conditions = { filter: [], isAboutLast: false }

/** The conditions, each with the whole path of what it is about: the list of the pointer may be left out. */
function readConditions(page: ResourcePage, pointer: Pointer, query: string): Conditions {
  const { parameters, conditions } = parseQuery(query)
  const [reserved] = parameters.keys()
  if (reserved !== undefined) throw refuse('invalidPatch', `'${reserved}' is no condition`)
  if (conditions.length === 0) throw refuse('invalidPatch', 'conditions must follow the question mark')
  const lists = listsOn(page, pointer)
  const full = conditions.map((condition) => inFull(page, lists, condition))
  const end = `${namesOf(pointer).join('.')}.`
  return { filter: parseFilter(page, full), isAboutLast: full.some((condition) => condition.startsWith(end)) }
}

/** The dotted paths of the lists a pointer leads through, outermost first. */
function listsOn(page: ResourcePage, pointer: Pointer): string[] {
  const names = namesOf(pointer).filter((step) => step !== '-')
  return names.flatMap((_name, index) => {
    const path = names.slice(0, index + 1)
    return fieldAt(page, path).facts?.kind === 'list' ? [path.join('.')] : []
  })
}

/**
 * A name is one of the elements if they have it, else one of the resource.
 * A condition may have alternatives: `id=1;id=2`, where each names its attribute, or `id=1;2`, one more value.
 */
function inFull(page: ResourcePage, lists: readonly string[], condition: string): string {
  const innermost = lists.at(-1)
  if (innermost === undefined) return condition
  return condition.replace(alternative, (piece, start: number) => {
    if (lists.some((list) => piece.startsWith(`${list}.`))) return piece
    const named = lists.find((list) => piece.startsWith(`${list.slice(list.lastIndexOf('.') + 1)}.`))
    const above = named === undefined ? `${innermost}.` : named.slice(0, named.lastIndexOf('.') + 1)
    const [name = ''] = /^[^=<>!*;]*/.exec(piece) ?? []
    const path = `${above}${name}`.split('.')
    if (name !== piece && isBelow(page, path, above)) return above + piece
    const isOfResource = fieldAt(page, name.split('.')).known > 0
    return start === 0 && !isOfResource ? above + piece : piece
  })
}

/** A piece up to the next semicolon that is neither quoted nor escaped. */
const alternative = /(?:"(?:\\.|[^"\\])*"|\\.|[^;\\])+/g

/** Whether a path leads on from a list to something known. */
function isBelow(page: ResourcePage, path: readonly string[], list: string): boolean {
  return fieldAt(page, path).known > list.split('.').length - 1
}
