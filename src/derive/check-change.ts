/**
 * Judges what a client makes of a document, however it said so (wire contract, section 12): first what it may change,
 * then whether the result is valid, then whether the state of things allows it.
 */
import { type Mover, type ResourcePage, refuse } from '../declare/index.ts'
import { changedAttributes, checkMove, checkPatchable, isFinal, isFixed, stateOf } from './change.ts'
import { checkItems, hasBegunItems } from './item-locks.ts'
import type { JsonObject } from './json.ts'
import { validateDocument } from './validate.ts'

/** The document after a change, with the dates that the server keeps as they are: what a client sends is passed over. */
export function withKeptDates(page: ResourcePage, before: JsonObject, after: JsonObject): JsonObject {
  const kept = { ...after }
  for (const [name, { facts }] of Object.entries(page.fields)) {
    const isOfServer = facts.stamp === 'change' || facts.isKept || name === page.lifecycle?.movedAt
    // Where the update type lacks it, another value is refused like that of any attribute not for clients to change.
    if (!isOfServer || isFixed(page, name)) continue
    if (before[name] === undefined) delete kept[name]
    else kept[name] = before[name]
  }
  return kept
}

/** Refuses a change that may not be, naming the attributes at fault. Gives the names of the attributes that change. */
export function checkChange(
  page: ResourcePage,
  before: JsonObject,
  after: JsonObject,
  rights: ReadonlySet<Mover>,
): string[] {
  const changed = changedAttributes(before, after)
  if (changed.length === 0) return changed
  checkPresent(page, before, after)
  checkPatchable(page, changed)
  validateDocument(page, after)
  checkState(page, before, after, rights)
  if (stateOf(page, before) !== undefined) checkItems(page, before, after, rights)
  return changed
}

function checkPresent(page: ResourcePage, before: JsonObject, after: JsonObject): void {
  for (const [name, { facts }] of Object.entries(page.fields)) {
    const isAlwaysPresent =
      facts.fallback !== undefined || facts.stamp !== undefined || name === page.lifecycle?.of
    if (isAlwaysPresent && before[name] !== undefined && after[name] === undefined) {
      throw refuse('missingAttribute', `${name} is always present and cannot be removed`)
    }
  }
}

function checkState(
  page: ResourcePage,
  before: JsonObject,
  after: JsonObject,
  rights: ReadonlySet<Mover>,
): void {
  const { lifecycle } = page
  const [from, to] = [stateOf(page, before), stateOf(page, after)]
  if (lifecycle === undefined || from === undefined || to === undefined) return
  if (from !== to && !lifecycle.isOpen && !Object.hasOwn(lifecycle.moves, to)) {
    const states = Object.keys(lifecycle.moves).join(', ')
    throw refuse('invalidEnumValue', `${lifecycle.of} must be one of ${states}`)
  }
  if (page.facts.isOrder && isFinal(page, from)) checkFinal(page, before, after, from)
  checkMove(page, String(before.id), { from, to, isBegun: hasBegunItems(page, before) }, rights)
}

/** What may change in an order that is over. */
const alwaysOpen = new Set([
  'note',
  'externalReference',
  'relatedParty',
  'orderRelationship',
  'workOrderRelationship',
  'expectedCompletionDate',
])

function checkFinal(page: ResourcePage, before: JsonObject, after: JsonObject, state: string): void {
  const locked = changedAttributes(before, after).filter(
    (name) => !alwaysOpen.has(name) && name !== page.lifecycle?.of,
  )
  if (locked.length === 0) return
  const message = `${page.member} ${before.id} is ${state}, which is final: ${locked.join(', ')} can no longer change`
  throw refuse('resourceLocked', message, { currentState: state, allowedTransition: [] })
}
