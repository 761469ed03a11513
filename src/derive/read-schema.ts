/**
 * Reads a JSON Schema of draft-07, 2019-09 or 2020-12 into one form: what validates, checked and ready to be applied
 * (`schema-check.ts`), with references as links. Annotations are passed over.
 */
import { Refusal } from '../declare/index.ts'
import { canonicalJson } from './canonical-json.ts'
import { isSchemaObject, type JsonSchema } from './json-schema.ts'
import type { Pattern } from './pattern.ts'
import { parsePattern } from './pattern-syntax.ts'
import { escaped, SchemaDocument, schemaFault } from './schema-document.ts'

export type Schema = boolean | SchemaRules

const types = ['null', 'boolean', 'integer', 'number', 'string', 'array', 'object'] as const
export type JsonType = (typeof types)[number]

/** A text to search for, as it was written. */
export interface WrittenPattern {
  readonly text: string
  readonly pattern: Pattern
}

/** The values a value may equal, as canonical JSON, and as they are told. */
export interface Choice {
  readonly texts: ReadonlySet<string>
  readonly values: readonly unknown[]
}

/** What a schema asks of a value; what it does not say, it does not ask. */
export interface SchemaRules {
  $ref?: Schema
  type?: readonly JsonType[]
  enum?: Choice
  const?: Choice
  multipleOf?: number
  minimum?: number
  maximum?: number
  exclusiveMinimum?: number
  exclusiveMaximum?: number
  minLength?: number
  maxLength?: number
  pattern?: WrittenPattern
  format?: 'date-time' | 'date'
  minItems?: number
  maxItems?: number
  uniqueItems?: boolean
  prefixItems?: readonly Schema[]
  items?: Schema
  contains?: Schema
  minContains?: number
  maxContains?: number
  unevaluatedItems?: Schema
  minProperties?: number
  maxProperties?: number
  required?: readonly string[]
  properties?: ReadonlyMap<string, Schema>
  patternProperties?: readonly (readonly [WrittenPattern, Schema])[]
  additionalProperties?: Schema
  propertyNames?: Schema
  dependentRequired?: ReadonlyMap<string, readonly string[]>
  dependentSchemas?: ReadonlyMap<string, Schema>
  unevaluatedProperties?: Schema
  allOf?: readonly Schema[]
  anyOf?: readonly Schema[]
  oneOf?: readonly Schema[]
  not?: Schema
  if?: Schema
  then?: Schema
  else?: Schema
}

const maxSchemas = 5000

/** Reads a schema, or the part of one that a fragment such as `#/definitions/Order` names. Throws `invalidSchema`. */
export function readSchema(written: unknown, fragment = ''): Schema {
  const document = new SchemaDocument(written)
  return new Reader(document).at(document.pointerOf(fragment || '#', ''), '')
}

class Reader {
  readonly #document: SchemaDocument
  readonly #known = new Map<string, Schema>()

  constructor(document: SchemaDocument) {
    this.#document = document
  }

  /** What a reference from a place leads to. */
  at(pointer: string, from: string): Schema {
    return this.#known.get(pointer) ?? this.#schema(this.#document.valueAt(pointer, from), pointer)
  }

