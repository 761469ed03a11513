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
import { showFlow } from './flow.ts'
import { moveOrder } from './order-state.ts'
import type { Cancellation, Plan } from './plan.ts'
import type { Desk } from './task.ts'

/** The kind of order each kind of cancel task is about, and the attribute that names it. */
export const cancelTasks: Readonly<Record<string, { readonly order: string; readonly attribute: string }>> = {
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
  const order = work.find(kind, id)
  if (order === undefined) {
    throw refuse('referencedEntityNotFound', `${attribute}.id: there is no ${attribute} '${id}'`)
  }
  const { page } = work.model.homeOf(kind)
  const state = String(order.state)
  if (isFinal(page, state)) {
    const message = `${attribute} ${id} is ${state}, which is final: there is nothing left to cancel`
    throw refuse('stateTransitionNotAllowed', message, { currentState: state, allowedTransition: [] })
  }
  if (state === 'assessingCancellation' || state === 'pendingCancellation') {
    throw refuse('taskAlreadyOpen', `${attribute} ${id} is being cancelled already`)
  }
  if (row === undefined) {
    throw refuse('businessRuleViolated', `${attribute} ${id} is part of another order: cancel that one`)
  }
  const requested = task.requestedCancellationDate
  if (typeof requested === 'string' && Date.parse(requested) > Date.parse(work.now)) {
    throw refuse(
      'businessRuleViolated',
      'A cancellation at a later date is not offered: ask for it when it is due',
    )
  }
  const onThread = { ...author, correlationId: row.correlation_id }
  work.change(page, id, { state: 'assessingCancellation' }, onThread)
  const cancellation: Cancellation = { kind: taskKind, task: task.id, before: state }
  const body = { ...(row.body as object | null), cancellation }
  // While commands run, their answers bring the plan back by themselves.
  work.tx.savePlan({ ...row, due: row.owner === null ? work.now : row.due, body })
}

/** Decides on a cancellation that waits; undefined while commands are on their way. */
export function judgeCancellation(desk: Desk): 'refused' | 'cancelled' | undefined {
  const { plan } = desk
  const { cancellation } = plan
  if (cancellation === undefined || plan.steps.some(({ state }) => state === 'calling')) return undefined
  delete plan.cancellation
  const told = plan.steps.find(({ task, tries }) => tries > 0 && isCommand(task))
  if (told) {
    refuseCancellation(desk, cancellation, `${told.id.split(':')[0]} has begun: the network has been told`)
    return 'refused'
  }
  changeTask(desk, cancellation, { state: 'inProgress' })
  undo(desk)
  changeTask(desk, cancellation, { state: 'done', effectiveCancellationDate: desk.work.now })
  return 'cancelled'
}

const isCommand = (task: string): boolean => /^(activate|test)/.test(task)

function changeTask(desk: Desk, { kind, task }: Cancellation, attributes: JsonObject): void {
  desk.change(kind, task, attributes)
}

function refuseCancellation(desk: Desk, cancellation: Cancellation, reason: string): void {
  const message = `${desk.plan.order.id} cannot be cancelled any more: ${reason}`
  const hasMessage = cancellation.kind === 'CancelServiceOrder'
  changeTask(desk, cancellation, {
    state: 'terminatedWithError',
    ...(hasMessage
      ? { errorMessage: { code: 'pointOfNoReturn', reason: 'Past the point of no return', message } }
      : {}),
  })
  const { kind, id } = desk.plan.order
  const notes = (desk.order.note as JsonObject[] | undefined) ?? []
  const note = { author: 'goldthread', date: desk.work.now, text: `Cancellation refused: ${reason}` }
  desk.change(kind, id, { state: cancellation.before, note: [...notes, note] })
}

/** Takes back what was done, last things first: nothing of it has reached the network. */
function undo(desk: Desk): void {
  const { plan } = desk
  const { data, order } = plan
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
