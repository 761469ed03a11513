/** One thing that is demanded of every resource with a verb. */
import type { ResourcePage, Verb } from '../declare/index.ts'
import type { Subject } from './subject.ts'

export interface Check {
  /** What is demanded, as a sentence. */
  readonly name: string
  /** The verb the page must offer. */
  readonly verb: Verb
  readonly applies?: (page: ResourcePage) => boolean
  /** Whether it waits for an event. */
  readonly isOfEvents?: boolean
  /** Throws a Shortfall when the server does otherwise, Skipped when it cannot be told. */
  readonly run: (subject: Subject) => Promise<void>
}

/** Whether a check is made of a resource. */
export function isMade({ verb, applies }: Check, page: ResourcePage): boolean {
  return page.verbs.has(verb) && applies?.(page) !== false
}
