/** The classes of characters that patterns name by a letter, spelt out: engines and locales have their own. */
import { complement, normalized, type Ranges } from './pattern.ts'

/** What a dot stands for, as in RFC 9485. */
export const line: Ranges = complement([
  [0xa, 0xa],
  [0xd, 0xd],
])
/** Classes by their letter: digits, word characters and white space, as JavaScript has them. */
export const classes: Readonly<Record<string, Ranges>> = {
  d: [[0x30, 0x39]],
  w: [
    [0x30, 0x39],
    [0x41, 0x5a],
    [0x5f, 0x5f],
    [0x61, 0x7a],
  ],
  s: normalized(
    [0x20, 0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000, 0xfeff]
      .map((character): [number, number] => [character, character])
      .concat([
        [0x9, 0xd],
        [0x2000, 0x200a],
      ]),
  ),
}
/** Control characters by their letter. */
export const controls: Readonly<Record<string, number>> = { t: 0x9, n: 0xa, v: 0xb, f: 0xc, r: 0xd }