  #schema(written: unknown, at: string): Schema {
    if (typeof written === 'boolean') return written
    if (!isSchemaObject(written)) throw schemaFault(at, 'must be a schema: an object, true or false')
    const known = this.#known.get(at)
    if (known !== undefined) return known
    if (this.#known.size >= maxSchemas)
      throw schemaFault('', `it has more than ${maxSchemas} schemas within it`)
    const rules: SchemaRules = {}
    // Known before it is whole: it may refer to itself.
    this.#known.set(at, rules)
    for (const [keyword, value] of Object.entries(written)) {
      Object.assign(rules, this.#rulesOf(keyword, value, `${at}/${escaped(keyword)}`, written))
    }
    return rules
  }

  #rulesOf(keyword: string, value: unknown, at: string, within: JsonSchema): SchemaRules {
    switch (keyword) {
      case '$ref':
        return { $ref: this.at(this.#document.pointerOf(asText(value, at), at), at) }
      case 'type':
        return { type: asTypes(value, at) }
      case 'enum':
        return { enum: choiceOf(asList(value, at)) }
      case 'const':
        return { const: choiceOf([value]) }
      case 'multipleOf':
        if (!(asNumber(value, at) > 0)) throw schemaFault(at, 'must be more than 0')
        return { multipleOf: asNumber(value, at) }
      case 'minimum':
      case 'maximum':
      case 'exclusiveMinimum':
      case 'exclusiveMaximum':
        return { [keyword]: asNumber(value, at) }
      case 'minLength':
      case 'maxLength':
      case 'minItems':
      case 'maxItems':
      case 'minContains':
      case 'maxContains':
      case 'minProperties':
      case 'maxProperties':
        return { [keyword]: asCount(value, at) }
      case 'pattern':
        return { pattern: asPattern(asText(value, at), at) }
      case 'format':
        return value === 'date-time' || value === 'date' ? { format: value } : {}
      case 'uniqueItems':
        return { uniqueItems: value === true }
      case 'required':
        return { required: asTexts(value, at) }
      case 'dependentRequired':
        return { dependentRequired: asMap(value, at, asTexts) }
      case 'items':
        // Up to 2019-09 a list of schemas was for the first elements, and `additionalItems` for the others.
        return Array.isArray(value)
          ? { prefixItems: this.#list(value, at) }
          : { items: this.#schema(value, at) }
      case 'additionalItems':
        return Array.isArray(within.items) ? { items: this.#schema(value, at) } : {}
      case 'contains':
      case 'not':
      case 'if':
      case 'then':
      case 'else':
      case 'propertyNames':
      case 'additionalProperties':
      case 'unevaluatedItems':
      case 'unevaluatedProperties':
        return { [keyword]: this.#schema(value, at) }
      case 'allOf':
      case 'anyOf':
      case 'oneOf':
      case 'prefixItems':
        return { [keyword]: this.#list(value, at) }
      case 'properties':
      case 'dependentSchemas':
        return { [keyword]: asMap(value, at, (each, place) => this.#schema(each, place)) }
      case 'patternProperties': {
        const schemas = asMap(value, at, (each, place) => this.#schema(each, place))
        return { patternProperties: [...schemas].map(([text, each]) => [asPattern(text, at), each]) }
      }
      case 'dependencies':
        return this.#dependencies(value, at)
      case '$dynamicRef':
      case '$recursiveRef':
        throw schemaFault(at, 'is not offered: write $ref')
      default:
        return {}
    }
  }

  #list(value: unknown, at: string): Schema[] {
    return asList(value, at).map((each, index) => this.#schema(each, `${at}/${index}`))
  }

  /** Up to draft-07 one keyword said what later were two. */
  #dependencies(value: unknown, at: string): SchemaRules {
    const all = Object.entries(asObject(value, at))
    const some = (isList: boolean) =>
      Object.fromEntries(all.filter(([, each]) => Array.isArray(each) === isList))
    return {
      dependentRequired: asMap(some(true), at, asTexts),
      dependentSchemas: asMap(some(false), at, (each, place) => this.#schema(each, place)),
    }
  }
}

function asMap<T>(value: unknown, at: string, read: (value: unknown, at: string) => T): Map<string, T> {
  const entries = Object.entries(asObject(value, at))
  return new Map(entries.map(([name, each]) => [name, read(each, `${at}/${escaped(name)}`)]))
}

function asObject(value: unknown, at: string): JsonSchema {
  if (!isSchemaObject(value)) throw schemaFault(at, 'must be an object')
  return value
}

function asList(value: unknown, at: string): readonly unknown[] {
  if (!Array.isArray(value) || value.length === 0) throw schemaFault(at, 'must be a list that is not empty')
  return value
}

function asText(value: unknown, at: string): string {
  if (typeof value !== 'string') throw schemaFault(at, 'must be a text')
  return value
}

function asTexts(value: unknown, at: string): readonly string[] {
  if (!Array.isArray(value)) throw schemaFault(at, 'must be a list of texts')
  return value.map((each) => asText(each, at))
}

function asNumber(value: unknown, at: string): number {
  if (typeof value !== 'number') throw schemaFault(at, 'must be a number')
  return value
}

function asCount(value: unknown, at: string): number {
  if (!Number.isInteger(value) || Number(value) < 0) throw schemaFault(at, 'must be an integer from 0')
  return Number(value)
}

function asTypes(value: unknown, at: string): readonly JsonType[] {
  const named = Array.isArray(value) ? value : [value]
  const known = types.filter((type) => named.includes(type))
  if (known.length !== new Set(named).size || known.length === 0) {
    throw schemaFault(at, `must be among ${types.join(', ')}`)
  }
  return known
}

function asPattern(text: string, at: string): WrittenPattern {
  try {
    return { text, pattern: parsePattern(text, { ignoresCase: false }) }
  } catch (error) {
    if (error instanceof Refusal) throw schemaFault(at, `is refused: ${error.message}`)
    throw error
  }
}

const choiceOf = (values: readonly unknown[]): Choice => ({
  texts: new Set(values.map(canonicalJson)),
  values,
})
