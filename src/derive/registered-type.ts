/** A type that the deployment has registered: it extends another by what its JSON Schema says (wire contract, section 24). */
import type { Finding, ResourcePage, Shape, TypeWord } from '../declare/index.ts'
import { readSchema, type Schema } from './read-schema.ts'
import { checkBySchema } from './schema-check.ts'
import { shapeOfSchema } from './schema-shape.ts'

/** A type as it is registered. */
export interface TypeRecord {
  readonly name: string
  /** The name of a resource, of a subtype of one, or of another registered type. */
  readonly baseType: string
  readonly description?: string | undefined
  readonly schema: unknown
  /** Where the schema was fetched from; absent when an administrator registered it. */
  readonly location?: string | undefined
}

/** Where the schema of a registered type is served, without the host. */
export function schemaPathOf(name: string): string {
  return `${typesPath}/${encodeURIComponent(name)}/schema`
}

export const typesPath = '/goldthread/v1/type'

export class RegisteredType {
  readonly name: string
  readonly baseType: string
  readonly meaning: string
  /** The places a `@schemaLocation` may name besides ours: where the schema was fetched, or the `$id` it has. */
  readonly locations: readonly string[]
  /** As it was written. */
  readonly schema: unknown
  readonly #rules: Schema
  readonly #fields: Shape
  readonly #isOpen: boolean
  readonly #words = new WeakMap<ResourcePage, TypeWord>()

  /** Throws `invalidSchema`. */
  constructor({ name, baseType, description, schema, location }: TypeRecord) {
    this.name = name
    this.baseType = baseType
    this.meaning = description ?? `A ${baseType} with attributes of its own`
    this.schema = schema
    this.#rules = readSchema(schema, fragmentOf(location ?? ''))
    const { fields, isOpen } = shapeOfSchema(this.#rules)
    this.#fields = fields
    this.#isOpen = isOpen
    const { $id } = schema as { $id?: unknown }
    this.locations = [location, $id].filter((each): each is string => typeof each === 'string')
  }

  /** As a subtype of a page; `base` is the subtype it extends, where it does not extend the page's own type. */
  of(page: ResourcePage, base: TypeWord | undefined): TypeWord {
    let word = this.#words.get(page)
    if (word === undefined) {
      word = this.#wordFor(page, base)
      this.#words.set(page, word)
    }
    return word
  }

  #wordFor(page: ResourcePage, base: TypeWord | undefined): TypeWord {
    const inherited = { ...page.fields, ...base?.fields }
    const own = Object.entries(this.#fields).filter(
      ([name]) => !Object.hasOwn(inherited, name) && !always.has(name),
    )
    return {
      name: this.name,
      meaning: this.meaning,
      fields: { ...base?.fields, ...Object.fromEntries(own) },
      isReference: false,
      keepsUnknownAttributes: this.#isOpen || base?.keepsUnknownAttributes === true,
      check: (value): readonly Finding[] => [
        ...(base?.check?.(value) ?? []),
        ...checkBySchema(this.#rules, value, this.name),
      ],
    }
  }
}

/** What every document may have. */
const always = new Set(['id', 'href', '@type', '@baseType', '@schemaLocation'])

function fragmentOf(location: string): string {
  const start = location.indexOf('#')
  return start < 0 ? '' : location.slice(start)
}
