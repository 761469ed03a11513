/** An HTTP operation of an API as all its descriptions tell it; each format writes it in its own words. */
import type { ResourcePage, Verb } from '../declare/index.ts'
import type { JsonSchema } from '../derive/schema.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

export interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query' | 'header'
  readonly description: string
  readonly isRequired?: boolean
  readonly schema: JsonSchema
}

/** The body a client sends. */
export interface Body {
  /** The name of its schema. */
  readonly type: string
  readonly description: string
  readonly mediaTypes: readonly string[]
  readonly examples: Readonly<Record<string, unknown>>
}

/** An answer that says yes. */
export interface Answer {
  readonly status: number
  readonly description: string
  /** The name of the schema of its body, and whether it is a list of them. */
  readonly type?: string
  readonly isList?: boolean
  /** Names of the headers of `headers.ts`. */
  readonly headers: readonly string[]
}

export interface Operation {
  /** Such as `listServiceOrder`. */
  readonly id: string
  readonly method: Method
  /** Below the base path, such as `/serviceOrder/{id}`. */
  readonly path: string
  readonly tag: string
  readonly summary: string
  readonly description: string
  readonly parameters: readonly Parameter[]
  readonly body?: Body
  readonly answers: readonly Answer[]
  /** The statuses of the refusals that may come. */
  readonly refusals: readonly number[]
  /** Of an operation on a resource: which, and what it does. */
  readonly of?: { readonly page: ResourcePage; readonly verb: Verb }
}
