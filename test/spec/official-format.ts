/**
 * The two formats of the official files, Swagger 2.0 (version 4 of the APIs) and OpenAPI 3 (version 5), read into one:
 * schemas by name, and operations with the name of the schema of their body.
 */
export interface Schema {
  readonly $ref?: string
  readonly type?: string
  readonly format?: string
  readonly items?: Schema
  readonly enum?: readonly unknown[]
  readonly maximum?: number
  readonly pattern?: string
  readonly description?: string
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly allOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly discriminator?: string | { readonly mapping?: Readonly<Record<string, string>> }
}

export interface OfficialDocument {
  /** 4 for Swagger 2.0, 5 for OpenAPI 3. */
  readonly generation: 4 | 5
  readonly version: string
  /** Without a slash at the end. */
  readonly basePath: string
  readonly schemas: Readonly<Record<string, Schema>>
  /** Operations as `GET /serviceOrder/{id}`, with the name of the schema of their body. */
  readonly operations: ReadonlyMap<string, string | undefined>
}

interface Described<Operation> {
  readonly info: { readonly version: string }
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
}

interface Swagger
  extends Described<{
    readonly parameters?: readonly { readonly in?: string; readonly schema?: Schema }[]
  }> {
  readonly basePath: string
  readonly definitions: Readonly<Record<string, Schema>>
}

interface Body {
  readonly $ref?: string
  readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>
}

interface OpenApi extends Described<{ readonly requestBody?: Body }> {
  readonly openapi: string
  readonly servers: readonly {
    readonly url: string
    readonly variables?: Readonly<Record<string, { readonly default: string }>>
  }[]
  readonly components: {
    readonly schemas: Readonly<Record<string, Schema>>
    readonly requestBodies?: Readonly<Record<string, Body>>
  }
}

/** Reads a file of either format. */
export function readOfficial(file: unknown): OfficialDocument {
  return isOpenApi(file) ? ofOpenApi(file) : ofSwagger(file as Swagger)
}

/** The last part of a reference: the name of a schema. */
export function nameIn(ref: string): string {
  return ref.slice(ref.lastIndexOf('/') + 1)
}

function isOpenApi(file: unknown): file is OpenApi {
  return typeof file === 'object' && file !== null && 'openapi' in file
}

function ofSwagger(file: Swagger): OfficialDocument {
  return {
    generation: 4,
    version: file.info.version,
    basePath: file.basePath.replace(/\/+$/, ''),
    schemas: file.definitions,
    operations: operationsOf(
      file,
      ({ parameters }) => parameters?.find((parameter) => parameter.in === 'body')?.schema,
    ),
  }
}

function ofOpenApi(file: OpenApi): OfficialDocument {
  const { schemas, requestBodies = {} } = file.components
  const [server] = file.servers
  const url = (server?.url ?? '').replace(/\{(\w+)\}/g, (_, name) => server?.variables?.[name]?.default ?? '')
  return {
    generation: 5,
    version: file.info.version,
    basePath: new URL(url).pathname.replace(/\/+$/, ''),
    schemas,
    operations: operationsOf(file, ({ requestBody }) => {
      const body = requestBody?.$ref === undefined ? requestBody : requestBodies[nameIn(requestBody.$ref)]
      return body?.content?.['application/json']?.schema
    }),
  }
}

/** All operations but those of hubs and listeners. */
function operationsOf<Operation>(
  { paths }: Described<Operation>,
  bodyOf: (operation: Operation) => Schema | undefined,
): ReadonlyMap<string, string | undefined> {
  const found = new Map<string, string | undefined>()
  for (const [path, operations] of Object.entries(paths)) {
    if (/^\/listener\/|\/hub(\/|$)/.test(path)) continue
    for (const [method, operation] of Object.entries(operations)) {
      const ref = bodyOf(operation)?.$ref
      const name = `${method.toUpperCase()} ${path.replace(/\{\w+\}/g, '{id}')}`
      found.set(name, ref === undefined ? undefined : nameIn(ref))
    }
  }
  return found
}
