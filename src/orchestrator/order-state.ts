/** Moves the orders of a plan and their items together. */
import type { Document, ResourcePage } from '../declare/index.ts'
import { isFinal } from '../derive/change.ts'
import type { JsonObject } from '../derive/validate.ts'
import type { Desk } from './task.ts'

/** Where each kind of order keeps its items. */
const itemLists: Readonly<Record<string, string>> = {
  ProductOrder: 'productOrderItem',
  ServiceOrder: 'serviceOrderItem',
  ResourceOrder: 'orderItem',
  WorkOrder: 'workOrderItem',
}

/** The orders of a plan that exist, the one it belongs to first. */
function ordersOf(desk: Desk): { kind: string; id: string }[] {
  const { of: order, data } = desk.plan
  const below = [
    { kind: 'ServiceOrder', id: data.serviceOrder },
    { kind: 'ResourceOrder', id: data.resourceOrder },
  ]
  const orders = [order]
  for (const { kind, id } of below) if (id !== undefined && kind !== order.kind) orders.push({ kind, id })
  return orders
}

/** Moves one order and its open items to a state; nothing happens when it is there already. */
export function moveOrder(
  desk: Desk,
  kind: string,
  id: string,
  state: string,
  more: JsonObject = {},
): Document {
  const order = desk.get(kind, id)
  if (order.state === state) return order
  return desk.change(kind, id, { ...more, ...movedTo(desk.page(kind), order, state) })
}

/** The attributes of an order that is moved to a state together with its open items. */
export function movedTo(page: ResourcePage, order: Document, state: string): JsonObject {
  const list = itemLists[page.kind] ?? ''
  const items = ((order[list] as JsonObject[] | undefined) ?? []).map((item) =>
    isFinal(page, String(item.state ?? 'acknowledged')) ? item : withState(item, list, state),
  )
  return { [list]: items, state }
}

/** An item and the items within it. */
function withState(item: JsonObject, list: string, state: string): JsonObject {
  const within = item[list] as JsonObject[] | undefined
  return {
    ...item,
    state,
    ...(within ? { [list]: within.map((inner) => withState(inner, list, state)) } : {}),
  }
}

/** Moves all orders of the plan that are not over: held while a person works, in progress again afterwards. */
export function moveOrders(desk: Desk, state: 'held' | 'inProgress'): void {
  for (const { kind, id } of ordersOf(desk)) {
    if (!isFinal(desk.page(kind), String(desk.get(kind, id).state))) moveOrder(desk, kind, id, state)
  }
}

/** Adds a note to an order, for the people who look after it. */
export function noteOn(desk: Desk, kind: string, id: string, text: string): void {
  const notes = (desk.get(kind, id).note as JsonObject[] | undefined) ?? []
  desk.change(kind, id, { note: [...notes, { author: 'goldthread', date: desk.work.now, text }] })
}

/** Says on the service order of the plan, if it has one, that a point is reached. */
export function reachMilestone(desk: Desk, name: string, message: string): void {
  const milestone = { name, message, milestoneDate: desk.work.now, status: 'reached' }
  addToServiceOrder(desk, 'milestone', milestone)
}

/** Warns on the service order of the plan, if it has one, that it may not finish well. */
export function raiseAlert(desk: Desk, exception: string): void {
  const message = 'The order is held until a person has seen to it'
  const alert = { name: 'Order held', alertDate: desk.work.now, jeopardyType: 'critical', exception, message }
  addToServiceOrder(desk, 'jeopardyAlert', alert)
}

function addToServiceOrder(desk: Desk, list: 'milestone' | 'jeopardyAlert', element: JsonObject): void {
  const [order] = ordersOf(desk).filter(({ kind }) => kind === 'ServiceOrder')
  if (order === undefined) return
  const { [list]: before = [], state } = desk.get(order.kind, order.id) as JsonObject &
    Partial<Record<typeof list, JsonObject[]>>
  if (isFinal(desk.page(order.kind), String(state))) return
  desk.change(order.kind, order.id, { [list]: [...before, { id: String(before.length + 1), ...element }] })
}
