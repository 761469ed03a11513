/** POST: a new document, its event, and the work it starts, in one transaction. */
import { type ResourcePage, refuse } from '../declare/index.ts'
import { activationOf } from '../derive/activation.ts'
import type { JsonObject } from '../derive/json.ts'
import { validateCreate } from '../derive/validate.ts'
import type { Caller } from './caller.ts'
import type { Context } from './context.ts'
import { callWhenDue } from './due.ts'
import { embed } from './embed.ts'
import { isUsableId, newId, usableIds } from './identifier.ts'
import { lockOne, requireParent } from './patch.ts'
import { read } from './read.ts'
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
    if (parent !== undefined) await findParent(context, work, page, parent, caller)
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
    if (parent !== undefined) listInParent(work, page, id, parent, author)
    const document = work.get(page.kind, key)
    await behaviour?.onCreate?.(work, document, { ...caller, ...author })
    const revision = work.revisionOf(page.kind, key)
    if (key !== id) await settleVersions(work, page, id)
    if (page.facts.startsWork) callWhenDue(work, { kind: page.kind, id }, author)
    if (activation) await activator?.begin(work, { page, id, activation, status: 201, author, tracking })
    const { correlationId } = author
    const isPending = activation !== undefined
    return { document: key === id ? work.get(page.kind, id) : document, revision, correlationId, isPending }
  })
}

/** Finds what a new document belongs to, and locks it where it lists what it has. Throws `resourceNotFound`. */
async function findParent(
  context: Context,
  work: Work,
  page: ResourcePage,
  parent: string,
  caller: Caller,
): Promise<void> {
  const { within, listedAs } = page.facts
  if (within && context.behaviours.get(within.kind)?.source)
    await read(context, within, { id: parent }, caller)
  else if (within && listedAs) await lockOne(work, within, { id: parent })
  else await requireParent(work, page, parent)
}

/** Adds a reference to a new document to those its parent has. */
function listInParent(work: Work, page: ResourcePage, id: string, parent: string, author: Caller): void {
  const { within, listedAs } = page.facts
  if (within === undefined || listedAs === undefined) return
  const listed = (work.get(within.kind, parent)[listedAs] ?? []) as JsonObject[]
  const reference = { id, href: work.model.hrefOf(page, id, parent), '@referredType': page.name }
  work.change(within, parent, { [listedAs]: [...listed, reference] }, author)
}
