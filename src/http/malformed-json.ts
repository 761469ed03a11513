/** Finds the place where a text stops being JSON, since the parser of the engine does not always say it. */

export interface Problem {
  readonly line: number
  readonly column: number
  readonly problem: string
}

/** What must come next: a value, the name of a member, its colon, or what follows a value. */
type Expected = 'value' | 'value or ]' | 'name' | 'name or }' | 'colon' | 'comma or close' | 'end'

const wanted: Readonly<Record<Expected, string>> = {
  value: 'a value',
  'value or ]': 'a value or ]',
  name: 'an attribute name in double quotes',
  'name or }': 'an attribute name in double quotes or }',
  colon: 'a colon',
  'comma or close': 'a comma or the end of the object or array',
  end: 'the end of the body',
}

const blank = /[ \t\r\n]*/y
const literal = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])/y

/** The first place at which the text cannot be continued to be JSON. */
export function whereJsonEnds(text: string): Problem {
  const open: ('{' | '[')[] = []
  let expected: Expected = 'value'
  let at = 0
  for (;;) {
    at = skip(blank, text, at)
    const next: string | undefined = text[at]
    if (next === undefined) return problemAt(text, at, `the body ends where ${wanted[expected]} should be`)
    const isValueDue: boolean = expected === 'value' || expected === 'value or ]'
    const isNameDue: boolean = expected === 'name' || expected === 'name or }'
    const isClose =
      (next === '}' && open.at(-1) === '{' && (expected === 'comma or close' || expected === 'name or }')) ||
      (next === ']' && open.at(-1) === '[' && (expected === 'comma or close' || expected === 'value or ]'))
    if (isClose) {
      open.pop()
      at++
      expected = open.length === 0 ? 'end' : 'comma or close'
    } else if (next === '"' && (isValueDue || isNameDue)) {
      const string = readString(text, at)
      if ('problem' in string) return string
      at = string.end
      expected = isNameDue ? 'colon' : open.length === 0 ? 'end' : 'comma or close'
    } else if (next === ':' && expected === 'colon') {
      at++
      expected = 'value'
    } else if (next === ',' && expected === 'comma or close') {
      at++
      expected = open.at(-1) === '{' ? 'name' : 'value'
    } else if ((next === '{' || next === '[') && isValueDue) {
      open.push(next)
      at++
      expected = next === '{' ? 'name or }' : 'value or ]'
    } else {
      const end = isValueDue ? skip(literal, text, at) : at
      if (end === at) return problemAt(text, at, `${shown(next)} where ${wanted[expected]} should be`)
      at = end
      expected = open.length === 0 ? 'end' : 'comma or close'
    }
  }
}

function readString(text: string, start: number): { end: number } | Problem {
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 0x22) return { end: at + 1 }
    if (code < 0x20)
      return problemAt(text, at, `${shown(text[at] as string)} inside a string must be escaped`)
    if (code !== 0x5c) continue
    const letter = text[at + 1] ?? ''
    const isKnown =
      letter === 'u' ? /^[0-9a-fA-F]{4}$/.test(text.slice(at + 2, at + 6)) : '"\\/bfnrt'.includes(letter)
    if (!isKnown || letter === '') return problemAt(text, at, 'a backslash that begins no escape')
    at++
  }
  return problemAt(text, text.length, 'the body ends inside a string')
}

function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : at
}

function problemAt(text: string, at: number, problem: string): Problem {
  const before = text.slice(0, at)
  const line = before.split('\n').length
  return { line, column: at - (before.lastIndexOf('\n') + 1) + 1, problem }
}

const shown = (character: string): string =>
  character < ' '
    ? `the control character U+${character.charCodeAt(0).toString(16).padStart(4, '0')}`
    : `'${character}'`
