/** A pattern as PostgreSQL reads it: nothing is left to the case rules and classes of the database's locale. */
import { anything, complement, type Pattern, type Ranges } from '../derive/pattern.ts'

/** The regular expression of PostgreSQL (ARE) that finds what `derive/pattern-search.ts` finds. */
export function patternSql(pattern: Pattern): string {
  switch (pattern.is) {
    case 'set':
      return setSql(pattern.ranges)
    case 'sequence':
      return pattern.parts.length === 0 ? '(?:)' : pattern.parts.map(partSql).join('')
    case 'choice':
      return `(?:${pattern.options.map(patternSql).join('|')})`
    case 'repeat':
      return `(?:${patternSql(pattern.of)})${countSql(pattern.min, pattern.max)}`
    case 'start':
      return '^'
    case 'end':
      return '$'
  }
}

function partSql(part: Pattern): string {
  return part.is === 'sequence' ? `(?:${patternSql(part)})` : patternSql(part)
}

function countSql(min: number, max: number): string {
  if (max !== Number.POSITIVE_INFINITY) return `{${min},${max}}`
  return min === 0 ? '*' : `{${min},}`
}

function setSql(ranges: Ranges): string {
  const [first] = ranges
  if (first === undefined) return '(?:$.)'
  if (ranges.length === 1 && first[0] === first[1]) return characterSql(first[0])
  const rest = withoutNull(complement(ranges))
  if (rest.length === 0) return '.'
  // A class with most characters is told by those it lacks.
  const isMost = ranges.at(-1)?.[1] === anything.at(-1)?.[1]
  return isMost ? `[^${rest.map(rangeSql).join('')}]` : `[${withoutNull(ranges).map(rangeSql).join('')}]`
}

/** PostgreSQL has no U+0000, and no text has it. */
function withoutNull(ranges: Ranges): Ranges {
  return ranges
    .filter(([, last]) => last > 0)
    .map(([first, last]): readonly [number, number] => [Math.max(first, 1), last])
}

function rangeSql([first, last]: readonly [number, number]): string {
  return first === last ? characterSql(first) : `${characterSql(first)}-${characterSql(last)}`
}

function characterSql(code: number): string {
  const character = String.fromCodePoint(code)
  return /^[A-Za-z0-9 ]$/.test(character) ? character : `\\U${code.toString(16).padStart(8, '0')}`
}
