/** POST: a new document, its event, and the work it starts, in one transaction. */
import { type ResourcePage, refuse } from '../declare/index.ts'
import { activationOf } from '../derive/activation.ts'
import { validateCreate } from '../derive/validate.ts'
import type { Caller } from './caller.ts'
import type { Context } from './context.ts'
import { embed } from './embed.ts'
import { isUsableId, newId, usableIds } from './identifier.ts'
import { notFound, read } from './read.ts'
import { keyOfNewVersion, settleVersions } from './versions.ts'
import { inWork, type Work } from './work.ts'
import type { Written } from './written.ts'

export type { Written }

/**
 * Creates a document from a client's body. Throws a refusal that says where the body is wrong.
 * Of a document that is embedded in its parent, the parent is given.
 */
export async function create(
  context: Context,
  page: ResourcePage,
  body: unknown,
  caller: Caller,
  parent?: string,
): Promise<Written> {
  const typed = await context.types.pageOfSent(page, body, caller.tenant)
  const draft = validateCreate(typed, body)
  if (page.facts.embeddedAs) return embed(context, page, draft, caller, parent ?? '')
  const chosen = draft.id
  if (chosen !== undefined && !isUsableId(chosen)) throw refuse('invalidFormat', `id ${usableIds}`)
  const id = chosen ?? newId(page.path)
  return inWork(context, caller.tenant, async (work) => {
    await context.types.hold(work, typed)
    if (parent !== undefined) await requireParent(context, work, page, parent, caller)
    const behaviour = context.behaviours.get(page.kind)
    if (behaviour?.store) {
      const document = await behaviour.store(work, draft, caller, parent)
      return { document, revision: 1, correlationId: caller.correlationId }
    }
    const author = { ...caller, correlationId: caller.correlationId || id }
    // Only an id that a client chose can be that of an entity which has versions already.
    const mayBeVersion = page.facts.isVersioned === true && chosen !== undefined
    const key = mayBeVersion ? await keyOfNewVersion(work, page, id, draft) : id
    const whole = (await behaviour?.complete?.(work, draft)) ?? draft
    const { activator, tracking } = context
    const activation = activator && activationOf(page, undefined, whole)
    const stored = activation?.meanwhile ?? whole
    work.create(page, stored, author, { id: key, ...(parent === undefined ? {} : { parent }) })
    const document = work.get(page.kind, key)
    await behaviour?.onCreate?.(work, document, { ...caller, ...author })
    const revision = work.revisionOf(page.kind, key)
    if (key !== id) await settleVersions(work, page, id)
    if (page.facts.startsWork) {
      work.tx.savePlan({
        kind: page.kind,
        id,
        correlation_id: author.correlationId,
        turn: 0,
        owner: null,
        due: work.now,
        body: null,
      })
      work.tx.afterCommit(() => context.database.wake('plan'))
    }
    if (activation) await activator?.begin(work, { page, id, activation, status: 201, author, tracking })
    const { correlationId } = author
    const isPending = activation !== undefined
    return { document: key === id ? work.get(page.kind, id) : document, revision, correlationId, isPending }
  })
}

async function requireParent(
  context: Context,
  work: Work,
  page: ResourcePage,
  parent: string,
  caller: Caller,
): Promise<void> {
  const parentPage = page.facts.within
  if (parentPage === undefined) return
  if (context.behaviours.get(parentPage.kind)?.source) {
    await read(context, parentPage, { id: parent }, caller)
    return
  }
  await work.look([{ kind: parentPage.kind, id: parent }])
  if (work.find(parentPage.kind, parent) === undefined) throw notFound(parentPage, parent)
}
