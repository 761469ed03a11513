/**
 * Advances a plan as far as it goes without the outside: every step that is ready runs, and what it makes ready
 * runs too, in the same transaction. What is left are commands to send, a moment to wait for, or nothing.
 */
import { isFinal } from '../derive/change.ts'
import type { NetworkCommand, NetworkResult } from './adapter.ts'
import { NetworkFault } from './adapter.ts'
import { judgeCancellation } from './cancel.ts'
import { showFlow, showStep } from './flow.ts'
import type { Reason } from './gates.ts'
import { moveOrder, moveOrders, noteOn } from './order-state.ts'
import { isDone, newStep, readySteps, type Step } from './plan.ts'
import { nextTry, type RetryPolicy } from './retry.ts'
import type { Desk, Outcome } from './task.ts'
import { tasks } from './tasks.ts'

/** A command of a step, to be sent once the transaction is committed. */
export interface Call {
  readonly step: string
  readonly command: NetworkCommand
}

/** What came back for a step. */
export interface Answer {
  readonly step: string
  readonly result: NetworkResult | NetworkFault
}

export interface Advanced {
  readonly calls: readonly Call[]
}

/** Takes the answers of the last wave, then runs every step that is ready. */
export async function advance(
  desk: Desk,
  answers: readonly Answer[],
  policy: RetryPolicy,
): Promise<Advanced> {
  const { plan } = desk
  const calls: Call[] = []
  const settle = (step: Step, outcome: Outcome) => {
    apply(desk, step, outcome, policy)
    if (outcome.kind === 'call') calls.push({ step: step.id, command: outcome.command })
  }
  for (const { step: id, result } of answers) {
    const step = plan.steps.find((candidate) => candidate.id === id)
    const task = step && tasks[step.task]
    if (step?.state !== 'calling' || !task) continue
    if (result instanceof NetworkFault) settle(step, { kind: 'retry', message: result.message })
    else if (task.finish) settle(step, await task.finish(desk, step, result))
  }
  if (judgeCancellation(desk) !== undefined) return { calls }
  if (isHeldByClient(desk)) return { calls }
  resumeHeld(desk)
  resend(desk)
  const waited = new Set<string>()
  for (;;) {
    const ready = readySteps(plan, desk.work.now).filter(({ id }) => !waited.has(id))
    if (ready.length === 0 || isOver(desk)) break
    for (const step of ready) {
      waited.add(step.id)
      const task = tasks[step.task]
      if (task === undefined) throw new Error(`no task ${step.task}`)
      step.startedAt ??= desk.work.now
      settle(step, await task.run(desk, step))
      if (isOver(desk)) break
    }
  }
  if (isDone(plan)) showFlow(desk, 'completed')
  return { calls }
}

function apply(desk: Desk, step: Step, outcome: Outcome, policy: RetryPolicy): void {
  const { work, plan } = desk
  delete step.retryAt
  switch (outcome.kind) {
    case 'done':
      step.state = 'done'
      step.endedAt = work.now
      if (outcome.message !== undefined) step.message = outcome.message
      plan.steps.push(...(outcome.next ?? []).map(newStep))
      break
    case 'call':
      step.state = 'calling'
      step.tries += 1
      break
    case 'wait':
      step.message = outcome.message
      break
    case 'retry': {
      if (step.state !== 'calling') step.tries += 1
      const retryAt = nextTry(policy, step.tries, work.now)
      if (retryAt === undefined) {
        hold(desk, step, `${outcome.message} (${step.tries} tries)`)
        return
      }
      step.state = 'waiting'
      step.message = outcome.message
      step.retryAt = retryAt
      break
    }
    case 'hold':
      hold(desk, step, outcome.message)
      return
    case 'reject':
      reject(desk, step, outcome.reasons)
      return
  }
  const task = tasks[step.task]
  if (task) showStep(desk, step, task)
}

/** A person must act: the orders are held, and say why. */
function hold(desk: Desk, step: Step, message: string): void {
  step.state = 'held'
  step.message = message
  noteOn(desk, desk.plan.order.kind, desk.plan.order.id, `Held: ${message}`)
  moveOrders(desk, 'held')
  const task = tasks[step.task]
  if (task) showStep(desk, step, task)
  showFlow(desk, 'hold')
}

/** Refused before anything was done: the order is rejected, and says why. */
function reject(desk: Desk, step: Step, reasons: readonly Reason[]): void {
  const { kind, id } = desk.plan.order
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

/** A command whose answer never came, because its node went away, is sent again with the same key. */
function resend(desk: Desk): void {
  for (const step of desk.plan.steps) if (step.state === 'calling') step.state = 'waiting'
}

function isOver(desk: Desk): boolean {
  const { kind } = desk.plan.order
  return isFinal(desk.page(kind), String(desk.order.state))
}
