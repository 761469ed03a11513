/** What a client may still change of the items of an order that is being worked on (wire contract, section 12). */
import { isDeepStrictEqual } from 'node:util'
import { type Mover, type ResourcePage, refuse } from '../declare/index.ts'
import { stateOf } from './change.ts'
import type { JsonObject } from './json.ts'

const openStates = new Set(['acknowledged', 'pending', 'held'])

/**
 * Refuses a client's change of item states (403), and of the content of items that are no longer open (409).
 * Fulfilment may change both.
 */
export function checkItems(
  page: ResourcePage,
  before: JsonObject,
  after: JsonObject,
  rights: ReadonlySet<Mover>,
): void {
  if (!page.facts.isOrder || rights.has('engine')) return
  const isStarted = stateOf(page, before) !== 'acknowledged'
  for (const list of page.facts.nonEmpty ?? []) {
    const old = itemsById(before[list])
    const changed = itemsById(after[list])
    const locked: string[] = []
    for (const id of new Set([...old.keys(), ...changed.keys()])) {
      const [was, is] = [old.get(id), changed.get(id)]
      if (was && is && was.state !== is.state) {
        throw refuse('forbidden', `${list} ${id}: only fulfilment sets the state of an item`)
      }
      const isOpen = was !== undefined && openStates.has(String(was.state))
      if (isStarted && !isOpen && !isDeepStrictEqual(was, is)) locked.push(id)
    }
    if (locked.length > 0) {
      const errorItem = locked.map((id) => ({
        code: 'resourceLocked' as const,
        path: `${list}[${id}]`,
        message: 'is being worked on, or over',
      }))
      throw refuse('resourceLocked', `${list} ${locked.join(', ')} can no longer change`, { errorItem })
    }
  }
}

function itemsById(list: unknown): Map<string, JsonObject> {
  const items = (Array.isArray(list) ? list : []) as JsonObject[]
  return new Map(items.map((item) => [String(item.id), item]))
}
