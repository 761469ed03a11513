/**
 * Reads the JSONPath of `filter`, `fields`, `sort` and JSON Patch Query (wire contract, section 10) into steps and
 * tests. What the names lead to is not known here: `json-path-test.ts` looks them up in a page.
 */
import { refuse } from '../declare/index.ts'
import { JsonPathTokens } from './json-path-tokens.ts'

/** A member; every element of a list; one element, from the end when negative; the elements that pass a test. */
export type Step =
  | {
      readonly is: 'member'
      readonly name: string
      /** Written `@name`, where the contract lets the dot be left out: `name`, or an attribute that begins with @. */
      readonly hasNoDot?: boolean
    }
  | { readonly is: 'elements' }
  | { readonly is: 'index'; readonly index: number }
  | { readonly is: 'where'; readonly test: WrittenTest }

export type ComparisonSymbol = '==' | '!=' | '<' | '<=' | '>' | '>='

/** What stands on a side of a comparison. */
export type WrittenOperand =
  | { readonly is: 'literal'; readonly value: string | boolean | null }
  | {
      readonly is: 'path'
      readonly from: 'element' | 'root'
      readonly steps: readonly Step[]
      readonly isLength: boolean
    }

export type WrittenTest =
  | { readonly is: 'all' | 'any'; readonly tests: readonly WrittenTest[] }
  | { readonly is: 'not'; readonly test: WrittenTest }
  | { readonly is: 'there'; readonly operand: WrittenOperand }
  | {
      readonly is: 'compare'
      readonly left: WrittenOperand
      readonly symbol: ComparisonSymbol
      readonly right: WrittenOperand
    }
  | {
      readonly is: 'match'
      readonly operand: WrittenOperand
      readonly pattern: string
      readonly ignoresCase: boolean
    }

const maxLength = 2048
const maxNesting = 16
/** Ten names, and a bracket after each. */
const maxSteps = 20
const symbols: readonly ComparisonSymbol[] = ['==', '!=', '<=', '>=', '<', '>']

/**
 * Reads expressions separated by `,` or `;`. Throws `invalidJsonPath` with the position,
 * `jsonPathFeatureNotSupported` for what the grammar leaves out of JSONPath, and `queryTooComplex`.
 */
export function readJsonPaths(text: string): Step[][] {
  if (text.length > maxLength)
    throw refuse('queryTooComplex', `A JSONPath may have at most ${maxLength} characters`)
  const tokens = new JsonPathTokens(text)
  const paths = [readPath(tokens, 0)]
  while (tokens.take(',') || tokens.take(';')) paths.push(readPath(tokens, 0))
  if (!tokens.isAtEnd) throw tokens.fault('an operator, a bracket or the end')
  return paths
}

/** `[ "$" [ "." ] ] ( predicate | path )` */
function readPath(tokens: JsonPathTokens, nesting: number): Step[] {
  const isRooted = tokens.take('$')
  if (isRooted) tokens.refuseDescent()
  if (isRooted) tokens.take('.')
  const steps = readSteps(tokens, nesting)
  if (steps.length === 0) throw tokens.fault('an attribute or [')
  return steps
}

/** A first step, which a dot has come before or not, and all that follow it. */
function readSteps(tokens: JsonPathTokens, nesting: number): Step[] {
  const steps: Step[] = []
  const first = tokens.takeName()
  if (first !== undefined) steps.push({ is: 'member', name: first })
  for (;;) {
    if (steps.length > maxSteps)
      throw refuse('queryTooComplex', `A path may have at most ${maxSteps} names and brackets`)
    if (tokens.take('[')) steps.push(readBracket(tokens, nesting))
    else if (steps.length > 0 && tokens.isBeforeMember()) {
      tokens.take('.')
      steps.push({ is: 'member', name: tokens.name() })
    } else return steps
  }
}

