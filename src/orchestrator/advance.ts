/**
 * Advances a plan as far as it goes without the outside: every step that is ready runs, and what it makes ready
 * runs too, in the same transaction. What is left are commands to send, a moment to wait for, or nothing.
 */
import type { NetworkCommand, NetworkResult } from './adapter.ts'
import { NetworkFault } from './adapter.ts'
import { showStep } from './flow.ts'
import { newStep, type Step } from './plan.ts'
import { nextTry, type RetryPolicy } from './retry.ts'
import type { Desk, Outcome } from './task.ts'
import { tasks } from './tasks.ts'
import type { Undertaking } from './undertaking.ts'

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
  undertaking: Undertaking,
  answers: readonly Answer[],
  policy: RetryPolicy,
): Promise<Advanced> {
  const { plan } = desk
  const calls: Call[] = []
  const settle = (step: Step, outcome: Outcome) => {
    apply(desk, undertaking, step, outcome, policy)
    if (outcome.kind === 'call') calls.push({ step: step.id, command: outcome.command })
  }
  for (const { step: id, result } of answers) {
    const step = plan.steps.find((candidate) => candidate.id === id)
    const task = step && tasks[step.task]
    if (step?.state !== 'calling' || !task) continue
    if (result instanceof NetworkFault) settle(step, { kind: 'retry', message: result.message })
    else if (task.finish) settle(step, await task.finish(desk, step, result))
  }
  if (!undertaking.mayGoOn(desk)) return { calls }
  resend(desk)
  const waited = new Set<string>()
  for (;;) {
    const ready = undertaking.ready(plan, desk.work.now).filter(({ id }) => !waited.has(id))
    if (ready.length === 0 || undertaking.isOver(desk)) break
    for (const step of ready) {
      waited.add(step.id)
      const task = tasks[step.task]
      if (task === undefined) throw new Error(`no task ${step.task}`)
      step.startedAt ??= desk.work.now
      settle(step, await task.run(desk, step))
      if (undertaking.isOver(desk)) break
    }
  }
  undertaking.settle(desk)
  return { calls }
}

function apply(
  desk: Desk,
  undertaking: Undertaking,
  step: Step,
  outcome: Outcome,
  policy: RetryPolicy,
): void {
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
        undertaking.stop(desk, step, `${outcome.message} (${step.tries} tries)`)
        return
      }
      step.state = 'waiting'
      step.message = outcome.message
      step.retryAt = retryAt
      break
    }
    case 'fail':
      step.state = 'failed'
      step.endedAt = work.now
      step.message = outcome.message
      break
    case 'hold':
      undertaking.stop(desk, step, outcome.message)
      return
    case 'reject':
      undertaking.reject(desk, step, outcome.reasons)
      return
  }
  const task = tasks[step.task]
  if (task) showStep(desk, step, task)
}

/** A command whose answer never came, because its node went away, is sent again with the same key. */
function resend(desk: Desk): void {
  for (const step of desk.plan.steps) if (step.state === 'calling') step.state = 'waiting'
}
