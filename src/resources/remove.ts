/** DELETE: the document goes, its last representation is announced (wire contract, section 14). */
import { type ResourcePage, refuse } from '../declare/index.ts'
import { isFinal, stateOf } from '../derive/change.ts'
import type { Place } from './behaviour.ts'
import type { Caller } from './caller.ts'
import type { Context } from './context.ts'
import { authorOf, lockOne } from './patch.ts'
import { checkRevision, type Precondition } from './precondition.ts'
import { inWork } from './work.ts'

export async function remove(
  context: Context,
  page: ResourcePage,
  place: Place,
  caller: Caller,
  precondition?: Precondition,
): Promise<void> {
  await inWork(context, caller.tenant, async (work) => {
    const behaviour = context.behaviours.get(page.kind)
    await behaviour?.beforeLock?.(work, place.id)
    const document = await lockOne(work, page, place)
    checkRevision(work.revisionOf(page.kind, place.id), precondition)
    const state = stateOf(page, document)
    if (page.facts.isOrder && state !== undefined && !isFinal(page, state)) {
      const message = `${page.member} ${place.id} is ${state}; an order is an audit record, deleted only when it is over`
      throw refuse('resourceNotDeletable', message, { currentState: state })
    }
    if (page.facts.isTask && state !== undefined && !isFinal(page, state)) {
      const message = `${page.member} ${place.id} is ${state}; a task is deleted only when it no longer runs`
      throw refuse('resourceNotDeletable', message, { currentState: state })
    }
    await behaviour?.onRemove?.(work, document, caller)
    await work.remove(page, place.id, await authorOf(work, page, place.id, caller))
  })
}
