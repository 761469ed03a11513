/** What a request that writes is answered, before it is known by which address the client reaches us. */
import type { ResourcePage } from '../declare/index.ts'
import { etagOf } from '../derive/etag.ts'
import type { Selection } from '../derive/fields.ts'
import type { Model } from '../derive/model.ts'
import { selectFields } from '../derive/select-fields.ts'
import type { Written } from './written.ts'

/** What a client is told; links are without the base, which depends on how it reaches us. */
export interface Answer {
  readonly status: number
  readonly location?: string | undefined
  readonly etag?: string | undefined
  readonly body?: string | undefined
}

/** The answer of an act, with what is known of it beyond what the client is told. */
export interface Acted extends Answer {
  /** The golden thread the change belongs to. */
  readonly correlationId?: string
  /** Whether the network has yet to do it: this is not what the client is told in the end. */
  readonly isPending?: boolean
}

/** A document as it is now, or the selected part of it. */
export function answerOf(
  model: Model,
  page: ResourcePage,
  { document, revision, correlationId, isPending = false }: Written,
  { selection, parent }: { readonly selection: Selection; readonly parent?: string | undefined },
): Pick<Acted, 'etag' | 'body' | 'correlationId' | 'isPending'> {
  // Where two APIs show the same thing, the href is that of the API that was asked.
  const shown = { ...document, href: model.hrefOf(page, document.id, parent) }
  const body = JSON.stringify(selectFields(page, shown, selection))
  return { etag: etagOf(revision, selection), body, correlationId, isPending }
}
