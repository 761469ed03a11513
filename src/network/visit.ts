/** What a technician writes into a work order: when the work begins, and when it is done. */
import type { JsonObject } from '../derive/validate.ts'

/** The state a technician takes a work order to next; undefined when there is nothing to do. */
export function nextState(workOrder: JsonObject): 'inProgress' | 'completed' | undefined {
  if (workOrder.state === 'acknowledged') return 'inProgress'
  return workOrder.state === 'inProgress' ? 'completed' : undefined
}

/** The attributes a technician changes on the way to a state; `now` is an ISO date-time. */
export function changesFor(
  workOrder: JsonObject,
  state: 'inProgress' | 'completed',
  now: string,
): JsonObject {
  const moved = { state, workOrderItem: withState(workOrder.workOrderItem, state) }
  if (state === 'inProgress') return { ...moved, startDate: now }
  const note = { author: 'technician', date: now, text: 'ONT installed and tested' }
  return { ...moved, completionDate: now, note }
}

const open = new Set<unknown>([undefined, 'acknowledged', 'inProgress', 'pending'])

/** The items, and those within them, with the open ones and their work moved to a state. */
function withState(items: unknown, state: string): unknown {
  if (!Array.isArray(items)) return items
  return (items as JsonObject[]).map((item) => ({
    ...item,
    ...(open.has(item.state) ? { state, ...workOf(item, state) } : {}),
    ...(item.workOrderItem ? { workOrderItem: withState(item.workOrderItem, state) } : {}),
  }))
}

function workOf({ work }: JsonObject, state: string): JsonObject {
  return typeof work === 'object' && work !== null ? { work: { ...work, state } } : {}
}
