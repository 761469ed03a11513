/** The parts of a swagger 2 file that are read. */

/** What a swagger file says of one attribute. */
export interface Property {
  readonly $ref?: string
  readonly type?: string
  readonly format?: string
  readonly items?: Property
  readonly enum?: readonly string[]
}

/** What a swagger file says of one type. */
export interface Definition extends Property {
  readonly properties?: Readonly<Record<string, Property>>
  readonly required?: readonly string[]
  readonly allOf?: readonly Definition[]
}

interface Operation {
  readonly responses: Readonly<Record<string, { readonly schema?: Property }>>
}

export interface Swagger {
  readonly info: { readonly title: string; readonly version: string }
  readonly basePath: string
  /** Operations by path and method. */
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly definitions: Readonly<Record<string, Definition>>
}

/** Whether something parsed has the outer form of a swagger 2 file. */
export function isSwagger(value: unknown): value is Swagger {
  if (!isObject(value) || !isObject(value.info)) return false
  const texts = [value.info.title, value.info.version, value.basePath]
  return (
    isObject(value.paths) && isObject(value.definitions) && texts.every((text) => typeof text === 'string')
  )
}

/** The name at the end of a `$ref`. */
export function refName(ref: string): string {
  return ref.split('/').at(-1) ?? ''
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
