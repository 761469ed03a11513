/**
 * The filter grammar of TMF630: a query string becomes conditions, which run as SQL for lists and in memory for
 * subscriptions (wire contract, section 9). This version offers equality; other operators are refused by name.
 */
import { type FieldKind, type ResourcePage, refuse } from '../declare/index.ts'
import { fieldAt, namesAt } from './path.ts'
import { isCalendarDay } from './schema.ts'
import { nearest } from './validate.ts'

/** One condition: some value at the path equals one of the values. */
export interface Condition {
  readonly path: readonly string[]
  readonly kind: FieldKind
  readonly isMany: boolean
  readonly values: readonly string[]
}

/** Every group must hold; a group holds when one of its conditions does. */
export type Filter = readonly (readonly Condition[])[]

/** A query string taken apart: reserved parameters by name, and the parts that are conditions. */
export interface ParsedQuery {
  readonly parameters: ReadonlyMap<string, readonly string[]>
  readonly conditions: readonly string[]
}

const reserved = new Set([
  'fields',
  'offset',
  'limit',
  'after',
  'before',
  'sort',
  'filter',
  'depth',
  'expand',
])
const maxConditions = 50
const maxValues = 100
const maxIds = 500
const maxPathDepth = 10

/** Splits and decodes a raw query string. Names that start with `_` are ignored. Throws `invalidQuery`. */
export function parseQuery(raw: string): ParsedQuery {
  const parameters = new Map<string, string[]>()
  const conditions: string[] = []
  for (const piece of raw.split('&')) {
    if (piece === '' || piece.startsWith('_')) continue
    const decoded = decode(piece)
    const [, name, value] = /^([a-z]+)=(.*)$/s.exec(decoded) ?? []
    if (name !== undefined && reserved.has(name)) {
      parameters.set(name, [...(parameters.get(name) ?? []), value ?? ''])
    } else conditions.push(decoded)
  }
  return { parameters, conditions }
}

function decode(piece: string): string {
  try {
    const decoded = decodeURIComponent(piece.replaceAll('+', ' '))
    // No stored text has it, and PostgreSQL takes no parameter with it.
    if (!decoded.includes('\u0000')) return decoded
  } catch {
    // Refused below.
  }
  throw refuse('invalidQuery', `'${piece.slice(0, 100)}' is not percent-encoded UTF-8 without U+0000`)
}

/** Reads the conditions of a query for a page. Throws refusals that name the attribute or operator at fault. */
export function parseFilter(page: ResourcePage, conditions: readonly string[]): Filter {
  const groups = new Map<string, Condition[]>()
  let count = 0
  for (const [index, text] of conditions.entries()) {
    const alternatives = readAlternatives(page, text)
    count += alternatives.length
    if (count > maxConditions)
      throw refuse('queryTooComplex', `A query may have at most ${maxConditions} conditions`)
    // The same path repeated means "any of"; different paths must all hold.
    const [only] = alternatives
    const key = alternatives.length === 1 && only ? only.path.join('.') : `;${index}`
    groups.set(key, [...(groups.get(key) ?? []), ...alternatives])
  }
  return [...groups.values()]
}

function readAlternatives(page: ResourcePage, text: string): Condition[] {
  const found: { path: string[]; values: string[] }[] = []
  for (const piece of splitOutsideQuotes(text, ';')) {
    const read = readPiece(piece)
    const last = found.at(-1)
    if (read === undefined || (last !== undefined && fieldAt(page, read.path).known === 0)) {
      // No condition of its own: one more value of the condition before it.
      if (last === undefined)
        throw refuse('invalidQuery', `'${text.slice(0, 100)}' is not a condition such as state=held`)
      last.values.push(...readValues(piece))
    } else {
      if (read.symbol !== '=' && read.symbol !== '==') throw unknownOperator(read.symbol)
      found.push(read)
    }
  }
  return found.map(({ path, values }) => toCondition(page, path, values))
}

const symbols = ['=~', '*=', '==', '>=', '<=', '!=', '>', '<', '=']

function readPiece(
  piece: string,
): { readonly path: string[]; readonly symbol: string; readonly values: string[] } | undefined {
  const [whole] = /^@?[A-Za-z_][A-Za-z0-9_-]*(\.@?[A-Za-z_][A-Za-z0-9_-]*)*/.exec(piece) ?? []
  if (whole === undefined) return undefined
  const rest = piece.slice(whole.length)
  const symbol = symbols.find((candidate) => rest.startsWith(candidate))
  if (symbol === undefined) return undefined
  const path = whole.split('.')
  if (path.length > 1 && path.at(-1) === 'eq') path.pop()
  return { path, symbol, values: readValues(rest.slice(symbol.length)) }
}

function unknownOperator(name: string) {
  return refuse(
    'unknownOperator',
    `'${name}' is not an operator offered here; offered: = (also written == or .eq)`,
  )
}

const operatorNames =
  /^(ne|gte?|lte?|regexi?|nei|eqi|likei?|containsi?|startswithi?|endswithi?|n?in|between|isnull|isnotnull)$/

