/**
 * The expressions of the catalogue: JSONata, checked when a specification is written, evaluated within bounds.
 * An expression sees its input and nothing else: no clock, no chance, no network.
 */
import { createRequire } from 'node:module'
import type jsonata from 'jsonata'
import { refuse } from '../declare/index.ts'

const require = createRequire(import.meta.url)
const maxLength = 4_000
/** Milliseconds, levels and elements an evaluation may take. */
const bounds = { timeout: 500, stack: 200, sequence: 10_000, RegexEngine: withoutPatterns() }
/** The longest text any part of an expression may give. */
const maxText = 10_000
const compiled = new Map<string, jsonata.Expression>()
const maxCompiled = 5_000

/** Checks that a text is an expression. Throws `invalidExpression` that names where and what. */
export function checkExpression(text: string, path: string): void {
  if (text.length > maxLength)
    throw refuse('invalidExpression', `${path} is longer than ${maxLength} characters`)
  try {
    compile(text)
  } catch (error) {
    const { message, position } = error as { message?: string; position?: number }
    throw refuse(
      'invalidExpression',
      `${path} is not a JSONata expression: ${message} (at character ${position ?? 0})`,
    )
  }
}

/**
 * Evaluates an expression over an input. Throws an Error when it fails or does not come to an end within bounds;
 * the caller says which specification it belongs to.
 */
export async function evaluate(text: string, input: unknown): Promise<unknown> {
  const expression = compile(text)
  const value: unknown = await expression.evaluate(input)
  return plain(value)
}

function compile(text: string): jsonata.Expression {
  const known = compiled.get(text)
  if (known) return known
  // Loaded with the first expression: it takes longer than any other package, and a start has none.
  const parse = require('jsonata') as typeof jsonata
  const expression = parse(text, bounds)
  for (const name of ['now', 'millis', 'random', 'shuffle', 'eval']) {
    expression.registerFunction(name, () => {
      throw new Error(`$${name} is not available: an expression must give the same result for the same input`)
    })
  }
  expression.registerFunction('pad', pad)
  // JSONata's own hook after each part of an expression: a text may not grow without end, as by doubling it.
  expression.assign(Symbol.for('jsonata.__evaluate_exit') as unknown as string, refuseLongText)
  if (compiled.size >= maxCompiled) compiled.clear()
  compiled.set(text, expression)
  return expression
}

function refuseLongText(_part: unknown, _input: unknown, _environment: unknown, result: unknown): void {
  if (typeof result === 'string' && result.length > maxText) {
    throw new Error(`a text grows beyond ${maxText} characters`)
  }
}

/** $pad as JSONata has it, within bounds: a positive width fills up behind the text, a negative one before it. */
function pad(text: string | undefined, width: number, filling = ' '): string | undefined {
  if (text === undefined) return undefined
  const length = Math.min(Math.abs(width), maxText)
  return width < 0 ? text.padStart(length, filling) : text.padEnd(length, filling)
}

/** A pattern can take for ever on a short text, so expressions have none. */
function withoutPatterns(): RegExpConstructor {
  class NoPattern {
    constructor() {
      throw new Error('regular expressions are not available; use $contains, $substringBefore and the like')
    }
  }
  return NoPattern as unknown as RegExpConstructor
}

/** JSONata marks its sequences with extra members and gives functions as values; what leaves here is plain JSON. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return Array.from(value, plain)
  if (typeof value !== 'object' || value === null) return typeof value === 'function' ? undefined : value
  if ('_jsonata_lambda' in value || '_jsonata_function' in value) return undefined
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, plain(member)]))
}
