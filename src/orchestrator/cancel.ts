/**
 * Cancelling an order (wire contract, section 18). A cancel task is judged by the plan: before the network has been
 * told anything, all that was done is taken back; afterwards the cancellation is refused and the order goes on.
 */
import { type Document, refuse } from '../declare/index.ts'
import { isFinal } from '../derive/change.ts'
import type { JsonObject } from '../derive/validate.ts'
import type { Author } from '../resources/caller.ts'
import type { Work } from '../resources/work.ts'
import { claimPlan } from '../store/plans.ts'
import { alreadyOpen, type Cancelled, checkCancellable, laterDate } from './cancellable.ts'
import { showFlow } from './flow.ts'
import { moveOrder } from './order-state.ts'
import type { Cancellation, Plan } from './plan.ts'
import type { Desk } from './task.ts'

/** The kind of order each kind of cancel task is about, and the attribute that names it. */
export const cancelTasks: Readonly<Record<string, Cancelled>> = {
  CancelProductOrder: { order: 'ProductOrder', attribute: 'productOrder' },
  CancelServiceOrder: { order: 'ServiceOrder', attribute: 'serviceOrder' },
  CancelResourceOrder: { order: 'ResourceOrder', attribute: 'resourceOrder' },
}

/** Takes a new cancel task to the plan of its order. Throws the refusals of section 18. */
export async function openCancellation(
  work: Work,
  task: Document,
  taskKind: string,
  author: Author,
): Promise<void> {
  const about = cancelTasks[taskKind]
  if (about === undefined) throw new Error(`${taskKind} cancels nothing`)
  const { order: kind, attribute } = about
  const id = (task[attribute] as { id?: string } | undefined)?.id ?? ''
  const row = await claimPlan(work.tx, kind, id)
  await work.lock([{ kind, id }])
  const order = checkCancellable(work, about, id)
  if (row === undefined) {
    throw refuse('businessRuleViolated', `${attribute} ${id} is part of another order: cancel that one`)
  }
  const planned = row.body as Partial<Plan> | null
  if (planned?.cancellation) throw alreadyOpen(work, about, id, planned.cancellation)
  const later = laterDate(task, work.now)
  const cancellation: Cancellation = {
    kind: taskKind,
    task: task.id,
    before: String(order.state),
    ...(later === undefined ? {} : { at: later }),
  }
  if (later === undefined) {
    const { page } = work.model.homeOf(kind)
    work.change(
      page,
      id,
      { state: 'assessingCancellation' },
      { ...author, correlationId: row.correlation_id },
    )
  }
  // While commands run, their answers bring the plan back by themselves.
  work.tx.savePlan({
    ...row,
    due: row.owner === null ? work.now : row.due,
    body: { ...planned, cancellation },
  })
}

/**
 * Decides on a cancellation that is due: `waiting` while commands are on their way. Undefined when the plan goes on: there
 * is none, it is not due yet, or it was refused.
 */
export function judgeCancellation(desk: Desk): 'waiting' | 'cancelled' | undefined {
  const { plan } = desk
  if (plan.cancellation?.at !== undefined) openPlanned(desk, plan.cancellation, plan.cancellation.at)
  const { cancellation } = plan
  if (cancellation === undefined || cancellation.at !== undefined) return undefined
  if (plan.steps.some(({ state }) => state === 'calling')) return 'waiting'
  delete plan.cancellation
  const told = plan.steps.find(({ task, tries }) => tries > 0 && isCommand(task))
  if (told) {
    refuseCancellation(desk, cancellation, `${told.id.split(':')[0]} has begun: the network has been told`)
    return undefined
  }
  changeTask(desk, cancellation, { state: 'inProgress' })
  undo(desk)
  changeTask(desk, cancellation, { state: 'done', effectiveCancellationDate: desk.work.now })
  return 'cancelled'
}

