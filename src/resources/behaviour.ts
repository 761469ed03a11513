/**
 * What a resource promises beyond being stored. The floors above provide it; the verbs ask for it by kind,
 * so that they know no resource.
 */
import type { Document } from '../declare/index.ts'
import type { Filter } from '../derive/filter.ts'
import type { JsonObject } from '../derive/validate.ts'
import type { ListedText, Page, StoredText } from '../store/reading.ts'
import type { Caller } from './caller.ts'
import type { Work } from './work.ts'

/** Documents that are not stored as such: events, which are read from the log. */
export interface Source {
  readonly list: (query: ListQuery, caller: Caller) => Promise<{ rows: ListedText[]; total: number }>
  readonly read: (place: Place, caller: Caller) => Promise<StoredText | undefined>
}

/** The key of a document below its collection; `parent` for nested ones. */
export interface Place {
  readonly id: string
  readonly parent?: string | undefined
}

export interface ListQuery {
  readonly filter: Filter
  readonly window: Page
  readonly parent?: string | undefined
}

export interface Behaviour {
  readonly source?: Source
  /** Takes the place of storing a new document: an external event goes to the log. */
  readonly store?: (work: Work, draft: JsonObject, caller: Caller, parent?: string) => Promise<Document>
  /** Judges a document before it is created, in the same transaction: throws a refusal, or completes the document. */
  readonly onCreate?: (work: Work, document: Document, caller: Caller) => Promise<void>
  /** Follows up a change a client made, in the same transaction. */
  readonly onChange?: (work: Work, before: Document, after: Document, caller: Caller) => Promise<void>
  /** Judges a removal. */
  readonly onRemove?: (work: Work, document: Document, caller: Caller) => Promise<void>
  /** Takes the locks that must come before the document's own, by key. */
  readonly beforeLock?: (work: Work, id: string) => Promise<void>
}

export type Behaviours = ReadonlyMap<string, Behaviour>
