/** Regular expressions of the subset that is offered, and texts they may be found in. */
import fc from 'fast-check'

const atoms = fc.constantFrom(
  ...[
    'a',
    'b',
    'A',
    'ß',
    '𝄞',
    'é',
    '.',
    '[ab]',
    '[^a]',
    '[a-z]',
    '\\d',
    '\\w',
    '\\s',
    '\\S',
    '\\W',
    '[^\\d]',
  ],
  ...['\\.', '1', ' ', '\\n', '-', '[\\w-]', 'k', 'ſ', '[^\\w\\W]', '\\u00e9', '\\x41'],
)
const counts = fc.constantFrom('*', '+', '?', '{2}', '{1,3}', '{0}', '{2,}', '*?')
const repeatable = fc.letrec<{ any: string; group: string }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    atoms,
    fc.tuple(fc.oneof(atoms, tie('group')), counts).map((both) => both.join('')),
    fc.array(tie('any'), { maxLength: 4 }).map((each) => each.map((one) => `(?:${one})`).join('')),
    fc.array(tie('any'), { minLength: 2, maxLength: 3 }).map((each) => `(?:${each.join('|')})`),
  ),
  group: tie('any').map((each) => `(${each})`),
}))

/** The start and the end of the text may be asked for outside of repetitions. */
export const expressions: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: repeatable.any },
      { weight: 1, arbitrary: fc.constantFrom('^', '$', '(?:^|a)') },
    ),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  .map((parts) => parts.join(''))
  .filter((text) => text.length <= 256)

export const subjects: fc.Arbitrary<string> = fc
  .array(
    fc.constantFrom(
      'a',
      'b',
      'A',
      'B',
      'ß',
      '𝄞',
      'é',
      'É',
      '1',
      ' ',
      '\n',
      '-',
      '.',
      'k',
      'K',
      's',
      '\u2028',
    ),
    { maxLength: 8 },
  )
  .map((characters) => characters.join(''))
