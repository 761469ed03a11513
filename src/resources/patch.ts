/** PATCH: lock, check, compute the new document, compare, validate, write it with its events (section 12). */
import { type Document, type ResourcePage, refuse } from '../declare/index.ts'
import { changedAttributes, checkMove, checkPatchable, isFinal, stateOf } from '../derive/change.ts'
import { checkItems } from '../derive/item-locks.ts'
import { pathOf } from '../derive/matches.ts'
import { mergePatch } from '../derive/merge-patch.ts'
import { type JsonObject, readObject, validateDocument, withoutNulls } from '../derive/validate.ts'
import { threadOf } from '../store/event-log.ts'
import type { Place } from './behaviour.ts'
import type { Caller } from './caller.ts'
import type { Context } from './context.ts'
import type { Written } from './create.ts'
import { checkRevision, type Precondition } from './precondition.ts'
import { notFound } from './read.ts'
import { inWork, type Work } from './work.ts'

/** Applies a merge patch a client sent. A patch that changes nothing leaves no trace. */
export async function patch(
  context: Context,
  page: ResourcePage,
  place: Place,
  body: unknown,
  caller: Caller,
  precondition?: Precondition,
): Promise<Written> {
  const changes = readObject(body)
  return inWork(context, caller.tenant, async (work) => {
    const behaviour = context.behaviours.get(page.kind)
    await behaviour?.beforeLock?.(work, place.id)
    const before = await lockOne(work, page, place)
    checkRevision(work.revisionOf(page.kind, place.id), precondition)
    const after = withoutNulls(mergePatch(before, withoutOwnIdentity(changes, before)))
    const changed = judge(page, before, after, caller)
    let author = caller
    if (changed.length > 0) {
      validateDocument(page, after)
      author = await authorOf(work, page, place.id, caller)
      work.replace(page, place.id, after, author)
      await behaviour?.onChange?.(work, before, work.get(page.kind, place.id), author)
    }
    const revision = work.revisionOf(page.kind, place.id)
    return { document: work.get(page.kind, place.id), revision, correlationId: author.correlationId }
  })
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

/** Locks a document for change. Throws `resourceNotFound`. */
export async function lockOne(work: Work, page: ResourcePage, place: Place): Promise<Document> {
  await work.lock([{ kind: page.kind, id: place.id }])
  const found = work.find(page.kind, place.id)
  if (found === undefined) throw notFound(page, place.id)
  if (place.parent !== undefined && place.parent !== work.parentOf(page.kind, place.id)) {
    throw notFound(page, place.id)
  }
  return found
}

/** id and href may be sent back as they were read; the host of an href depends on who asks. */
function withoutOwnIdentity(changes: JsonObject, before: Document): JsonObject {
  const { id, href, ...rest } = changes
  const isSame =
    (id === undefined || id === before.id) && (href === undefined || pathOf(String(href)) === before.href)
  if (!isSame)
    throw refuse(
      'attributeNotPatchable',
      `${id !== undefined && id !== before.id ? 'id' : 'href'} cannot be changed`,
    )
  return rest
}

const alwaysOpen = new Set([
  'note',
  'externalReference',
  'relatedParty',
  'orderRelationship',
  'expectedCompletionDate',
])

/** Judges a change by the page; gives the names of the attributes that change. */
function judge(page: ResourcePage, before: JsonObject, after: JsonObject, caller: Caller): string[] {
  for (const [name, { facts }] of Object.entries(page.fields)) {
    // Dates the server keeps are not the client's to set: what it sends is passed over.
    const isKept = facts.stamp === 'change' || name === page.lifecycle?.movedAt
    if (isKept && before[name] !== undefined) after[name] = before[name]
    else if (isKept) delete after[name]
    const isAlwaysPresent = facts.fallback !== undefined || facts.stamp !== undefined
    if (isAlwaysPresent && before[name] !== undefined && after[name] === undefined) {
      throw refuse('missingAttribute', `${name} is always present and cannot be removed`)
    }
  }
  const changed = changedAttributes(before, after)
  checkPatchable(page, changed)
  const from = stateOf(page, before)
  if (from === undefined) return changed
  const to = stateOf(page, after)
  if (to === undefined) throw refuse('missingAttribute', `${page.lifecycle?.of} cannot be removed`)
  if (page.facts.isOrder && isFinal(page, from)) {
    const locked = changed.filter((name) => !alwaysOpen.has(name) && name !== page.lifecycle?.of)
    if (locked.length > 0) {
      const message = `${page.member} ${before.id} is ${from}, which is final: ${locked.join(', ')} can no longer change`
      throw refuse('resourceLocked', message, { currentState: from, allowedTransition: [] })
    }
  }
  const lifecycle = page.lifecycle
  if (lifecycle && from !== to && !Object.hasOwn(lifecycle.moves, to)) {
    throw refuse(
      'invalidEnumValue',
      `${lifecycle.of} must be one of ${Object.keys(lifecycle.moves).join(', ')}`,
    )
  }
  checkMove(page, String(before.id), { from, to }, caller.rights)
  checkItems(page, before, after, caller.rights)
  return changed
}
