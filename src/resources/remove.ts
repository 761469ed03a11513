/** DELETE: the document goes, its last representation is announced (wire contract, section 14). */
import { type ResourcePage, refuse } from '../declare/index.ts'
import { activationOf } from '../derive/activation.ts'
import { isFinal, stateOf } from '../derive/change.ts'
import { holdersOf, referencePaths } from '../derive/references.ts'
import { findReferring } from '../store/reference-search.ts'
import type { Place } from './behaviour.ts'
import type { Caller } from './caller.ts'
import type { Context } from './context.ts'
import { authorOf, lockOne } from './patch.ts'
import { checkRevision, type Precondition } from './precondition.ts'
import { lockVersions, settleVersions } from './versions.ts'
import { inWork, type Work } from './work.ts'
import type { Written } from './written.ts'

/** Removes a document; or has the network let go of it first, and says so. */
export async function remove(
  context: Context,
  page: ResourcePage,
  place: Place,
  caller: Caller,
  precondition?: Precondition,
): Promise<Omit<Written, 'document' | 'revision'>> {
  return inWork(context, caller.tenant, async (work) => {
    const behaviour = context.behaviours.get(page.kind)
    await behaviour?.beforeLock?.(work, place.id)
    const { document, key } = await lockOne(work, page, place)
    await checkRevision(work, page, { document, revision: work.revisionOf(page.kind, key) }, precondition)
    const state = stateOf(page, document)
    if (page.facts.isOrder && state !== undefined && !isFinal(page, state)) {
      const message = `${page.member} ${place.id} is ${state}; an order is an audit record, deleted only when it is over`
      throw refuse('resourceNotDeletable', message, { currentState: state })
    }
    if (page.facts.isTask && state !== undefined && !isFinal(page, state)) {
      const message = `${page.member} ${place.id} is ${state}; a task is deleted only when it no longer runs`
      throw refuse('resourceNotDeletable', message, { currentState: state })
    }
    const isLast = !page.facts.isVersioned || (await lockVersions(work, page, document.id)).length === 1
    if (isLast) await checkReferences(work, page, document.id)
    await behaviour?.onRemove?.(work, document, caller)
    const author = await authorOf(work, page, document.id, caller)
    const { activator, tracking } = context
    const activation = activator && activationOf(page, document, undefined)
    if (activation) {
      await activator.begin(work, { page, id: document.id, activation, status: 204, author, tracking })
      return { correlationId: author.correlationId, isPending: true }
    }
    if (page.facts.activates) await activator?.guard(work, { kind: page.kind, id: document.id })
    await work.remove(page, key, author)
    if (!isLast) await settleVersions(work, page, document.id)
    return { correlationId: author.correlationId }
  })
}

const maxNamed = 10

/** Refuses to remove what stored documents refer to, and names some of them. */
export async function checkReferences(work: Work, page: ResourcePage, id: string): Promise<void> {
  const holders = holdersOf(work.model, page)
  if (holders.size === 0) return
  const target = { kind: page.kind, id }
  const referring = await findReferring(work.tx, id, holders, maxNamed + 1)
  const others = referring.filter((row) => row.kind !== page.kind || row.id !== id)
  if (others.length === 0) return
  const named = others.slice(0, maxNamed)
  const count = others.length > maxNamed ? `more than ${maxNamed} resources` : countOf(others.length)
  throw refuse(
    'resourceReferenced',
    `${page.member} ${id} is referenced by ${count}; change or delete those first`,
    {
      errorItem: named.map((row) => {
        const home = work.model.homeOf(row.kind).page
        return {
          code: 'referencedBy',
          path: work.model.hrefOf(home, row.id, row.parent),
          message: referencePaths(home, row.doc, target).join(', '),
        }
      }),
    },
  )
}

const countOf = (count: number): string => (count === 1 ? '1 resource' : `${count} resources`)
