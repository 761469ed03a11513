/**
 * Searches a text for a pattern in memory, in time linear in the text: all ways to match are followed side by side, as
 * bits of a set of places (Glushkov's construction).
 */
import { maxSearched, type Pattern, type Ranges, sizeOf } from './pattern.ts'
import { type Place, type Places, placesOf } from './pattern-places.ts'

interface Program extends Places {
  /** The places a match may begin at: at the start of the text, and anywhere else. */
  readonly atStart: Uint32Array
  readonly anywhere: Uint32Array
  /** For each place, those that may come next. */
  readonly following: readonly Uint32Array[]
  /** For characters that were met: the places that take them. */
  readonly taking: Map<number, Uint32Array>
}

const programs = new WeakMap<Pattern, Program>()
const maxRemembered = 1000

/** Whether a text has the pattern somewhere. A text longer than `maxSearched` has none. */
export function hasPattern(text: string, pattern: Pattern): boolean {
  if (isTooLong(text)) return false
  let program = programs.get(pattern)
  if (program === undefined) {
    program = compile(pattern)
    programs.set(pattern, program)
  }
  return search(text, program)
}

/** What a search for patterns costs, in units of one value that is looked at: so many places for each character. */
export function searchEffort(patterns: readonly Pattern[], values: readonly unknown[]): number {
  const places = patterns.reduce((sum, pattern) => sum + sizeOf(pattern), 0)
  const characters = values.reduce<number>(
    (sum, value) => sum + (typeof value === 'string' ? value.length : 0),
    0,
  )
  return Math.ceil((characters * (8 + places)) / 128)
}

function isTooLong(text: string): boolean {
  if (text.length <= maxSearched) return false
  return text.length > 2 * maxSearched || [...text].length > maxSearched
}

function compile(pattern: Pattern): Program {
  const found = placesOf(pattern)
  const size = found.places.length
  return {
    ...found,
    atStart: setOf(found.firstAtStart.places, size),
    anywhere: setOf(found.first.places, size),
    following: found.places.map(({ next }) => setOf(next.places, size)),
    taking: new Map(),
  }
}

function setOf(indexes: readonly number[], size: number): Uint32Array {
  const set = new Uint32Array(Math.ceil(size / 32))
  for (const index of indexes) set[index >> 5] = (set[index >> 5] ?? 0) | (1 << (index & 31))
  return set
}

function search(text: string, program: Program): boolean {
  const { places, first, firstAtStart, atStart, anywhere, following } = program
  // Nothing at all may be what is looked for.
  if (firstAtStart.isFound || first.isFound || first.isFoundAtEnd) return true
  if (text === '') return firstAtStart.isFoundAtEnd
  let reached = atStart
  let rest = text.length
  for (const character of text) {
    rest -= character.length
    const taking = takingOf(program, character.codePointAt(0) ?? 0)
    const next = anywhere.slice()
    for (let word = 0; word < next.length; word++) {
      for (let left = (reached[word] ?? 0) & (taking[word] ?? 0); left !== 0; left &= left - 1) {
        const place = (word << 5) + 31 - Math.clz32(left & -left)
        const { isFound, isFoundAtEnd } = (places[place] as Place).next
        if (isFound || (rest === 0 && isFoundAtEnd)) return true
        const after = following[place] as Uint32Array
        for (let each = 0; each < next.length; each++) next[each] = (next[each] ?? 0) | (after[each] ?? 0)
      }
    }
    reached = next
  }
  return false
}

/** The places that take a character; remembered for the first so many different ones. */
function takingOf({ places, taking }: Program, code: number): Uint32Array {
  let set = taking.get(code)
  if (set === undefined) {
    const indexes = places.flatMap(({ ranges }, index) => (isAmong(code, ranges) ? [index] : []))
    set = setOf(indexes, places.length)
    if (taking.size < maxRemembered) taking.set(code, set)
  }
  return set
}

function isAmong(code: number, ranges: Ranges): boolean {
  let low = 0
  let high = ranges.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const [first, last] = ranges[middle] as readonly [number, number]
    if (code < first) high = middle - 1
    else if (code > last) low = middle + 1
    else return true
  }
  return false
}
