/** Which undertaking a plan belongs to, and the plans that are made when something new is taken up. */
import { newId } from '../resources/identifier.ts'
import type { Key } from '../resources/work.ts'
import { orders } from './orders.ts'
import { newPlan, type Plan } from './plan.ts'
import { requests } from './requests.ts'
import { firstSteps, stepsOfOrders } from './tasks.ts'
import type { Undertaking } from './undertaking.ts'

/** A plan with what it is carried out for; new when its row has no steps yet. */
export interface Undertaken {
  readonly undertaking: Undertaking
  readonly plan: Plan
  readonly isNew: boolean
}

/** Reads the row of a plan; undefined for one without steps, which only says when something is due. */
export function undertaken({ kind, id }: Key, body: unknown): Undertaken | undefined {
  const of = { kind, id }
  const undertaking = stepsOfOrders[kind] ? orders : requests
  const known = (body ?? {}) as Partial<Plan>
  if (known.steps) return { undertaking, plan: { ...(known as Plan), of }, isNew: false }
  const steps = firstSteps[kind]
  if (steps === undefined) return undefined
  const { cancellation } = known
  const plan = {
    ...newPlan(of, steps),
    ...(undertaking === orders ? { processFlow: newId('processFlow') } : {}),
    ...(cancellation ? { cancellation } : {}),
  }
  return { undertaking, plan, isNew: true }
}
