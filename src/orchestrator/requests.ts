/**
 * Plans of what clients ask of the network without an order. Each is the queue of one document: its steps are carried
 * out one after the other, whoever asked is told of each, and a step that is over leaves the plan.
 */
import { nextMoment, openInQueue, type Plan, type Step } from './plan.ts'
import type { Desk } from './task.ts'
import { tasks } from './tasks.ts'
import type { Undertaking } from './undertaking.ts'

export const requests: Undertaking = {
  begin: () => {},
  // Whoever asked is told, also when the document is gone.
  isWanted: () => true,
  mayGoOn: () => true,
  ready: nextInQueue,
  // Whoever waits behind another need not be looked at before that one.
  nextMoment: (plan, now) => {
    const turn = turnOf(plan, now)
    return turn ? turn.retryAt : nextMoment(plan)
  },
  isOver: () => false,
  stop: giveUp,
  reject: (desk, step, reasons) => giveUp(desk, step, reasons.map(({ label }) => label).join('; ')),
  settle: ({ plan }) => {
    const left = plan.steps.filter(({ state }) => state !== 'done' && state !== 'failed')
    plan.steps.splice(0, plan.steps.length, ...left)
  },
  breakDown: (desk) => {
    const first = turnOf(desk.plan, desk.work.now)
    if (first) giveUp(desk, first, 'a fault of ours, which is logged')
    return true
  },
}

/**
 * The step whose turn it is, if it may begin now: one at a time. A step that is to begin later lets others pass, and
 * waits for them then; one that was sent and got no answer lets nobody pass, since the network may be half-way through it.
 */
export function nextInQueue(plan: Plan, now: string): Step[] {
  const first = turnOf(plan, now)
  const isReady = first?.state === 'waiting' && (first.retryAt === undefined || first.retryAt <= now)
  return isReady ? [first] : []
}

function turnOf(plan: Plan, now: string): Step | undefined {
  const open = openInQueue(plan, now)
  return open.find(({ tries }) => tries > 0) ?? open[0]
}

function giveUp(desk: Desk, step: Step, message: string): void {
  step.state = 'failed'
  step.endedAt = desk.work.now
  step.message = message
  tasks[step.task]?.giveUp?.(desk, step, message)
}