/** Opens a cancellation that was asked for at a later date, once that is here; an order that is over by then stays so. */
function openPlanned(desk: Desk, cancellation: Cancellation, at: string): void {
  if (at > desk.work.now) return
  const { kind, id } = desk.plan.of
  const state = String(desk.order.state)
  if (isFinal(desk.page(kind), state)) {
    delete desk.plan.cancellation
    endWithError(desk, cancellation, `${id} was ${state} before the date of the cancellation`)
    return
  }
  desk.plan.cancellation = { kind: cancellation.kind, task: cancellation.task, before: state }
  desk.change(kind, id, { state: 'assessingCancellation' })
}

const isCommand = (task: string): boolean => /^(activate|test)/.test(task)

function changeTask(desk: Desk, { kind, task }: Cancellation, attributes: JsonObject): void {
  desk.change(kind, task, attributes)
}

function refuseCancellation(desk: Desk, cancellation: Cancellation, reason: string): void {
  endWithError(desk, cancellation, `${desk.plan.of.id} cannot be cancelled any more: ${reason}`)
  const { kind, id } = desk.plan.of
  const notes = (desk.order.note as JsonObject[] | undefined) ?? []
  const note = { author: 'goldthread', date: desk.work.now, text: `Cancellation refused: ${reason}` }
  desk.change(kind, id, { state: cancellation.before, note: [...notes, note] })
}

/** Where the task has no attribute for the error, the note on the order tells it. */
function endWithError(desk: Desk, cancellation: Cancellation, message: string): void {
  const hasMessage = desk.page(cancellation.kind).fields.errorMessage !== undefined
  const errorMessage = { code: 'pointOfNoReturn', reason: 'Past the point of no return', message }
  changeTask(desk, cancellation, {
    state: 'terminatedWithError',
    ...(hasMessage ? { errorMessage } : {}),
  })
}

/** Takes back what was done, last things first: nothing of it has reached the network. */
function undo(desk: Desk): void {
  const { plan } = desk
  const { of: order, data } = plan
  closeVisit(desk)
  for (const { id, before } of [...data.resources].reverse()) {
    if (before)
      desk.change('Resource', id, { resourceStatus: 'available', usageState: 'idle', ...restored(before) })
    else desk.change('Resource', id, { resourceStatus: 'suspended', endOperatingDate: desk.work.now })
  }
  for (const { id } of data.services)
    desk.change('Service', id, { state: 'terminated', endDate: desk.work.now })
  if (data.reservation !== undefined)
    desk.change('Reservation', data.reservation, { reservationState: 'cancelled' })
  if (order.kind !== 'ResourceOrder' && data.resourceOrder !== undefined) {
    moveOrder(desk, 'ResourceOrder', data.resourceOrder, 'cancelled')
  }
  if (order.kind !== 'ServiceOrder' && data.serviceOrder !== undefined) {
    moveOrder(desk, 'ServiceOrder', data.serviceOrder, 'cancelled')
  }
  desk.change(order.kind, order.id, { state: 'pendingCancellation' })
  moveOrder(desk, order.kind, order.id, 'cancelled')
  for (const step of plan.steps) if (step.state !== 'done') step.state = 'failed'
  showFlow(desk, 'cancelled')
}

/** Attributes as they were: what was null was not there. */
function restored(before: Readonly<JsonObject>): JsonObject {
  return Object.fromEntries(Object.entries(before).map(([name, value]) => [name, value ?? undefined]))
}

function closeVisit(desk: Desk): void {
  const { workOrder, appointment } = desk.plan.data
  const visit = workOrder === undefined ? undefined : desk.work.find('WorkOrder', workOrder)
  if (visit && !isFinal(desk.page('WorkOrder'), String(visit.state))) {
    moveOrder(desk, 'WorkOrder', visit.id, 'cancelled')
  }
  if (appointment !== undefined && desk.work.find('Appointment', appointment)?.status === 'confirmed') {
    desk.change('Appointment', appointment, { status: 'cancelled' })
  }
}

/** What must be locked to judge a cancellation, besides the documents of the plan. */
export function cancellationDocuments(plan: Plan): { kind: string; id: string }[] {
  const { cancellation, data } = plan
  if (cancellation === undefined) return []
  const visit = data.workOrder === undefined ? [] : [{ kind: 'WorkOrder', id: data.workOrder }]
  return [{ kind: cancellation.kind, id: cancellation.task }, ...visit]
}
