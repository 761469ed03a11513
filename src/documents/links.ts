/** Which documents an API has, and where. */
import type { ApiPage } from '../declare/index.ts'
import { generationOf } from './generation.ts'

export interface DocumentLink {
  /** The last part of its path, below the base path. */
  readonly path: string
  readonly title: string
}

/** The documents of an API for people. */
export const pagesForPeople: readonly DocumentLink[] = [
  { path: 'reference', title: 'Reference' },
  { path: 'docs', title: 'Try it out' },
  { path: 'conformance', title: 'Conformance' },
]

/** The documents of an API for tools. */
export function filesForTools(api: ApiPage): DocumentLink[] {
  return [
    { path: 'openapi.json', title: 'OpenAPI' },
    ...(generationOf(api).hasSwagger ? [{ path: 'swagger.json', title: 'Swagger' }] : []),
    { path: 'postman.json', title: 'Postman' },
    { path: 'postman-environment.json', title: 'Environment' },
  ]
}
