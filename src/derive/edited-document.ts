/**
 * A document under the operations of a patch. It is a copy of its own, so that a patch that fails half way, or is run
 * again because of a deadlock, has changed nothing. What the operations do is counted: a patch of a few bytes could
 * otherwise double the document with every operation, or keep us looking for ever.
 */
import { isDeepStrictEqual } from 'node:util'
import { refuse } from '../declare/index.ts'
import { isIndex, type Pointer, pointerText } from './json-pointer.ts'

const maxDepth = 64
/** What a patch may place, compare and look at, all together, in characters; a value counts as four. */
const maxEffort = 2 ** 24
const effortOfValue = 4
const effortOfPlace = 64

type Container = unknown[] | { [name: string]: unknown }

export class EditedDocument {
  #root: unknown
  #effort = 0

  constructor(document: unknown) {
    this.#root = copyOf(document)
  }

  /** The document as it is now. */
  get root(): unknown {
    return this.#root
  }

  /** How many values there are in the document now. */
  size(): number {
    return countOf(this.#root)
  }

  /** What is at a place. Throws `patchTargetMissing`. */
  at(pointer: Pointer): unknown {
    let value = this.#root
    for (const [index, step] of pointer.entries()) value = childOf(value, step, pointer.slice(0, index + 1))
    return value
  }

  /**
   * Sets a member, or inserts before the element of a list; `-` is the end of the list, which begins with it when the
   * attribute is absent, since empty lists are not shown to clients.
   */
  add(pointer: Pointer, value: unknown): void {
    const placed = this.#copy(value, pointer)
    const [last, above] = [pointer.at(-1), pointer.slice(0, -1)]
    if (last === undefined) {
      this.#root = placed
      return
    }
    if (last === '-' && this.#isAbsent(above)) {
      this.add(above, [placed])
      return
    }
    const container = this.#container(pointer)
    if (!Array.isArray(container)) container[last] = placed
    else {
      const index = last === '-' ? container.length : isIndex(last) ? Number(last) : Number.NaN
      if (!(index <= container.length)) throw missing(pointer, container)
      this.#spendOnMoving(container)
      container.splice(index, 0, placed)
    }
  }

  /** Puts another value in the place of one that is there. Throws `patchTargetMissing`. */
  replace(pointer: Pointer, value: unknown): void {
    this.at(pointer)
    const placed = this.#copy(value, pointer)
    const last = pointer.at(-1)
    if (last === undefined) this.#root = placed
    else (this.#container(pointer) as { [name: string]: unknown })[last] = placed
  }

  /** Takes out what is at a place, and gives it. Throws `patchTargetMissing`. */
  remove(pointer: Pointer): unknown {
    const last = pointer.at(-1)
    if (last === undefined) throw refuse('invalidPatch', 'the whole document cannot be removed by a patch')
    const removed = this.at(pointer)
    const container = this.#container(pointer)
    if (Array.isArray(container)) {
      this.#spendOnMoving(container)
      container.splice(Number(last), 1)
    } else delete container[last]
    return removed
  }

  /** Whether what is at a place equals a value. Throws `patchTargetMissing`. */
  holds(pointer: Pointer, value: unknown): boolean {
    const found = this.at(pointer)
    this.spend(weightOf(found))
    return isDeepStrictEqual(found, value)
  }

  /** Counts effort. Throws `limitReached` when a patch takes too much. */
  spend(effort: number): void {
    this.#effort += effort
    if (this.#effort > maxEffort) {
      throw refuse('limitReached', 'the patch copies or compares too much for one request; send it in parts')
    }
  }

  #container(pointer: Pointer): Container {
    const above = pointer.slice(0, -1)
    const container = this.at(above)
    if (typeof container === 'object' && container !== null) return container as Container
    throw missing(pointer, container)
  }

  #isAbsent(pointer: Pointer): boolean {
    const last = pointer.at(-1)
    if (last === undefined) return false
    const container = this.at(pointer.slice(0, -1))
    return isObject(container) && !Object.hasOwn(container, last)
  }

  #copy(value: unknown, { length }: Pointer): unknown {
    this.spend(effortOfPlace + weightOf(value, length))
    return copyOf(value)
  }

  #spendOnMoving({ length }: unknown[]): void {
    this.spend(length / 16)
  }
}

function childOf(value: unknown, step: string, pointer: Pointer): unknown {
  if (Array.isArray(value)) {
    if (isIndex(step) && Number(step) < value.length) return value[Number(step)]
  } else if (isObject(value) && Object.hasOwn(value, step)) return value[step]
  throw missing(pointer, value)
}

function missing(pointer: Pointer, container: unknown) {
  const place = `there is nothing at ${pointerText(pointer).slice(0, 200)}`
  if (!Array.isArray(container)) return refuse('patchTargetMissing', place)
  const { length } = container
  return refuse('patchTargetMissing', `${place}: the list has ${length} element${length === 1 ? '' : 's'}`)
}

/** The effort of walking a value. Throws `bodyTooDeep` when it lies too deep where it is to be. */
function weightOf(value: unknown, depth = 0): number {
  if (typeof value === 'string') return effortOfValue + value.length
  if (typeof value !== 'object' || value === null) return effortOfValue
  if (depth >= maxDepth)
    throw refuse('bodyTooDeep', `the document would be nested more than ${maxDepth} deep`)
  let weight = effortOfValue
  for (const [name, member] of Object.entries(value)) weight += name.length + weightOf(member, depth + 1)
  return weight
}

function countOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1
  let count = 1
  for (const member of Object.values(value)) count += countOf(member)
  return count
}

function copyOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(copyOf)
  const copy: { [name: string]: unknown } = {}
  for (const name of Object.keys(value)) copy[name] = copyOf((value as typeof copy)[name])
  return copy
}

function isObject(value: unknown): value is { [name: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
