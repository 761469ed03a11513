/** The code of one field. */
import type { Attribute } from './attribute.ts'
import type { Meanings } from './meanings.ts'
import type { Warn } from './warnings.ts'

/** Where a field is written. */
export interface Scope {
  readonly meanings: Meanings
  readonly warn: Warn
  /** The type or resource that has the field. */
  readonly self: string
  /** Types that code here may name at once: those written above and those of other files. */
  readonly written: ReadonlySet<string>
  /** Collects the types that the code names. */
  readonly uses: Set<string>
}

/** The word for a field, with its meaning; without its marks. */
export function fieldCode(name: string, facts: Attribute, scope: Scope): string {
  const meaning = scope.meanings.code(`${scope.self}.${name}`)
  const { kind, of, isList } = facts
  if (of === scope.self) return `${isList ? 'listOfSelf' : 'partOfSelf'}(${meaning})`
  if (of !== undefined) return partCode(of, isList, meaning, scope)
  if (kind === 'oneOf') {
    if (isList) scope.warn(`${scope.self}.${name} is a list of enum values`)
    return `oneOf([${quoted(facts.values ?? [])}], ${meaning})`
  }
  return isList ? `list('${kind}', ${meaning})` : `${kind}(${meaning})`
}

/** A field's line, with the name as a key. */
export function fieldLine(name: string, code: string): string {
  const isIdentifier = /^[A-Za-z_$][\w$]*$/.test(name)
  return `${isIdentifier ? name : `'${name}'`}: ${code},`
}

/** Texts as code, with commas between. */
export function quoted(texts: readonly string[]): string {
  return texts.map((text) => `'${text}'`).join(', ')
}

/** A type that stands further down can only be named later. */
function partCode(of: string, isList: boolean, meaning: string, { uses, written }: Scope): string {
  uses.add(of)
  if (written.has(of)) return `${isList ? 'list' : 'part'}(${of}, ${meaning})`
  return `${isList ? 'laterList' : 'laterPart'}<RefOrValue>((): TypeWord => ${of}, ${meaning})`
}
