/** What is to be done later: a plan of the document, that a node takes up when it is due. */
import { planTopic } from '../store/plans.ts'
import type { Author } from './caller.ts'
import type { Key, Work } from './work.ts'

/**
 * Has a document taken up at a moment, at once when none is given: by the engine where it has a plan for it, and else by
 * its behaviour (`whenDue`).
 */
export function callWhenDue(
  work: Work,
  { kind, id }: Key,
  by: Pick<Author, 'correlationId'>,
  due: string = work.now,
): void {
  work.tx.savePlan({ kind, id, correlation_id: by.correlationId, turn: 0, owner: null, due, body: null })
  work.tx.wake(planTopic)
}
