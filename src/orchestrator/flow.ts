/** Shows a plan as TMF701: one process flow, and a task flow for each step that has begun. */
import type { JsonObject } from '../derive/validate.ts'
import type { Plan, Step, StepState } from './plan.ts'
import type { Desk, Task } from './task.ts'

const taskStates: Readonly<Record<StepState, string>> = {
  waiting: 'active',
  calling: 'active',
  held: 'hold',
  done: 'completed',
  failed: 'cancelled',
}

/** The id of the task flow of a step; derived, so that nothing needs to remember it. */
function taskFlowId(plan: Plan, step: Step): string {
  return `${plan.processFlow}-${plan.steps.indexOf(step) + 1}`
}

/** The task flows that may change: those of steps that have begun and are not over. */
export function openTaskFlows(plan: Plan): { kind: string; id: string }[] {
  if (plan.processFlow === undefined) return []
  return plan.steps
    .filter(({ state, startedAt }) => startedAt !== undefined && state !== 'done')
    .map((step) => ({ kind: 'TaskFlow', id: taskFlowId(plan, step) }))
}

/** Brings the task flow of a step up to date. */
export function showStep(desk: Desk, step: Step, task: Task): void {
  if (desk.plan.processFlow === undefined || step.startedAt === undefined) return
  const id = taskFlowId(desk.plan, step)
  const attributes: JsonObject = {
    state: taskStates[step.state],
    ...(step.endedAt === undefined ? {} : { completionDate: step.endedAt }),
    ...(step.message === undefined ? {} : { characteristic: [{ name: 'message', value: step.message }] }),
  }
  if (desk.work.find('TaskFlow', id)) desk.change('TaskFlow', id, attributes)
  else {
    const draft = {
      taskFlowSpecification: task.name,
      isMandatory: true,
      startDate: step.startedAt,
      ...attributes,
    }
    desk.create('TaskFlow', draft, { id, parent: desk.plan.processFlow })
  }
}

/** The process flow of a new plan. */
export function beginFlow(desk: Desk, names: ReadonlyMap<string, string>): void {
  const { of: order, processFlow } = desk.plan
  if (processFlow === undefined) return
  desk.create(
    'ProcessFlow',
    {
      processFlowSpecification: `fulfil ${names.get(order.kind) ?? order.kind}`,
      state: 'active',
      relatedEntity: [{ ...desk.refTo(order.kind, order.id), role: 'order' }],
      relatedParty: desk.order.relatedParty,
    },
    { id: processFlow },
  )
}

/** Brings the state of the process flow, and its list of task flows, up to date. */
export function showFlow(desk: Desk, state: 'active' | 'hold' | 'cancelled' | 'completed'): void {
  const { plan } = desk
  if (plan.processFlow === undefined) return
  const attributes: JsonObject = { state }
  if (state === 'completed' || state === 'cancelled') {
    const { href: base, taskFlow: listed = [] } = desk.get('ProcessFlow', plan.processFlow)
    const steps = plan.steps
      .filter(({ startedAt }) => startedAt !== undefined)
      .map((step) => ({
        id: taskFlowId(plan, step),
        href: `${base}/taskFlow/${taskFlowId(plan, step)}`,
        '@referredType': 'TaskFlow',
      }))
    // Those that clients have added come after.
    const own = new Set(steps.map(({ id }) => id))
    const others = (listed as { id: string }[]).filter(({ id }) => !own.has(id))
    attributes.taskFlow = [...steps, ...others]
  }
  desk.change('ProcessFlow', plan.processFlow, attributes)
}
