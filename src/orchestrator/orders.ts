/**
 * Plans of orders. A client may hold an order or have it cancelled; a step that cannot go on holds it for a person; and
 * all of it is shown as TMF701 flows.
 */
import { isFinal } from '../derive/change.ts'
import { judgeCancellation } from './cancel.ts'
import { beginFlow, showFlow, showStep } from './flow.ts'
import type { Reason } from './gates.ts'
import { moveOrder, moveOrders, noteOn, raiseAlert } from './order-state.ts'
import { isDone, nextMoment, readySteps, type Step } from './plan.ts'
import type { Desk } from './task.ts'
import { tasks } from './tasks.ts'
import type { Undertaking } from './undertaking.ts'

const names = new Map([
  ['ProductOrder', 'a product order'],
  ['ServiceOrder', 'a service order'],
  ['ResourceOrder', 'a resource order'],
])

export const orders: Undertaking = {
  begin: (desk) => beginFlow(desk, names),
  // An order that was deleted leaves nothing to do for it.
  isWanted: ({ work, plan }) => work.find(plan.of.kind, plan.of.id) !== undefined,
  mayGoOn: (desk) => {
    if (judgeCancellation(desk) !== undefined) return false
    if (isHeldByClient(desk)) return false
    resumeHeld(desk)
    return true
  },
  ready: readySteps,
  nextMoment,
  isOver: (desk) => isFinal(desk.page(desk.plan.of.kind), String(desk.order.state)),
  stop: hold,
  reject,
  settle: (desk) => {
    if (isDone(desk.plan)) showFlow(desk, 'completed')
  },
  breakDown: (desk, message) => {
    const { kind, id } = desk.plan.of
    noteOn(desk, kind, id, `Held: internal fault: ${message}`)
    desk.change(kind, id, { state: 'held' })
    return false
  },
}

/** A person must act: the orders are held, and say why. */
function hold(desk: Desk, step: Step, message: string): void {
  step.state = 'held'
  step.message = message
  noteOn(desk, desk.plan.of.kind, desk.plan.of.id, `Held: ${message}`)
  raiseAlert(desk, message)
  moveOrders(desk, 'held')
  const task = tasks[step.task]
  if (task) showStep(desk, step, task)
  showFlow(desk, 'hold')
}

/** Refused before anything was done: the order is rejected, and says why. */
function reject(desk: Desk, step: Step, reasons: readonly Reason[]): void {
  const { kind, id } = desk.plan.of
  step.state = 'failed'
  step.endedAt = desk.work.now
  step.message = reasons.map(sentenceOf).join('; ')
  for (const reason of reasons) noteOn(desk, kind, id, sentenceOf(reason))
  const isStarted = desk.order.state !== 'acknowledged'
  moveOrder(desk, kind, id, isStarted ? 'failed' : 'rejected')
  const task = tasks[step.task]
  if (task) showStep(desk, step, task)
  showFlow(desk, 'cancelled')
}

function sentenceOf({ code, label, technicalReason, suggestedAction }: Reason): string {
  return `${code} ${label}${technicalReason ? `: ${technicalReason}` : ''}${suggestedAction ? ` (${suggestedAction})` : ''}`
}

/** Whether a client has put the order on hold: nothing new begins until it is taken up again. */
function isHeldByClient(desk: Desk): boolean {
  const isOurs = desk.plan.steps.some(
    ({ task, state, startedAt }) =>
      state === 'held' || (task === 'fieldWork' && startedAt !== undefined && state === 'waiting'),
  )
  return desk.order.state === 'held' && !isOurs
}

/** A held step begins anew once a person has moved the order back into progress. */
function resumeHeld(desk: Desk): void {
  if (desk.order.state === 'held') return
  const held = desk.plan.steps.filter(({ state }) => state === 'held')
  if (held.length === 0) return
  for (const step of held) {
    step.state = 'waiting'
    step.tries = 0
    step.generation += 1
  }
  moveOrders(desk, 'inProgress')
  showFlow(desk, 'active')
}
