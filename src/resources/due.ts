/** What is to be done later: a plan of the document, that a node takes up when it is due. */
import type { Database } from '../store/database.ts'
import { planTopic } from '../store/plans.ts'
import type { Author } from './caller.ts'
import type { Key, Work } from './work.ts'

/** Has the behaviour of a document called (`whenDue`) at a moment, at once when none is given. */
export function callWhenDue(
  { work, database }: { readonly work: Work; readonly database: Database },
  { kind, id }: Key,
  by: Pick<Author, 'correlationId'>,
  due: string = work.now,
): void {
  work.tx.savePlan({ kind, id, correlation_id: by.correlationId, turn: 0, owner: null, due, body: null })
  work.tx.afterCommit(() => database.wake(planTopic))
}
