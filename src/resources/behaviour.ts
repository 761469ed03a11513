/**
 * What a resource promises beyond being stored. The floors above provide it; the verbs ask for it by kind,
 * so that they know no resource.
 */
import type { Document } from '../declare/index.ts'
import type { Arranged, Walk } from '../derive/arrange.ts'
import type { Filter } from '../derive/condition.ts'
import type { Sort } from '../derive/sort.ts'
import type { JsonObject } from '../derive/validate.ts'
import type { ListedText, Page, StoredText } from '../store/reading.ts'
import type { Author, Caller } from './caller.ts'
import type { Work } from './work.ts'

/** Documents that are not stored as such: events, which are read from the log. */
export interface Source {
  readonly list: (query: ListQuery, caller: Caller) => Promise<{ rows: ListedText[]; total: number }>
  /** The same from a position on; absent where a list has no cursors. */
  readonly walk?: (query: WalkQuery, caller: Caller) => Promise<Walked>
  readonly read: (place: Place, caller: Caller) => Promise<StoredText | undefined>
}

/** The key of a document below its collection; `parent` for nested ones. */
export interface Place {
  readonly id: string
  readonly parent?: string | undefined
}

interface Listed {
  readonly filter: Filter
  /** In order of creation when absent. */
  readonly sort?: Sort
  readonly parent?: string | undefined
}

export interface ListQuery extends Listed {
  readonly window: Page
}

export interface WalkQuery extends Listed {
  readonly walk: Walk
  /** Whether all that match are to be counted. */
  readonly isCounted: boolean
}

/** Rows with their positions, and how many match in all when that was asked. */
export interface Walked {
  readonly rows: readonly Arranged<ListedText>[]
  readonly total?: number
}

export interface Behaviour {
  readonly source?: Source
  /** Takes the place of storing a new document: an external event goes to the log. */
  readonly store?: (work: Work, draft: JsonObject, caller: Caller, parent?: string) => Promise<Document>
  /**
   * Completes what a client wrote by what follows from it, such as a total, before it is stored and told; `before` is
   * the document a change was made to.
   */
  readonly complete?: (work: Work, document: JsonObject, before?: Document) => Promise<JsonObject>
  /** Judges a document before it is created, in the same transaction: throws a refusal, or completes the document. */
  readonly onCreate?: (work: Work, document: Document, caller: Caller) => Promise<void>
  /** Follows up a change a client made, in the same transaction. */
  readonly onChange?: (work: Work, before: Document, after: Document, caller: Caller) => Promise<void>
  /** Judges a removal. */
  readonly onRemove?: (work: Work, document: Document, caller: Caller) => Promise<void>
  /**
   * Called when the plan of a document is due, whoever runs it: answers a task nobody waited for, ends what has run out.
   * Gives the moment it is due again, as an ISO date-time; undefined when nothing is left to do.
   */
  readonly whenDue?: (work: Work, id: string, by: Author) => Promise<string | undefined>
  /** Takes the locks that must come before the document's own, by key. */
  readonly beforeLock?: (work: Work, id: string) => Promise<void>
}

export type Behaviours = ReadonlyMap<string, Behaviour>
