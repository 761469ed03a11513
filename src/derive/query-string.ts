/** A query string taken apart: what is reserved, and what is a condition on an attribute (wire contract, section 9.1). */
import { refuse } from '../declare/index.ts'

/** Reserved parameters by name, and the parts that are conditions. */
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

/** Splits and decodes a raw query string. Names that start with `_` are ignored. Throws `invalidQuery`. */
export function parseQuery(raw: string): ParsedQuery {
  const parameters = new Map<string, string[]>()
  const conditions: string[] = []
  for (const { decoded } of queryParts(raw)) {
    if (decoded === '' || decoded.startsWith('_')) continue
    const [, name, value] = /^([a-z]+)=(.*)$/s.exec(decoded) ?? []
    if (name !== undefined && reserved.has(name)) {
      parameters.set(name, [...(parameters.get(name) ?? []), value ?? ''])
    } else conditions.push(decoded)
  }
  return { parameters, conditions }
}

/** A part of a query string as it was sent, and decoded. */
interface QueryPart {
  readonly raw: string
  readonly decoded: string
}

/**
 * The parts of a query string between ampersands. Within the brackets of a JSONPath an ampersand separates nothing,
 * encoded or not: the raw part has it encoded. Throws `invalidQuery`.
 */
export function queryParts(query: string): QueryPart[] {
  const parts: QueryPart[] = []
  for (const raw of query.split('&')) {
    const decoded = decode(raw)
    const before = parts.at(-1)
    if (before !== undefined && isOpen(before.decoded)) {
      parts[parts.length - 1] = {
        raw: `${before.raw}%26${raw}`,
        decoded: `${before.decoded}&${decoded}`,
      }
    } else parts.push({ raw, decoded })
  }
  return parts
}

/** Longer ones are refused anyway. */
const maxJsonPath = 4096

function isOpen(part: string): boolean {
  if (part.length > maxJsonPath || !/^(filter|fields|sort)=/.test(part)) return false
  const brackets = part.replace(/'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"/g, '').match(/[[\]]/g) ?? []
  return brackets.reduce((depth, bracket) => depth + (bracket === '[' ? 1 : -1), 0) > 0
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
