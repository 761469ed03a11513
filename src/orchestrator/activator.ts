/** Takes what clients ask of the network into the plan of the document it is about, where the engine finds it. */
import { refuse } from '../declare/index.ts'
import { isFinal } from '../derive/change.ts'
import { holdersAmong, referencePaths } from '../derive/references.ts'
import type { Activator } from '../resources/activator.ts'
import type { Author } from '../resources/caller.ts'
import { newId } from '../resources/identifier.ts'
import type { Key, Work } from '../resources/work.ts'
import { appendSteps, planBody, planTopic } from '../store/plans.ts'
import { findReferring } from '../store/reference-search.ts'
import { newPlan, openInQueue, type Plan, type StepDraft } from './plan.ts'

export const activator: Activator = {
  begin: async (work, { page, id, activation, status, author, tracking }) => {
    const { meanwhile, ...asked } = activation
    const of = { kind: page.kind, id }
    if (meanwhile === undefined) await guard(work, of)
    const { path: collection } = work.model.collectionOf(page)
    await enqueue(work, of, {
      id: `${activation.action}:${tracking?.monitor.id ?? newId('activation')}`,
      task: 'carryOutChange',
      needs: [],
      by: authorOnly(author),
      change: { ...asked, collection, status, ...(tracking ? { tracking } : {}) },
    })
  },
  guard,
}

/** Puts a step behind those that the plan of a document has already. */
export async function enqueue(work: Work, of: Key, step: StepDraft & { readonly by: Author }): Promise<void> {
  await appendSteps(work.tx, { ...of, correlationId: step.by.correlationId, body: newPlan(of, [step]) })
  work.tx.wake(planTopic)
}

/** The author alone: what else a caller has is not for the plan to keep. */
function authorOnly({ actor, correlationId, trace }: Author): Author {
  return { actor, correlationId, ...(trace ? { trace } : {}) }
}

async function guard(work: Work, document: Key): Promise<void> {
  await refuseWhileAsked(work, document)
  await refuseWhileOrdered(work, document)
}

/** The document is locked, and with it the end of whatever the network is asked to do to it. */
async function refuseWhileAsked(work: Work, { kind, id }: Key): Promise<void> {
  const body = (await planBody(work.tx, kind, id)) as Plan | undefined
  const [open] = body ? openInQueue(body, work.now) : []
  if (open === undefined) return
  const who = open.change?.tracking?.monitor ?? open.about
  const { page } = work.model.homeOf(kind)
  const href = who && work.model.hrefOf(work.model.homeOf(who.kind).page, who.id)
  throw refuse(
    'taskAlreadyOpen',
    `${page.member} ${id}: the network is still asked to ${open.id.replace(/:.*/, '')} it${href ? `, see ${href}` : ''}; ask again when that is over`,
    href ? { referenceError: href } : {},
  )
}

/** An order decides what becomes of what it works on; who asked meanwhile would undo a part of it, or have it undone. */
async function refuseWhileOrdered(work: Work, document: Key): Promise<void> {
  const { model } = work
  const orders = model.collections.filter(({ page }) => page.facts.isOrder && page.facts.startsWork)
  const holders = holdersAmong(model, document.kind, (collection) => orders.includes(collection))
  if (holders.size === 0) return
  const over = new Set(
    orders.flatMap(({ page }) =>
      Object.keys(page.lifecycle?.moves ?? {}).filter((state) => isFinal(page, state)),
    ),
  )
  const [order] = await findReferring(work.tx, document.id, holders, 1, [...over])
  if (order === undefined) return
  const home = model.homeOf(order.kind).page
  const [where] = referencePaths(home, order.doc, document)
  const href = model.hrefOf(home, order.id)
  throw refuse(
    'businessRuleViolated',
    `${model.homeOf(document.kind).page.member} ${document.id} belongs to ${home.member} ${order.id} (${where}), which is ${order.doc.state}; ask again when that is over`,
    { referenceError: href },
  )
}
