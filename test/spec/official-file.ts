/**
 * Reads the official TM Forum files, where they lie beside the project.
 * They are not part of it: without them the comparison is skipped.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { nameIn, type OfficialDocument, readOfficial, type Schema } from './official-format.ts'

/** The folder the official files lie in, if they are there at all. */
export const officialFolder = resolve(process.cwd(), '../shared/specs')
export const hasOfficialFiles = existsSync(officialFolder)

/** An attribute as an official file describes it. */
export interface OfficialAttribute {
  /** `text` stands for every kind of string but a date-time. */
  readonly kind: string
  readonly isList: boolean
  readonly values: readonly string[]
  /** The name of the type of a part, or of the parts of a list. */
  readonly of: string | undefined
  readonly description: string
}

export type OfficialAttributes = ReadonlyMap<string, OfficialAttribute>

/** One official file, and the questions the comparison asks it. */
export class OfficialFile {
  readonly #file: OfficialDocument

  /** The file of an API by its number, or any description of the same formats. */
  constructor(file: string | OfficialDocument) {
    this.#file = typeof file === 'string' ? readOfficialFile(file) : file
  }

  get generation(): 4 | 5 {
    return this.#file.generation
  }

  get version(): string {
    return this.#file.version
  }

  get basePath(): string {
    return this.#file.basePath
  }

  /** All operations but those of hubs and listeners, as `GET /serviceOrder/{id}`, with the type of their body. */
  operations(): ReadonlyMap<string, string | undefined> {
    return this.#file.operations
  }

  /** The event types the file defines. */
  events(): readonly string[] {
    return Object.keys(this.#file.schemas).filter((name) => /.Event$/.test(name) && name !== 'BaseEvent')
  }

  description(type: string): string {
    return this.#file.schemas[type]?.description ?? ''
  }

  /** The attributes of a type, with those of its subtypes: one page shows them all. */
  attributes(type: string): OfficialAttributes {
    const found = new Map<string, OfficialAttribute>()
    for (const variant of this.#variants(type)) {
      for (const [name, schema] of this.#flatten(variant).properties) {
        const known = found.get(name)
        const attribute = this.#attribute(schema)
        found.set(name, known === undefined ? attribute : this.#common(known, attribute))
      }
    }
    return found
  }

  /** Whether a type is shown together with its subtypes. */
  showsSubtypes(type: string): boolean {
    return this.#variants(type).length > 1
  }

  /** The names of the types that extend a type by attributes of their own, as far as the file says so. */
  subtypes(type: string): readonly string[] {
    const { schemas } = this.#file
    const extending = Object.keys(schemas).filter((name) =>
      schemas[name]?.allOf?.some(({ $ref }) => $ref !== undefined && nameIn($ref) === type),
    )
    const named = choicesOf(schemas[type] ?? {})
    return [...new Set([...extending, ...named])].filter(
      (name) => name !== type && !/_(FVO|MVO|RES)$/.test(name),
    )
  }

  /**
   * What a client must send of a type: version 5 says so in the create type (`_FVO`) only. Some files require what
   * they do not declare.
   */
  required(type: string): ReadonlySet<string> {
    const { schemas } = this.#file
    const schema = schemas[`${type}_FVO`] ?? schemas[type] ?? {}
    const required = this.#flatten(schema).required
    // Of several types, only what each of them requires.
    const [first, ...others] = this.#choices(schema).map((choice) => this.#flatten(choice).required)
    for (const name of first ?? []) if (others.every((each) => each.has(name))) required.add(name)
    return required
  }

  /** A type and its subtypes, or the types that it stands for. */
  #variants(type: string, visited = new Set<string>()): Schema[] {
    const schema = this.#file.schemas[type]
    if (schema === undefined || visited.has(type)) return []
    visited.add(type)
    return [schema, ...choicesOf(schema).flatMap((name) => this.#variants(name, visited))]
  }

  /** The subtypes of a schema, or the types that it stands for. */
  #choices(schema: Schema): Schema[] {
    const schemas = choicesOf(schema).map((name) => this.#file.schemas[name] ?? {})
    return schemas.filter((choice) => choice !== schema)
  }

  /** An attribute that two variants have. */
  #common(one: OfficialAttribute, other: OfficialAttribute): OfficialAttribute {
    if (one.kind === other.kind && one.isList === other.isList) return one
    return { ...one, kind: 'any', isList: false, values: [], of: undefined }
  }

  #flatten(schema: Schema): { properties: Map<string, Schema>; required: Set<string> } {
    const properties = new Map<string, Schema>()
    const required = new Set(schema.required)
    for (const base of schema.allOf ?? []) {
      const inherited = this.#flatten(this.#follow(base))
      for (const [name, property] of inherited.properties) properties.set(name, property)
      for (const name of inherited.required) required.add(name)
    }
    for (const [name, property] of Object.entries(schema.properties ?? {})) properties.set(name, property)
    return { properties, required }
  }

  #follow(schema: Schema): Schema {
    return schema.$ref === undefined ? schema : (this.#file.schemas[nameIn(schema.$ref)] ?? {})
  }

  #attribute(schema: Schema): OfficialAttribute {
    const isList = schema.type === 'array'
    const one = isList ? (schema.items ?? {}) : schema
    const followed = this.#follow(one)
    const type = one.$ref === undefined ? undefined : nameIn(one.$ref)
    const isPart = type !== undefined && this.#isObject(type)
    const values = (followed.enum ?? []).map((value) => String(value).trim())
    return {
      kind: isPart ? 'part' : values.length > 0 ? 'oneOf' : scalarKind(followed),
      isList,
      values,
      of: isPart ? this.#plainName(type) : undefined,
      description: schema.description ?? '',
    }
  }

  #isObject(type: string): boolean {
    return this.#variants(type).some((variant) => this.#flatten(variant).properties.size > 0)
  }

  /** A part is of one type, whether it is sent or answered. */
  #plainName(type: string): string {
    const plain = type.replace(/_(FVO|MVO|RES)$/, '')
    return plain in this.#file.schemas ? plain : type
  }
}

/** The official file of an API, by its number. */
export function readOfficialFile(number: string): OfficialDocument {
  const name = readdirSync(officialFolder).find((file) => file.startsWith(`${number}-`))
  if (name === undefined) throw new Error(`no official file of ${number} in ${officialFolder}`)
  return readOfficial(JSON.parse(readFileSync(join(officialFolder, name), 'utf8')))
}

function choicesOf({ discriminator, oneOf = [] }: Schema): string[] {
  const mapping = typeof discriminator === 'object' ? Object.values(discriminator.mapping ?? {}) : []
  return [...mapping, ...oneOf.flatMap(({ $ref }) => $ref ?? [])].map(nameIn)
}

function scalarKind(schema: Schema): string {
  if (schema.type === 'string') return /^date/.test(schema.format ?? '') ? 'dateTime' : 'text'
  if (schema.type === 'integer' || schema.type === 'number') return schema.type
  return schema.type === 'boolean' ? 'yesNo' : 'any'
}
