/** What a client may still change of the items of an order that is being worked on (wire contract, section 12). */
import { isDeepStrictEqual } from 'node:util'
import { type Finding, type Mover, type ResourcePage, refuse } from '../declare/index.ts'
import { stateOf } from './change.ts'
import type { JsonObject } from './json.ts'

const openStates = new Set(['acknowledged', 'pending', 'held'])

/**
 * Refuses a client's change of item states (403), and of the content of items that are no longer open (409), also of
 * items within items. Fulfilment may change both.
 */
export function checkItems(
  page: ResourcePage,
  before: JsonObject,
  after: JsonObject,
  rights: ReadonlySet<Mover>,
): void {
  if (!page.facts.isOrder || rights.has('engine')) return
  const isStarted = stateOf(page, before) !== page.lifecycle?.starts
  for (const list of page.facts.nonEmpty ?? []) {
    const old = itemsOf(before, list)
    const changed = itemsOf(after, list)
    const locked: Finding[] = []
    for (const key of new Set([...old.keys(), ...changed.keys()])) {
      const [was, is] = [old.get(key), changed.get(key)]
      const path = (is ?? was)?.path ?? list
      const state = was ? was.state : page.lifecycle?.starts
      if (is && is.state !== undefined && is.state !== state) {
        throw refuse('forbidden', `${path}: only fulfilment sets the state of an item`)
      }
      const isOpen = was !== undefined && openStates.has(String(was.state))
      if (isStarted && !isOpen && !isDeepStrictEqual(was?.content, is?.content)) {
        locked.push({ code: 'resourceLocked', path, message: 'is being worked on, or over' })
      }
    }
    if (locked.length > 0) {
      const paths = locked.map(({ path }) => path).join(', ')
      throw refuse('resourceLocked', `${paths} can no longer change`, { errorItem: locked.slice(0, 100) })
    }
  }
}

/** Whether any item of an order has left the state in which items begin. */
export function hasBegunItems(page: ResourcePage, order: JsonObject): boolean {
  if (!page.facts.isOrder) return false
  return (page.facts.nonEmpty ?? []).some((list) =>
    [...itemsOf(order, list).values()].some(
      ({ state }) => state !== undefined && state !== page.lifecycle?.starts,
    ),
  )
}

interface Item {
  /** Where it is in the order, in words. */
  readonly path: string
  readonly state: unknown
  /** All of it but the items within it. */
  readonly content: JsonObject
}

/** The items of an order and those within them, by their ids from the outermost on. */
function itemsOf(holder: JsonObject, list: string, above = '', at = ''): Map<string, Item> {
  const items = new Map<string, Item>()
  for (const [index, item] of ((holder[list] ?? []) as JsonObject[]).entries()) {
    const { [list]: _within, ...content } = item
    const key = `${above}/${item.id}`
    const path = `${at}${list}[${index}]`
    items.set(key, { path, state: item.state, content })
    for (const [inner, each] of itemsOf(item, list, key, `${path}.`)) items.set(inner, each)
  }
  return items
}
