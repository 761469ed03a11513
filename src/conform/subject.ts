/** A resource under test: where it is, what is sent, and what has been created of it so far. */
import type { ApiPage, ResourcePage } from '../declare/index.ts'
import type { JsonObject } from '../derive/validate.ts'
import { patchExample } from '../documents/patch-example.ts'
import type { ServerUnderTest } from './exchange.ts'
import { demand, Skipped } from './verdict.ts'

export interface Subject {
  readonly server: ServerUnderTest
  readonly api: ApiPage
  readonly page: ResourcePage
  /** The path of the collection. */
  readonly path: string
  /** The body of a create that the server should accept. */
  readonly body: JsonObject
  /** What was created of it, or found when it cannot be created; undefined as long as there is nothing. */
  document: JsonObject | undefined
  /** Why nothing more can be told about it, through no fault of the server. */
  skipped: string | undefined
}

/**
 * The document that earlier checks have left, with its path. Fails when there is none; an empty server without a create
 * has none through no fault of its own.
 */
export function documentOf(subject: Subject): { readonly document: JsonObject; readonly path: string } {
  const { document, page } = subject
  if (document === undefined && !page.verbs.has('create')) {
    throw new Skipped(`the server holds no ${page.member}`)
  }
  demand(document !== undefined, `there is no ${page.member} to go on with: creating or listing one failed`)
  return { document, path: `${subject.path}/${encodeURIComponent(String(document.id))}` }
}

/** A change of one attribute that leaves the document valid. */
export function changeOf({ page }: Subject): JsonObject | undefined {
  return patchExample(page)
}
