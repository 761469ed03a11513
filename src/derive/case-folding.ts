/**
 * Unicode simple case folding: which characters are the same but for case. Each engine and each database knows its own
 * version of this; asking here keeps them alike.
 */
import { normalized, type Ranges } from './pattern.ts'

/** Where folding is not lowercase of uppercase: ı folds to itself, and three pairs are the same though they do not map. */
const exceptions: ReadonlyMap<number, number> = new Map([
  [0x131, 0x131],
  [0x1fd3, 0x390],
  [0x1fe3, 0x3b0],
  [0xfb05, 0xfb06],
])
/** Planes 0 and 1: no character beyond has a case. */
const planes = 0x20000

let known: ReadonlyMap<number, readonly number[]> | undefined

/** The characters that are the same as those in the ranges but for case, and the ranges themselves. */
export function withoutCase(ranges: Ranges): Ranges {
  known ??= findVariants()
  const all = [...ranges]
  for (const [character, variants] of known) {
    if (!ranges.some(([first, last]) => first <= character && character <= last)) continue
    for (const variant of variants) all.push([variant, variant])
  }
  return normalized(all)
}

/** For every character with a case, all that fold to the same. */
function findVariants(): Map<number, readonly number[]> {
  const byFolded = new Map<number, number[]>()
  const all = Array.from({ length: planes }, (_, character) => String.fromCodePoint(character)).join('')
  for (const [text] of all.matchAll(/\p{Changes_When_Casemapped}/gu)) {
    const character = text.codePointAt(0) ?? 0
    const folded = exceptions.get(character) ?? foldedOf(character)
    if (folded !== character) byFolded.set(folded, [...(byFolded.get(folded) ?? [folded]), character])
  }
  return new Map([...byFolded.values()].flatMap((group) => group.map((character) => [character, group])))
}

function foldedOf(character: number): number {
  return mapped(mapped(character, 'toUpperCase'), 'toLowerCase')
}

/** A mapping to several characters is no simple one. */
function mapped(character: number, way: 'toUpperCase' | 'toLowerCase'): number {
  const text = String.fromCodePoint(character)[way]()
  const first = text.codePointAt(0) ?? character
  return text.length === String.fromCodePoint(first).length ? first : character
}
