/** Reads patterns: the regular expressions of `.regex`, the wildcards of `.like`, and texts whatever their case. */
import { type Refusal, refuse } from '../declare/index.ts'
import { withoutCase } from './case-folding.ts'
import { anything, complement, hasBound, normalized, type Pattern, type Ranges, sizeOf } from './pattern.ts'
import { classes, controls, line } from './pattern-classes.ts'

const maxLength = 256
const maxCount = 100
const maxNesting = 16
/** Whatever is repeated counts as often as it may be. */
const maxSize = maxLength

/**
 * A regular expression that is found anywhere in a text. Throws `invalidPattern` for what is not in the subset that
 * runs in linear time, and `queryTooComplex` when it is too long.
 */
export function parsePattern(text: string, { ignoresCase }: { readonly ignoresCase: boolean }): Pattern {
  checkLength(text)
  return new PatternReader(text, ignoresCase).read()
}

/** `.like`: the whole text, where `*` or `%` stands for any run, `?` for one character, and `\` takes that away. */
export function likePattern(text: string, { ignoresCase }: { readonly ignoresCase: boolean }): Pattern {
  checkLength(text)
  const parts: Pattern[] = [{ is: 'start' }]
  const characters = [...text]
  for (let i = 0; i < characters.length; i++) {
    const character = characters[i] ?? ''
    if (character === '*' || character === '%') {
      if (parts.at(-1)?.is !== 'repeat') parts.push({ is: 'repeat', of: oneOf(anything), ...anyRun })
    } else if (character === '?') parts.push(oneOf(anything))
    else if (character === '\\' && i + 1 < characters.length) {
      parts.push(literal(characters[++i] ?? '', ignoresCase))
    } else parts.push(literal(character, ignoresCase))
  }
  return { is: 'sequence', parts: [...parts, { is: 'end' }] }
}

/** A text whatever its case, anywhere, or where it is bound to the start, the end or both. */
export function textPattern(
  text: string,
  bounds: { readonly start: boolean; readonly end: boolean },
): Pattern {
  checkLength(text)
  const letters = [...text].map((character) => literal(character, true))
  const start: Pattern[] = bounds.start ? [{ is: 'start' }] : []
  const end: Pattern[] = bounds.end ? [{ is: 'end' }] : []
  return { is: 'sequence', parts: [...start, ...letters, ...end] }
}

const anyRun = { min: 0, max: Number.POSITIVE_INFINITY }
const oneOf = (ranges: Ranges): Pattern => ({ is: 'set', ranges })

function checkLength(text: string): void {
  if (text.length > maxLength)
    throw refuse('queryTooComplex', `A pattern may have at most ${maxLength} characters`)
}

function literal(character: string, ignoresCase: boolean): Pattern {
  const code = character.codePointAt(0) ?? 0
  return oneOf(ignoresCase ? withoutCase([[code, code]]) : [[code, code]])
}

class PatternReader {
  readonly #characters: readonly string[]
  readonly #ignoresCase: boolean
  #at = 0

  constructor(text: string, ignoresCase: boolean) {
    this.#characters = [...text]
    this.#ignoresCase = ignoresCase
  }

  read(): Pattern {
    const pattern = this.#choice(0)
    if (this.#at < this.#characters.length) throw this.#fault(`'${this.#next}' opens nothing that it closes`)
    if (sizeOf(pattern) > maxSize) throw this.#fault('its repetitions make it too large')
    return pattern
  }

  get #next(): string | undefined {
    return this.#characters[this.#at]
  }

  #take(text: string): boolean {
    if (this.#characters.slice(this.#at, this.#at + text.length).join('') !== text) return false
    this.#at += text.length
    return true
  }

