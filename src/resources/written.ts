/** What a verb that writes a document gives back. */
import type { Document } from '../declare/index.ts'

export interface Written {
  readonly document: Document
  readonly revision: number
  /** The golden thread the change belongs to. */
  readonly correlationId: string
  /** Whether the network has yet to do it: the document is as it is until then. */
  readonly isPending?: boolean
}
