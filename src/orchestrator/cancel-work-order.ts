/**
 * Calling off a work order (TMF697; wire contract, section 18). Until the technician has begun it is cancelled, and the
 * order that waits for it goes on; afterwards the cancellation is refused.
 */
import { type Document, Refusal } from '../declare/index.ts'
import type { JsonObject } from '../derive/json.ts'
import type { Behaviour } from '../resources/behaviour.ts'
import type { Author } from '../resources/caller.ts'
import { callWhenDue } from '../resources/due.ts'
import { search } from '../resources/search.ts'
import type { Work } from '../resources/work.ts'
import { planTopic, wakePlan } from '../store/plans.ts'
import { alreadyOpen, type Cancelled, checkCancellable, laterDate } from './cancellable.ts'
import { movedTo } from './order-state.ts'

export const cancelWorkOrder = 'CancelWorkOrder'
const about: Cancelled = { order: 'WorkOrder', attribute: 'workOrder' }

/** The behaviour of the cancel task. */
export function cancelWorkOrderBehaviour(): Behaviour {
  return {
    onCreate: async (work, task, caller) => {
      // An import brings tasks that are over.
      if (task.state !== 'accepted') return
      const id = workOrderOf(task)
      await work.lock([{ kind: about.order, id }])
      checkCancellable(work, about, id)
      await checkOnly(work, task, id)
      const later = laterDate(task, work.now)
      if (later === undefined) assess(work, id, caller)
      callWhenDue(work, { kind: cancelWorkOrder, id: task.id }, caller, later)
    },
    whenDue: async (work, id, by) => {
      await work.lock([{ kind: cancelWorkOrder, id }])
      const task = work.find(cancelWorkOrder, id)
      if (task?.state === 'accepted') await judge(work, task, { ...by, actor: 'dispatch' })
      return undefined
    },
  }
}

async function checkOnly(work: Work, task: Document, id: string): Promise<void> {
  const wanted = { 'workOrder.id': [id], state: ['accepted', 'inProgress'] }
  const open = (await search(work, cancelWorkOrder, wanted, { limit: 2 })).find((each) => each.id !== task.id)
  if (open) throw alreadyOpen(work, about, id, { kind: cancelWorkOrder, task: open.id })
}

/** A work order nobody has begun stands still while its cancellation is judged. */
function assess(work: Work, id: string, by: Author): void {
  if (hasBegun(work.get(about.order, id))) return
  changeWorkOrder(work, id, { state: 'assessingCancellation' }, by)
}

async function judge(work: Work, task: Document, by: Author): Promise<void> {
  const id = workOrderOf(task)
  const { page } = work.model.homeOf(cancelWorkOrder)
  await work.lock([{ kind: about.order, id }])
  if (!isOpen(work, id)) {
    work.change(page, task.id, { state: 'terminatedWithError' }, by)
    return
  }
  assess(work, id, by)
  work.change(page, task.id, { state: 'inProgress' }, by)
  changeWorkOrder(work, id, { state: 'pendingCancellation' }, by)
  const { page: workOrders } = work.model.homeOf(about.order)
  changeWorkOrder(work, id, movedTo(workOrders, work.get(about.order, id), 'cancelled'), by)
  work.change(page, task.id, { state: 'done', effectiveCancellationDate: work.now }, by)
  const [kind, order] = work.parentOf(about.order, id)?.split(' ') ?? []
  if (kind === undefined || order === undefined) return
  await wakePlan(work.tx, kind, order)
  work.tx.wake(planTopic)
}

/** Whether a work order can still be cancelled: it is there, not over, and not begun. */
function isOpen(work: Work, id: string): boolean {
  try {
    return !hasBegun(checkCancellable(work, about, id))
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}

const hasBegun = ({ state }: Document): boolean => state === 'inProgress'

function changeWorkOrder(work: Work, id: string, attributes: JsonObject, by: Author): void {
  work.change(work.model.homeOf(about.order).page, id, attributes, by)
}

const workOrderOf = ({ workOrder }: Document): string => String((workOrder as { id?: unknown }).id)
