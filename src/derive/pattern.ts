/**
 * Patterns over texts, in the subset that is searched in linear time (wire contract, section 9.5). One pattern runs in
 * memory (`pattern-search.ts`) and in PostgreSQL (`store/pattern-sql.ts`), and both find the same: everything that
 * engines disagree about, such as classes and case, is spelt out as ranges of code points.
 */

/** Code points from the first to the last of each pair, sorted, without overlap. */
export type Ranges = readonly (readonly [first: number, last: number])[]

export type Pattern =
  /** One character of these. */
  | { readonly is: 'set'; readonly ranges: Ranges }
  /** One after the other; nothing when empty. */
  | { readonly is: 'sequence'; readonly parts: readonly Pattern[] }
  | { readonly is: 'choice'; readonly options: readonly Pattern[] }
  | { readonly is: 'repeat'; readonly of: Pattern; readonly min: number; readonly max: number }
  /** The start and the end of the whole text. */
  | { readonly is: 'start' | 'end' }

/** Longer texts have no pattern: it bounds what a search may cost. */
export const maxSearched = 32_768

/** Every character there is. */
export const anything: Ranges = [
  [0, 0xd7ff],
  [0xe000, 0x10ffff],
]

/** The characters that are not among these. */
export function complement(ranges: Ranges): Ranges {
  const rest: [number, number][] = []
  for (const [first, last] of anything) {
    let from = first
    for (const [start, end] of ranges) {
      if (end < from || start > last) continue
      if (start > from) rest.push([from, start - 1])
      from = end + 1
    }
    if (from <= last) rest.push([from, last])
  }
  return rest
}

/** Ranges in any order, sorted and joined where they touch. */
export function normalized(ranges: Ranges): Ranges {
  const joined: [number, number][] = []
  for (const [first, last] of [...ranges].sort(([a], [b]) => a - b)) {
    const before = joined.at(-1)
    if (before !== undefined && first <= before[1] + 1) before[1] = Math.max(before[1], last)
    else joined.push([first, last])
  }
  return joined
}

/** How many characters a pattern takes once its repetitions are written out, counting what takes none as one. */
export function sizeOf(pattern: Pattern): number {
  switch (pattern.is) {
    case 'sequence':
      return Math.max(
        1,
        pattern.parts.reduce((sum, part) => sum + sizeOf(part), 0),
      )
    case 'choice':
      return pattern.options.reduce((sum, option) => sum + sizeOf(option), 0)
    case 'repeat': {
      const { of, min, max } = pattern
      return sizeOf(of) * Math.max(1, max === Number.POSITIVE_INFINITY ? min : max)
    }
    default:
      return 1
  }
}

/** Whether a pattern asks for the start or the end of the text anywhere. */
export function hasBound(pattern: Pattern): boolean {
  switch (pattern.is) {
    case 'sequence':
      return pattern.parts.some(hasBound)
    case 'choice':
      return pattern.options.some(hasBound)
    case 'repeat':
      return hasBound(pattern.of)
    default:
      return pattern.is !== 'set'
  }
}
