/** A resource under test: where it is, what is sent, and what has been created of it so far. */
import type { ResourcePage } from '../declare/index.ts'
import type { JsonObject } from '../derive/json.ts'
import { patchExample } from '../documents/patch-example.ts'
import type { ServerUnderTest } from './exchange.ts'
import type { HubUnderTest } from './hub.ts'
import type { Expected } from './shape.ts'
import { demand, Skipped } from './verdict.ts'

export interface Subject extends Expected {
  readonly server: ServerUnderTest
  /** The path of the collection. */
  readonly path: string
  /** The body of a create that the server should accept. */
  readonly body: JsonObject
  /** Where the events of the API arrive; undefined when they are left out. */
  readonly hub: HubUnderTest | undefined
  /** What was created of it, or found when it cannot be created; undefined as long as there is nothing. */
  document: JsonObject | undefined
  /** Why there is none, through no fault of the server. */
  missing: string | undefined
  /** Whether the parent that its collection is nested in is what is missing, so that nothing can be told at all. */
  readonly isWithoutParent: boolean
  /** What has been done to the document, and events must tell of. */
  readonly done: Set<'created' | 'changed' | 'removed'>
}

/** The resource that a create, or a change, of another is answered with: what is embedded comes with its parent. */
export function shownBy(page: ResourcePage): ResourcePage {
  return (page.facts.embeddedAs && page.facts.within) || page
}

/**
 * The document that earlier checks have left, with its path. Fails when there is none; an empty server without a create
 * has none through no fault of its own.
 */
export function documentOf(subject: Subject): { readonly document: JsonObject; readonly path: string } {
  const { document, page, missing } = subject
  if (document === undefined && missing !== undefined) throw new Skipped(missing)
  if (document === undefined && !page.verbs.has('create')) {
    throw new Skipped(`the server holds no ${page.member}`)
  }
  demand(document !== undefined, `there is no ${page.member} to go on with: creating or listing one failed`)
  return { document, path: placeOf(subject, document) }
}

/** The path of a document of the collection. */
export function placeOf({ path }: Subject, document: JsonObject): string {
  return `${path}/${encodeURIComponent(String(document.id))}`
}

/** A change of one attribute that leaves the document valid. */
export function changeOf({ page }: Subject): JsonObject | undefined {
  return patchExample(page)
}
