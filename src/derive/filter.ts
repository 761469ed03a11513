/**
 * The filter grammar of TMF630: the conditions of a query string on attributes (wire contract, section 9). They run as
 * SQL for lists and in memory for subscriptions.
 */
import { type ResourcePage, refuse } from '../declare/index.ts'
import type { AttributeFilter, Condition } from './condition.ts'
import { pathOf } from './link-path.ts'
import { isOperator, type OperatorName, operatorFacts, operatorNames, symbols } from './operators.ts'
import { fieldAt } from './path.ts'
import { splitOutsideQuotes, unquoted } from './quoting.ts'
import { readCondition } from './read-condition.ts'
import { attributeAt } from './target.ts'

/** One condition as it is written: the text of the values is not taken apart before the operator is known. */
interface Written {
  readonly names: readonly string[]
  readonly symbol: OperatorName
  readonly texts: readonly string[]
}

/** The attribute and the operator that names stand for. */
interface Asked {
  readonly path: readonly string[]
  readonly operator: OperatorName
}

const maxConditions = 50

/** Reads the conditions of a query for a page. Throws refusals that name the attribute or operator at fault. */
export function parseFilter(page: ResourcePage, conditions: readonly string[]): AttributeFilter {
  const groups = new Map<string, Read[]>()
  let count = 0
  for (const [index, text] of conditions.entries()) {
    const alternatives = readAlternatives(page, text).map((each) => ({ ...each, ...askedBy(page, each) }))
    count += alternatives.length
    if (count > maxConditions)
      throw refuse('queryTooComplex', `A query may have at most ${maxConditions} conditions`)
    const isAlone = alternatives.length === 1
    const read = alternatives.map(({ path, operator, texts }) => {
      return { path, operator, isAlone, values: valuesOf(operator, texts) }
    })
    // The same path and operator repeated means "any of"; different ones must all hold.
    const [only] = read
    const key = isAlone && only ? `${only.path.join('.')} ${only.operator}` : `;${index}`
    groups.set(key, [...(groups.get(key) ?? []), ...read])
  }
  return [...groups.values()].map((group) => joined(group).map((each) => conditionOf(page, each)))
}

type Read = Asked & { readonly values: readonly string[]; readonly isAlone: boolean }

/** None of some values, repeated, is none of all of them; anything else repeated is any of them. */
function joined(group: readonly Read[]): readonly Read[] {
  const [first] = group
  const { isNegated, takes } = operatorFacts(first?.operator ?? 'eq')
  if (first === undefined || !isNegated || takes !== 'list' || !first.isAlone) return group
  return [{ ...first, values: group.flatMap(({ values }) => values) }]
}

function conditionOf(page: ResourcePage, { path, operator, values }: Read): Condition {
  const target = { path, name: path.join('.'), ...attributeAt(page, path) }
  const isLink = fieldAt(page, path).facts?.isOwnLink === true
  return readCondition(target, operator, isLink ? values.map(pathOf) : values)
}

/** The conditions between semicolons. A piece that is none is one more value of the condition before it. */
function readAlternatives(page: ResourcePage, text: string): Written[] {
  const found: (Written & { readonly texts: string[] })[] = []
  for (const piece of splitOutsideQuotes(text, ';')) {
    const read = readPiece(piece)
    const last = found.at(-1)
    if (read !== undefined && (last === undefined || fieldAt(page, read.names.slice(0, 1)).known > 0))
      found.push(read)
    else if (last !== undefined) last.texts.push(piece)
    else throw refuse('invalidQuery', `'${text.slice(0, 100)}' is not a condition such as state=held`)
  }
  return found
}

const pathPattern = /^@?[A-Za-z_][A-Za-z0-9_-]*(\.@?[A-Za-z_][A-Za-z0-9_-]*)*/

function readPiece(piece: string): (Written & { readonly texts: string[] }) | undefined {
  const [path] = pathPattern.exec(piece) ?? []
  if (path === undefined) return undefined
  const rest = piece.slice(path.length)
  const [symbol, name] = symbols.find(([candidate]) => rest.startsWith(candidate)) ?? []
  if (symbol === undefined || name === undefined) return undefined
  return { names: path.split('.'), symbol: name, texts: [rest.slice(symbol.length)] }
}

/** A suffix is an operator unless the longer path is an attribute. */
function askedBy(page: ResourcePage, { names, symbol }: Written): Asked {
  const { known, facts } = fieldAt(page, names)
  const suffix = names.at(-1) ?? ''
  const path = names.slice(0, -1)
  if (known === names.length || path.length === 0) return { path: names, operator: symbol }
  if (isOperator(suffix)) {
    attributeAt(page, path)
    if (symbol === 'eq') return { path, operator: suffix }
    throw refuse(
      'invalidQuery',
      `'.${suffix}' already says how ${path.join('.')} is compared: write = after it`,
    )
  }
  // What is no part has no attributes: the name can only be meant as an operator.
  if (facts === undefined && !isPlain(page, path)) return { path: names, operator: symbol }
  throw refuse('unknownOperator', `'.${suffix}' is not an operator; offered: ${operatorNames.join(', ')}`)
}

/** Whether a path ends in one value that has no attributes. */
function isPlain(page: ResourcePage, path: readonly string[]): boolean {
  const { kind, known } = fieldAt(page, path)
  return known === path.length && !['part', 'list', 'any'].includes(kind)
}

/** Commas separate the values of what may equal any of them, or lies between two; semicolons those of any other. */
function valuesOf(operator: OperatorName, texts: readonly string[]): string[] {
  const { takes } = operatorFacts(operator)
  const pieces =
    takes === 'list' || takes === 'two' ? texts.flatMap((text) => splitOutsideQuotes(text, ',')) : texts
  return pieces.map(unquoted)
}
