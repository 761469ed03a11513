/**
 * Bodies made from an official file alone, as somebody else's checker makes them: nothing here knows our pages. Every
 * value differs from one seed to the next, so that a filter can find the one document it belongs to.
 */
import { nameIn, type OfficialDocument, type Schema } from './official-format.ts'

/** `least` has what the type requires, `full` all it knows, with what its parts know. */
export type Extent = 'least' | 'full'

export type Body = Record<string, unknown>

/** How many parts lie in each other in a full body; what is required goes on. */
const depth = 3

/** The body of a type. */
export function officialBody(file: OfficialDocument, type: string, extent: Extent, seed = 1): Body {
  return new Bodies(file, extent, seed).ofType(type, [])
}

/** The only form of text that the files ask for. */
const timeOfDay = '08:30'

interface Flat {
  readonly properties: ReadonlyMap<string, Schema>
  readonly required: ReadonlySet<string>
}

class Bodies {
  readonly #file: OfficialDocument
  readonly #extent: Extent
  readonly #seed: number

  constructor(file: OfficialDocument, extent: Extent, seed: number) {
    this.#file = file
    this.#extent = extent
    this.#seed = seed
  }

  ofType(type: string, trail: readonly string[]): Body {
    const chosen = this.#choiceOf(type)
    if (chosen !== type) return this.ofType(chosen, trail)
    const { properties, required } = this.flatten({ $ref: type })
    const isDeep = trail.length >= depth || trail.includes(type)
    const body: Body = {}
    for (const [name, schema] of properties) {
      if (!required.has(name) && (this.#extent === 'least' || (isDeep && this.#isPart(schema)))) continue
      const value = this.#value(name, schema, [...trail, type])
      if (value !== undefined) body[name] = value
    }
    // Some files require what they do not declare.
    for (const name of required) body[name] ??= this.#text(name, '')
    return body
  }

  /** Of types to choose from, the first. */
  #choiceOf(type: string): string {
    const [first] = this.#file.schemas[type]?.oneOf ?? []
    return first?.$ref === undefined ? type : nameIn(first.$ref)
  }

  flatten(schema: Schema): Flat {
    const followed = schema.$ref === undefined ? schema : this.#file.schemas[nameIn(schema.$ref)]
    const properties = new Map<string, Schema>()
    const required = new Set<string>()
    for (const base of followed?.allOf ?? []) {
      const inherited = this.flatten(base)
      for (const [name, property] of inherited.properties) properties.set(name, property)
      for (const name of inherited.required) required.add(name)
    }
    for (const [name, property] of Object.entries(followed?.properties ?? {})) properties.set(name, property)
    for (const name of followed?.required ?? []) required.add(name)
    return { properties, required }
  }

  #isPart(schema: Schema): boolean {
    const one = schema.items ?? schema
    return (
      one.$ref !== undefined && this.flatten({ $ref: this.#choiceOf(nameIn(one.$ref)) }).properties.size > 0
    )
  }

  #value(name: string, schema: Schema, trail: readonly string[]): unknown {
    if (schema.type === 'array') {
      const value = this.#value(name, schema.items ?? {}, trail)
      return value === undefined ? [] : [value]
    }
    if (this.#isPart(schema)) {
      const type = nameIn(schema.$ref ?? '')
      // A type that requires itself has no least value.
      return trail.filter((each) => each === type).length > 1 ? undefined : this.ofType(type, trail)
    }
    const followed = schema.$ref === undefined ? schema : (this.#file.schemas[nameIn(schema.$ref)] ?? {})
    return this.#scalar(name, followed, trail.at(-1) ?? '')
  }

  #scalar(name: string, schema: Schema, owner: string): unknown {
    if (schema.enum !== undefined) return schema.enum[0]
    const type = owner.replace(/_(Create|Update|FVO|MVO)$/, '')
    if (name === '@type' || name === '@baseType') return type
    if (name === '@referredType') return type.replace(/Ref(OrValue)?$/, '')
    switch (schema.type) {
      case 'string':
        return schema.pattern === undefined ? this.#text(name, schema.format ?? '') : timeOfDay
      case 'integer':
        return Math.min(10 + this.#seed, schema.maximum ?? Number.POSITIVE_INFINITY)
      case 'number':
        return 10.5 + this.#seed
      case 'boolean':
        return true
      case 'array':
        return []
      case 'object':
        return {}
      default:
        return `any ${this.#seed}`
    }
  }

  #text(name: string, format: string): string {
    if (name === '@schemaLocation' || /^ur[il]/.test(format))
      return `https://example.com/${name.replace('@', '')}/${this.#seed}`
    if (format === 'date') return this.#moment(name).slice(0, 10)
    if (format === 'date-time') return this.#moment(name)
    if (/^(byte|base64)$/.test(format)) return Buffer.from(`${name} ${this.#seed}`).toString('base64')
    return `${name} ${this.#seed}`
  }

  /** A moment without milliseconds; an end is after its beginning. */
  #moment(name: string): string {
    const begin = Date.UTC(2036, 2, 1, 9) + this.#seed * 25 * 3_600_000
    return new Date(begin + (/end/i.test(name) ? 3_600_000 : 0)).toISOString().replace('.000Z', 'Z')
  }
}
