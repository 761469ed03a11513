/**
 * Has the network do what a change of a document asks for, before the change is made. The orchestrator provides it; where
 * there is none, documents are only stored.
 */
import type { ResourcePage } from '../declare/index.ts'
import type { Activation } from '../derive/activation.ts'
import type { Author } from './caller.ts'
import type { Key, Work } from './work.ts'

/** The monitor that tells what becomes of a request, and how it is to be told. */
export interface Tracking {
  readonly monitor: Key
  /** The base of the links that the client is answered with. */
  readonly base: string
  /** The `fields` the client wants of the document, as it wrote them. */
  readonly fields?: readonly string[]
  /** Milliseconds for which the monitor is kept once it is over. */
  readonly keptFor: number
}

export interface Asked {
  /** The page the client asked at; another may show the same documents. */
  readonly page: ResourcePage
  readonly id: string
  readonly activation: Activation
  /** The status of the answer once it is done. */
  readonly status: number
  readonly author: Author
  readonly tracking?: Tracking | undefined
}

export interface Activator {
  /** Has the network do it once the unit of work is committed. Throws what `guard` throws, unless the document is new. */
  readonly begin: (work: Work, asked: Asked) => Promise<void>
  /**
   * Refuses to move or remove a document, which is locked, while somebody works on it: the network, for an earlier
   * request (`taskAlreadyOpen`), or an order (`businessRuleViolated`).
   */
  readonly guard: (work: Work, document: Key) => Promise<void>
}
