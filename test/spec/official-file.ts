/**
 * Reads the official TM Forum files (Swagger 2.0), where they lie beside the project.
 * They are not part of it: without them the comparison is skipped.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** The folder the official files lie in, if they are there at all. */
export const officialFolder = resolve(process.cwd(), '../shared/specs')
export const hasOfficialFiles = existsSync(officialFolder)

interface Schema {
  readonly $ref?: string
  readonly type?: string
  readonly format?: string
  readonly items?: Schema
  readonly enum?: readonly unknown[]
  readonly description?: string
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly allOf?: readonly Schema[]
}

interface Operation {
  readonly parameters?: readonly { readonly in?: string; readonly schema?: Schema }[]
}

interface Swagger {
  readonly info: { readonly version: string }
  readonly basePath: string
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly definitions: Readonly<Record<string, Schema>>
}

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
  readonly #swagger: Swagger

  constructor(number: string) {
    const name = readdirSync(officialFolder).find((file) => file.startsWith(`${number}-`))
    if (name === undefined) throw new Error(`no official file of ${number} in ${officialFolder}`)
    this.#swagger = JSON.parse(readFileSync(join(officialFolder, name), 'utf8')) as Swagger
  }

  get version(): string {
    return this.#swagger.info.version
  }

  get basePath(): string {
    return this.#swagger.basePath.replace(/\/+$/, '')
  }

  /** All operations but those of hubs and listeners, as `GET /serviceOrder/{id}`, with the type of their body. */
  operations(): ReadonlyMap<string, string | undefined> {
    const found = new Map<string, string | undefined>()
    for (const [path, operations] of Object.entries(this.#swagger.paths)) {
      if (/^\/listener\/|\/hub(\/|$)/.test(path)) continue
      for (const [method, operation] of Object.entries(operations)) {
        const body = operation.parameters?.find((parameter) => parameter.in === 'body')?.schema
        const name = `${method.toUpperCase()} ${path.replace(/\{\w+\}/g, '{id}')}`
        found.set(name, body?.$ref === undefined ? undefined : nameIn(body.$ref))
      }
    }
    return found
  }

  /** The event types the file defines. */
  events(): readonly string[] {
    return Object.keys(this.#swagger.definitions).filter((name) => /.Event$/.test(name))
  }

  description(type: string): string {
    return this.#swagger.definitions[type]?.description ?? ''
  }

  attributes(type: string): OfficialAttributes {
    const { properties } = this.#flatten(this.#swagger.definitions[type] ?? {})
    return new Map([...properties].map(([name, schema]) => [name, this.#attribute(schema)]))
  }

  /** The attributes a type requires; some files require what they do not declare. */
  required(type: string): ReadonlySet<string> {
    return this.#flatten(this.#swagger.definitions[type] ?? {}).required
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
    return schema.$ref === undefined ? schema : (this.#swagger.definitions[nameIn(schema.$ref)] ?? {})
  }

  #attribute(schema: Schema): OfficialAttribute {
    const isList = schema.type === 'array'
    const one = isList ? (schema.items ?? {}) : schema
    const followed = this.#follow(one)
    const isPart = one.$ref !== undefined && this.#flatten(followed).properties.size > 0
    const values = (followed.enum ?? []).map((value) => String(value).trim())
    return {
      kind: isPart ? 'part' : values.length > 0 ? 'oneOf' : scalarKind(followed),
      isList,
      values,
      of: isPart && one.$ref !== undefined ? nameIn(one.$ref) : undefined,
      description: schema.description ?? '',
    }
  }
}

function scalarKind(schema: Schema): string {
  if (schema.type === 'string') return /^date/.test(schema.format ?? '') ? 'dateTime' : 'text'
  if (schema.type === 'integer' || schema.type === 'number') return schema.type
  return schema.type === 'boolean' ? 'yesNo' : 'any'
}

function nameIn(ref: string): string {
  return ref.slice(ref.lastIndexOf('/') + 1)
}
