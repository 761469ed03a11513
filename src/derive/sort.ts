/** The order of a list: `sort=category,-orderDate` (wire contract, section 11). */
import { type FieldKind, Refusal, type ResourcePage, refuse } from '../declare/index.ts'
import type { Route } from './condition.ts'
import { readJsonPaths } from './json-path-syntax.ts'
import { wayOf } from './json-path-test.ts'
import { attributeAt } from './target.ts'

/** What documents are ordered by: of several values the smallest, or in descending order the largest. */
export interface SortKey {
  readonly route: Route
  readonly path: readonly string[]
  readonly kind: FieldKind
  /** Whether there may be several values. */
  readonly isMany: boolean
  readonly isDescending: boolean
}

export type Sort = readonly SortKey[]

const maxKeys = 8

/** Reads the values of the `sort` parameters. Throws `invalidSort`, or `queryTooComplex`. */
export function parseSort(page: ResourcePage, texts: readonly string[]): Sort {
  const keys = texts.flatMap(splitKeys).filter((key) => key.trim() !== '')
  if (keys.length > maxKeys)
    throw refuse('queryTooComplex', `A list may be sorted by at most ${maxKeys} attributes`)
  return keys.map((key) => readKey(page, key))
}

function readKey(page: ResourcePage, key: string): SortKey {
  // A blank is a plus sign that was not encoded.
  const [, sign = '', path = ''] = /^\s*([+-]?)(.*)$/s.exec(key) ?? []
  try {
    const [steps = []] = readJsonPaths(path)
    const way = wayOf({ page, base: [], isInside: false, allowsUnknown: false }, 'element', steps)
    const full = [...way.end.base, ...way.path]
    const { kind, isMany } = attributeAt(page, full)
    if (kind === 'part' || (kind === 'list' && way.path.length > 0) || full.join('.') === 'href')
      throw refuse('invalidSort', `'${path}' has no values that come one after another`)
    const hasSeveral = isMany || kind === 'any' || way.route.hops.length > 0
    return { route: way.route, path: way.path, kind, isMany: hasSeveral, isDescending: sign === '-' }
  } catch (error) {
    if (error instanceof Refusal && asInvalidSort.has(error.code)) throw refuse('invalidSort', error.message)
    throw error
  }
}

const asInvalidSort: ReadonlySet<string> = new Set(['invalidJsonPath', 'unknownQueryAttribute'])

/** Splits at the commas that are neither in brackets nor in quotes. */
function splitKeys(text: string): string[] {
  const keys: string[] = []
  let start = 0
  let depth = 0
  let quote = ''
  for (let i = 0; i < text.length; i++) {
    const character = text[i] ?? ''
    if (quote !== '') {
      if (character === '\\') i++
      else if (character === quote) quote = ''
    } else if (character === '"' || character === "'") quote = character
    else if (character === '[') depth++
    else if (character === ']') depth--
    else if (character === ',' && depth <= 0) {
      keys.push(text.slice(start, i))
      start = i + 1
    }
  }
  return [...keys, text.slice(start)]
}