function toCondition(page: ResourcePage, path: string[], values: string[]): Condition {
  const facts = fieldAt(page, path)
  const [first = ''] = path
  if (facts.known === 0) {
    if (path.length > 1 && fieldAt(page, [first]).known > 0) throw unknownOperator(`.${path.at(-1)}`)
    const hint = nearest(first, namesAt(page, []))
    throw refuse('unknownQueryAttribute', `'${first}' is not an attribute of ${page.name}${hint}`)
  }
  if (facts.known < path.length && facts.kind !== 'any') {
    const suffix = path.at(-1) ?? ''
    throw unknownOperator(`.${suffix}`)
  }
  if (facts.known < path.length && facts.facts === undefined) {
    const reached = path.slice(0, facts.known)
    const [wrong = ''] = path.slice(facts.known)
    const suffix = path.at(-1) ?? ''
    const mayGoOn = isOpen(page, reached)
    if (operatorNames.test(suffix) && (mayGoOn || suffix === wrong)) throw unknownOperator(`.${suffix}`)
    if (!mayGoOn) {
      const hint = nearest(wrong, namesAt(page, reached))
      const message = `'${wrong}' is not an attribute of ${reached.join('.')}${hint}`
      throw refuse('unknownQueryAttribute', message)
    }
  }
  if (path.length > maxPathDepth)
    throw refuse('queryTooComplex', `A path may have at most ${maxPathDepth} names`)
  const limit = path.join('.') === 'id' ? maxIds : maxValues
  if (values.length > limit) throw refuse('queryTooComplex', `A condition may have at most ${limit} values`)
  for (const value of values) checkValue(path, facts.kind, value)
  return { path, kind: facts.kind, isMany: facts.isMany, values }
}

/** Whether a path has reached a value of any kind, below which every name is possible. */
function isOpen(page: ResourcePage, path: readonly string[]): boolean {
  return fieldAt(page, path).kind === 'any'
}

function checkValue(path: readonly string[], kind: FieldKind, value: string): void {
  const name = path.join('.')
  const wrong = (what: string) =>
    refuse('invalidFilterValue', `'${value.slice(0, 100)}' is no ${what}, which ${name} is`)
  if ((kind === 'integer' || kind === 'number') && readNumber(value) === undefined) throw wrong('number')
  if (kind === 'yesNo' && value !== 'true' && value !== 'false') throw wrong('true or false')
  if (kind === 'dateTime' && readInstants(value) === undefined) throw wrong('date-time')
}

/** A decimal number, or undefined. */
export function readNumber(value: string): number | undefined {
  return /^[+-]?\d+(\.\d+)?([eE][+-]?\d{1,3})?$/.test(value.trim()) ? Number(value) : undefined
}

/**
 * The instants a date value stands for, as milliseconds: from the first up to, not including, the second.
 * A date alone stands for its UTC day; a date-time for that instant.
 */
export function readInstants(value: string): readonly [number, number] | undefined {
  // A blank before the offset is a plus sign that was not encoded.
  const text = value.trim().replace(/(:\d\d(?:\.\d+)?) (\d\d:\d\d)$/, '$1+$2')
  if (!isCalendarDay(text)) return undefined
  if (/^\d{4}-\d\d-\d\d$/.test(text)) {
    const midnight = Date.parse(`${text}T00:00:00Z`)
    return Number.isNaN(midnight) ? undefined : [midnight, midnight + 86_400_000]
  }
  const parts = /^(\S{10})[Tt ](\d\d:\d\d)(:\d\d(?:\.\d+)?)?(?:[Zz]|([+-]\d\d):?(\d\d))?$/.exec(text)
  if (parts === null) return undefined
  const [, day, minute, second = ':00', hours = '+00', minutes = '00'] = parts
  const parsed = Date.parse(`${day}T${minute}${second}${hours}:${minutes}`)
  if (Number.isNaN(parsed)) return undefined
  // PostgreSQL keeps microseconds, rounded; JavaScript cuts off what is below a millisecond.
  const instant = /\.\d{3}999[5-9]/.test(text) ? parsed + 1 : parsed
  return [instant, instant + 1]
}

function readValues(text: string): string[] {
  return splitOutsideQuotes(text, ',').map(unquoted)
}

function splitOutsideQuotes(text: string, separator: string): string[] {
  const pieces: string[] = []
  let piece = ''
  let isQuoted = false
  for (let i = 0; i < text.length; i++) {
    const character = text[i] as string
    if (character === '\\' && i + 1 < text.length) {
      piece += character + text[++i]
    } else if (character === '"') {
      isQuoted = !isQuoted
      piece += character
    } else if (character === separator && !isQuoted) {
      pieces.push(piece)
      piece = ''
    } else piece += character
  }
  return [...pieces, piece]
}

/** Takes off one pair of surrounding quotes, and the escapes outside of them. */
function unquoted(value: string): string {
  const quoted = /^"(.*)"$/s.exec(value) ?? /^'(.*)'$/s.exec(value)
  return quoted ? (quoted[1] ?? '') : value.replace(/\\([,;"\\])/g, '$1')
}