  #choice(nesting: number): Pattern {
    if (nesting > maxNesting) throw refuse('queryTooComplex', `A pattern may be nested ${maxNesting} deep`)
    const options = [this.#sequence(nesting)]
    while (this.#take('|')) options.push(this.#sequence(nesting))
    return options.length === 1 && options[0] ? options[0] : { is: 'choice', options }
  }

  #sequence(nesting: number): Pattern {
    const parts: Pattern[] = []
    while (this.#next !== undefined && this.#next !== '|' && this.#next !== ')') {
      parts.push(this.#repeated(this.#atom(nesting)))
    }
    return parts.length === 1 && parts[0] ? parts[0] : { is: 'sequence', parts }
  }

  #repeated(of: Pattern): Pattern {
    const count = this.#count()
    if (count === undefined) return of
    if (hasBound(of)) throw this.#fault('^ and $ cannot be repeated')
    // Asking for few or for many makes no difference to whether there is a match.
    this.#take('?')
    if (this.#count() !== undefined) throw this.#fault('a repetition follows another')
    return { is: 'repeat', of, ...count }
  }

  #count(): { min: number; max: number } | undefined {
    if (this.#take('*')) return anyRun
    if (this.#take('+')) return { ...anyRun, min: 1 }
    if (this.#take('?')) return { min: 0, max: 1 }
    if (this.#next !== '{') return undefined
    const written = this.#characters.slice(this.#at, this.#at + 10).join('')
    const [whole, least = '', comma, most = ''] = /^\{(\d{1,3})(,?)(\d{0,3})\}/.exec(written) ?? []
    if (whole === undefined || (comma === '' && most !== '')) {
      throw this.#fault(`{ begins no repetition such as {2,5}, of at most ${maxCount}; write \\{`)
    }
    this.#at += whole.length
    const min = Number(least)
    const max = most !== '' ? Number(most) : comma === '' ? min : Number.POSITIVE_INFINITY
    if (min > maxCount || (max > maxCount && max !== Number.POSITIVE_INFINITY) || min > max) {
      throw this.#fault(`${whole} is no repetition of at most ${maxCount}`)
    }
    return { min, max }
  }

  #atom(nesting: number): Pattern {
    if (this.#take('(?:')) return this.#group(nesting)
    if (this.#take('(?'))
      throw this.#fault('(? begins what is not offered: look-around, named groups or flags')
    if (this.#take('(')) return this.#group(nesting)
    if (this.#take('^')) return { is: 'start' }
    if (this.#take('$')) return { is: 'end' }
    if (this.#take('.')) return oneOf(line)
    if (this.#take('[')) return this.#class()
    if (this.#take('\\')) return this.#folded(this.#escape())
    const character = this.#next ?? ''
    if ('*+?{'.includes(character)) throw this.#fault(`'${character}' repeats nothing`)
    this.#at++
    return literal(character, this.#ignoresCase)
  }

  #group(nesting: number): Pattern {
    const pattern = this.#choice(nesting + 1)
    if (!this.#take(')')) throw this.#fault('a bracket ( is not closed')
    return pattern
  }

  #folded(ranges: Ranges): Pattern {
    return oneOf(this.#ignoresCase ? withoutCase(ranges) : ranges)
  }

  #class(): Pattern {
    const isNegated = this.#take('^')
    const ranges: (readonly [number, number])[] = []
    for (; this.#next !== ']'; ) {
      if (this.#next === undefined) throw this.#fault('a bracket [ is not closed')
      if (this.#next === '[') throw this.#fault('[ within [ ] must be written \\[')
      ranges.push(...this.#span())
    }
    this.#at++
    if (ranges.length === 0) throw this.#fault('[] has no characters')
    const all = normalized(ranges)
    const folded = this.#ignoresCase ? withoutCase(all) : all
    return oneOf(isNegated ? complement(folded) : folded)
  }

  /** A character, a class such as \d, or all characters from one to another. */
  #span(): Ranges {
    const from = this.#member()
    const [first] = from
    if (this.#next !== '-' || this.#characters[this.#at + 1] === ']') return from
    this.#at++
    const [last] = this.#member()
    const isSpan = first && last && from.length === 1 && first[0] === first[1] && last[0] === last[1]
    if (!isSpan || first[0] > last[0]) throw this.#fault('a range must go from a character to a later one')
    return [[first[0], last[0]]]
  }

  #member(): Ranges {
    if (this.#take('\\')) return this.#escape()
    const code = this.#next?.codePointAt(0)
    if (code === undefined) throw this.#fault('a bracket [ is not closed')
    this.#at++
    return [[code, code]]
  }

  #escape(): Ranges {
    const character = this.#next
    if (character === undefined) throw this.#fault('\\ stands at the end')
    this.#at++
    const known = classes[character]
    if (known) return known
    const opposite = 'DWS'.includes(character) ? classes[character.toLowerCase()] : undefined
    if (opposite) return complement(this.#ignoresCase ? withoutCase(opposite) : opposite)
    const code = controls[character] ?? this.#hexadecimal(character)
    if (code === undefined && /[A-Za-z0-9]/.test(character)) {
      throw this.#fault(`\\${character} is not offered, nor are \\b and references back`)
    }
    // No text has U+0000, nor half of a character.
    if (code === 0 || (code !== undefined && code >= 0xd800 && code <= 0xdfff)) {
      throw this.#fault(`there is no character U+${code.toString(16).padStart(4, '0')}`)
    }
    const own = code ?? character.codePointAt(0) ?? 0
    return [[own, own]]
  }

  #hexadecimal(kind: string): number | undefined {
    const length = kind === 'x' ? 2 : kind === 'u' ? 4 : 0
    const digits = this.#characters.slice(this.#at, this.#at + length).join('')
    if (length === 0 || !new RegExp(`^[0-9a-fA-F]{${length}}$`).test(digits)) return undefined
    this.#at += length
    return Number.parseInt(digits, 16)
  }

  #fault(what: string): Refusal {
    const message = `The pattern '${this.#characters.join('').slice(0, 100)}' is not offered: ${what}`
    return refuse('invalidPattern', `${message} (position ${this.#at + 1})`)
  }
}
