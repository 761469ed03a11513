/** What all pages have in common when they are written. */
import type { Meanings } from './meanings.ts'
import type { Sharing } from './sharing.ts'
import type { FilledShelf } from './shelves.ts'
import type { Warn } from './warnings.ts'

export interface Pool {
  readonly sharing: Sharing
  readonly shelves: readonly FilledShelf[]
  readonly meanings: Meanings
  readonly warn: Warn
}
