/** A pattern taken apart into places, each of which takes one character, and what may follow each of them. */
import type { Pattern, Ranges } from './pattern.ts'

/** Where a match may be after a character, or before the first. */
export interface Reach {
  readonly places: readonly number[]
  /** Whether the match may end here; or may, if the text ends here. */
  readonly isFound: boolean
  readonly isFoundAtEnd: boolean
}

export interface Place {
  readonly ranges: Ranges
  readonly next: Reach
}

export interface Places {
  readonly places: readonly Place[]
  /** Where a match may begin, at the start of the text or anywhere else. */
  readonly firstAtStart: Reach
  readonly first: Reach
}

type Instruction =
  | { readonly is: 'place'; readonly ranges: Ranges; readonly next: number; readonly index: number }
  | { readonly is: 'fork'; readonly next: readonly number[] }
  | { readonly is: 'start' | 'end'; readonly next: number }
  | { readonly is: 'found' }

/** The places of a pattern, with its repetitions written out. */
export function placesOf(pattern: Pattern): Places {
  const program = compile(pattern)
  const begin = program.length - 1
  return {
    places: program.flatMap((each) =>
      each.is === 'place' ? [{ ranges: each.ranges, next: reachOf(program, each.next, false) }] : [],
    ),
    firstAtStart: reachOf(program, begin, true),
    first: reachOf(program, begin, false),
  }
}

/** Instructions from the end of the pattern to its begin. */
function compile(pattern: Pattern): Instruction[] {
  const program: Instruction[] = [{ is: 'found' }]
  let places = 0
  const add = (instruction: Instruction): number => program.push(instruction) - 1
  const write = (part: Pattern, next: number): number => {
    switch (part.is) {
      case 'set':
        return add({ is: 'place', ranges: part.ranges, next, index: places++ })
      case 'sequence':
        return part.parts.reduceRight((after, each) => write(each, after), next)
      case 'choice':
        return add({ is: 'fork', next: part.options.map((option) => write(option, next)) })
      case 'repeat':
        return writeRepeat(part, next)
      default:
        return add({ is: part.is, next })
    }
  }
  const writeRepeat = ({ of, min, max }: Pattern & { is: 'repeat' }, next: number): number => {
    let at = next
    if (max === Number.POSITIVE_INFINITY) {
      const ways: number[] = [next]
      at = add({ is: 'fork', next: ways })
      ways.push(write(of, at))
    } else {
      for (let more = max - min; more > 0; more--) at = add({ is: 'fork', next: [next, write(of, at)] })
    }
    for (let times = 0; times < min; times++) at = write(of, at)
    return at
  }
  add({ is: 'fork', next: [write(pattern, 0)] })
  return program
}

/** Follows all that takes no character, without recursion: a pattern may be long. */
function reachOf(program: readonly Instruction[], from: number, isAtStart: boolean): Reach {
  const follow = (isAtEnd: boolean): { places: number[]; isFound: boolean } => {
    const places: number[] = []
    const seen = new Set<number>()
    let isFound = false
    const pending = [from]
    for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
      if (seen.has(at)) continue
      seen.add(at)
      const instruction = program[at] as Instruction
      if (instruction.is === 'found') isFound = true
      else if (instruction.is === 'place') places.push(instruction.index)
      else if (instruction.is === 'fork') pending.push(...instruction.next)
      else if (instruction.is === 'start' ? isAtStart : isAtEnd) pending.push(instruction.next)
    }
    return { places, isFound }
  }
  return { ...follow(false), isFoundAtEnd: follow(true).isFound }
}