function readBracket(tokens: JsonPathTokens, nesting: number): Step {
  tokens.skipBlanks()
  if (tokens.take('?')) {
    if (!tokens.take('(')) throw tokens.unsupported('a predicate without parentheses')
    const test = readAny(tokens, nesting + 1)
    tokens.expect(')')
    tokens.expect(']')
    return { is: 'where', test }
  }
  if (tokens.take('(')) throw tokens.unsupported('a script')
  const step = readKey(tokens)
  tokens.skipBlanks()
  if (tokens.isNext(':')) throw tokens.unsupported('a slice')
  if (tokens.isNext(',')) throw tokens.unsupported('a union')
  tokens.expect(']')
  return step
}

function readKey(tokens: JsonPathTokens): Step {
  if (tokens.take('*')) return { is: 'elements' }
  if (tokens.isNext(':')) throw tokens.unsupported('a slice')
  const name = tokens.takeText()
  if (name !== undefined) return { is: 'member', name }
  const number = tokens.takeNumber()
  if (number === undefined || !/^-?\d{1,6}$/.test(number))
    throw tokens.fault("an index, '*', ?( or a name in quotes")
  return { is: 'index', index: Number(number) }
}

function readAny(tokens: JsonPathTokens, nesting: number): WrittenTest {
  const tests = [readAll(tokens, nesting)]
  while (tokens.take('||')) tests.push(readAll(tokens, nesting))
  return tests.length === 1 && tests[0] ? tests[0] : { is: 'any', tests }
}

function readAll(tokens: JsonPathTokens, nesting: number): WrittenTest {
  const tests = [readUnary(tokens, nesting)]
  while (tokens.take('&&')) tests.push(readUnary(tokens, nesting))
  return tests.length === 1 && tests[0] ? tests[0] : { is: 'all', tests }
}

function readUnary(tokens: JsonPathTokens, nesting: number): WrittenTest {
  if (nesting > maxNesting) throw refuse('queryTooComplex', `A JSONPath may be nested ${maxNesting} deep`)
  if (tokens.isNext('!') && !tokens.isNext('!=')) {
    tokens.take('!')
    return { is: 'not', test: readUnary(tokens, nesting + 1) }
  }
  if (!tokens.take('(')) return readTest(tokens, nesting)
  const test = readAny(tokens, nesting + 1)
  tokens.expect(')')
  return test
}

function readTest(tokens: JsonPathTokens, nesting: number): WrittenTest {
  const left = readOperand(tokens, nesting)
  if (tokens.take('=~')) return { is: 'match', operand: left, ...tokens.regularExpression() }
  const symbol = symbols.find((each) => tokens.take(each))
  if (symbol !== undefined) return { is: 'compare', left, symbol, right: readOperand(tokens, nesting) }
  if (left.is === 'literal') throw tokens.fault('a comparison')
  return { is: 'there', operand: left }
}

function readOperand(tokens: JsonPathTokens, nesting: number): WrittenOperand {
  const text = tokens.takeText()
  if (text !== undefined) return { is: 'literal', value: text }
  const number = tokens.takeNumber()
  if (number !== undefined) return { is: 'literal', value: number }
  const word = tokens.takeWord('true') ?? tokens.takeWord('false') ?? tokens.takeWord('null')
  if (word !== undefined) return { is: 'literal', value: word === 'null' ? null : word === 'true' }
  if (tokens.take('@')) return readRelative(tokens, 'element', nesting)
  if (tokens.take('$')) return readRelative(tokens, 'root', nesting)
  throw tokens.fault('@, $, a text in quotes, a number, true, false or null')
}

function readRelative(tokens: JsonPathTokens, from: 'element' | 'root', nesting: number): WrittenOperand {
  tokens.refuseDescent()
  if (tokens.takeLength()) return { is: 'path', from, steps: [], isLength: true }
  const hasDot = tokens.take('.')
  const hasBracket = tokens.isNext('[')
  if (hasDot && hasBracket) throw tokens.fault('an attribute')
  const [first, ...rest] = readSteps(tokens, nesting)
  if (hasDot && first === undefined) throw tokens.fault('an attribute')
  const isLength = tokens.takeLength()
  if (first === undefined) return { is: 'path', from, steps: [], isLength }
  const isShort = first.is === 'member' && !hasDot && !hasBracket && from === 'element'
  return { is: 'path', from, steps: [isShort ? { ...first, hasNoDot: true } : first, ...rest], isLength }
}
