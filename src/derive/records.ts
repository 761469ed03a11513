/**
 * Takes the records of an import out of a text that comes in pieces: the elements of a JSON array, or one object a
 * line. Each record comes out as its own text, so that no more than one is ever parsed at a time.
 */
import { refuse } from '../declare/index.ts'

/** Takes pieces of a text and gives the records that are complete. Throws `malformedJson` or `limitReached`. */
export interface RecordSplitter {
  readonly push: (piece: string) => string[]
  readonly end: () => string[]
}

/** How long a record may be, in characters. */
const longest = 10 * 2 ** 20

/** Records that are lines; empty lines are passed over. */
export function splitLines(): RecordSplitter {
  let held = ''
  return {
    push: (piece) => {
      const lines = (held + piece).split('\n')
      held = checked(lines.pop() ?? '')
      return lines.map(checked).filter((line) => line.trim() !== '')
    },
    end: () => (held.trim() === '' ? [] : [held]),
  }
}

/** What may come next at the outermost level of an array, and what it leads to. */
const steps: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  start: { '[': 'first' },
  first: { '{': 'record', ']': 'over' },
  comma: { ',': 'next', ']': 'over' },
  next: { '{': 'record' },
  over: {},
}

/** Records that are the elements of one JSON array, each an object. */
export function splitArray(): RecordSplitter {
  let place = 'start'
  let held = ''
  const nesting = new Nesting()
  return {
    push: (piece) => {
      const records: string[] = []
      let start = 0
      for (let at = 0; at < piece.length; at++) {
        const character = piece[at] as string
        if (place === 'record') {
          if (nesting.leaves(character)) {
            records.push(checked(held + piece.slice(start, at + 1)))
            held = ''
            place = 'comma'
          }
        } else if (!isSpace(character)) {
          place = steps[place]?.[character] ?? misplaced(character)
          if (place !== 'record') continue
          start = at
          nesting.leaves(character)
        }
      }
      if (place === 'record') held = checked(held + piece.slice(start))
      return records
    },
    end: () => {
      if (place === 'over') return []
      throw refuse('malformedJson', 'The content ends before its JSON array does')
    },
  }
}

/** Follows JSON text character by character, to tell where the outermost object ends. */
class Nesting {
  #depth = 0
  #isInText = false
  #isEscaped = false

  /** Whether this character ends the object. */
  leaves(character: string): boolean {
    if (this.#isInText) {
      if (this.#isEscaped) this.#isEscaped = false
      else if (character === '\\') this.#isEscaped = true
      else if (character === '"') this.#isInText = false
      return false
    }
    if (character === '"') this.#isInText = true
    else if (character === '{' || character === '[') this.#depth += 1
    else if (character === '}' || character === ']') this.#depth -= 1
    return this.#depth === 0
  }
}

const isSpace = (character: string): boolean => ' \t\r\n\ufeff'.includes(character)

function misplaced(character: string): never {
  const found = JSON.stringify(character)
  throw refuse(
    'malformedJson',
    `The content must be a JSON array of objects, but there is ${found} where none may be`,
  )
}

function checked(record: string): string {
  if (record.length <= longest) return record
  throw refuse('limitReached', `A record may have at most ${longest} characters`)
}
