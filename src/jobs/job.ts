/** A job that runs, and what it runs with. */
import type { ApiPage, Document, ResourcePage } from '../declare/index.ts'
import type { Transfer } from '../hub/transfer.ts'
import type { Author } from '../resources/caller.ts'
import type { Context } from '../resources/context.ts'
import type { Work } from '../resources/work.ts'

export interface Job {
  readonly tenant: string
  readonly kind: string
  readonly id: string
  readonly page: ResourcePage
  readonly api: ApiPage
  readonly document: Document
  readonly author: Author
}

export interface JobMeans {
  readonly context: Context
  readonly transfer: Transfer
  /** Aborted when the node stops: the job is broken off, and taken up again by another. */
  readonly signal: AbortSignal
  /** Ends the job well, in the unit of work that does what it is for. Throws when another node has the job now. */
  readonly end: (work: Work, attributes: object) => Promise<void>
}

/** Why a job failed, to be told in its `errorLog`. */
export class JobFailure extends Error {}
