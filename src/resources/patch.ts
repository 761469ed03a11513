/** PATCH and PUT: lock, check, compute the new document, compare, validate, write it with its events (section 12). */
import { type Document, type ResourcePage, refuse } from '../declare/index.ts'
import { activationOf } from '../derive/activation.ts'
import { stateOf } from '../derive/change.ts'
import { checkChange, withKeptDates } from '../derive/check-change.ts'
import { withLists } from '../derive/lone-elements.ts'
import { type ChangeFormat, merging } from '../derive/patch-format.ts'
import { withStoredHrefs } from '../derive/stored-hrefs.ts'
import { checkNames, type JsonObject, withoutNulls, withoutUnknown } from '../derive/validate.ts'
import { threadOf } from '../store/event-log.ts'
import type { Place } from './behaviour.ts'
import type { Caller } from './caller.ts'
import type { Context } from './context.ts'
import { checkRevision, type Precondition } from './precondition.ts'
import { notFound } from './read.ts'
import { keyOfVersion, settleVersions } from './versions.ts'
import { inWork, type Work } from './work.ts'
import type { Written } from './written.ts'

/** How a change is sent, and to which revisions it may be made. */
export interface ChangeOptions {
  /** A merge patch when nothing is said. */
  readonly format?: ChangeFormat
  readonly precondition?: Precondition | undefined
}

/** Applies a change a client sent. A change that changes nothing leaves no trace. */
export async function patch(
  context: Context,
  page: ResourcePage,
  place: Place,
  body: unknown,
  caller: Caller,
  { format = merging, precondition }: ChangeOptions = {},
): Promise<Written> {
  const apply = await context.types.use(caller.tenant, (table) => format(table.pageOf(page), body))
  return inWork(context, caller.tenant, async (work) => {
    const behaviour = context.behaviours.get(page.kind)
    await behaviour?.beforeLock?.(work, place.id)
    const { document: before, key } = await lockOne(work, page, place)
    const shown = { ...before, href: work.model.hrefOf(page, before.id, work.parentOf(page.kind, key)) }
    const current = { document: shown, revision: work.revisionOf(page.kind, key) }
    await checkRevision(work, page, current, precondition)
    const typed = await context.types.pageOfStored(page, before, caller.tenant)
    const after = withKeptDates(typed, shown, withoutUnknown(typed, withLists(typed, resultOf(apply, shown))))
    const changed = checkChange(typed, shown, after, caller.rights)
    let author = caller
    let isPending = false
    if (changed.length > 0) {
      author = await authorOf(work, page, before.id, caller)
      const whole = (await behaviour?.complete?.(work, after, before)) ?? after
      const { activator, tracking } = context
      const activation = activator && activationOf(page, before, whole)
      if (activation) {
        isPending = true
        await activator.begin(work, { page, id: before.id, activation, status: 200, author, tracking })
      } else {
        const isMoved = stateOf(page, before) !== stateOf(page, whole)
        if (isMoved && page.facts.activates) await activator?.guard(work, { kind: page.kind, id: before.id })
        work.replace(page, key, whole, author)
        await behaviour?.onChange?.(work, before, work.get(page.kind, key), author)
      }
    }
    const revision = work.revisionOf(page.kind, key)
    const document = work.get(page.kind, key)
    if (page.facts.isVersioned && changed.some((name) => choosing.has(name))) {
      await settleVersions(work, page, before.id)
    }
    return { document, revision, correlationId: author.correlationId, isPending }
  })
}

/** The document a client makes of the one it is shown, in the form in which documents are stored. */
function resultOf(apply: (document: JsonObject) => unknown, shown: JsonObject): JsonObject {
  const result = apply(shown)
  if (typeof result !== 'object' || result === null || Array.isArray(result)) {
    throw refuse('invalidPatch', 'What the patch leaves is not an object')
  }
  checkNames(result)
  return withStoredHrefs(shown, withoutNulls(result as JsonObject))
}

/**
 * The golden thread a change belongs to: that of the request, or the one the document was born in when the request
 * names none. An order stays on its own thread whoever changes it: a technician knows nothing of it.
 */
export async function authorOf(work: Work, page: ResourcePage, id: string, caller: Caller): Promise<Caller> {
  if (caller.correlationId !== '' && !page.facts.isOrder) return caller
  const born = await threadOf(work.tx, page.kind, id)
  return { ...caller, correlationId: born ?? (caller.correlationId || id) }
}

/** The attributes that decide which version answers for the id. */
const choosing = new Set(['version', 'lifecycleStatus'])

/** Locks a document for change; gives it with the key it is stored under. Throws `resourceNotFound`. */
export async function lockOne(
  work: Work,
  page: ResourcePage,
  place: Place,
): Promise<{ readonly document: Document; readonly key: string }> {
  const key = page.facts.isVersioned ? await keyOfVersion(work, page, place.id) : place.id
  await work.lock([{ kind: page.kind, id: key }])
  const document = work.find(page.kind, key)
  const isElsewhere = place.parent !== undefined && place.parent !== work.parentOf(page.kind, key)
  if (document !== undefined && !isElsewhere) return { document, key }
  await requireParent(work, page, place.parent)
  throw notFound(page, place.id)
}

/** Looks for the document that a nested one belongs to. Throws `resourceNotFound`, which names it. */
export async function requireParent(
  work: Work,
  { facts: { within } }: ResourcePage,
  parent: string | undefined,
): Promise<void> {
  if (within === undefined || parent === undefined) return
  await work.look([{ kind: within.kind, id: parent }])
  if (work.find(within.kind, parent) === undefined) throw notFound(within, parent)
}
