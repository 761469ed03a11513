/**
 * The plan of an order: its steps, what each waits for, how far it has got, and what was decided on the way.
 * A plan is data; what its steps do is in `steps/`.
 */
import type { Activation } from '../derive/activation.ts'
import type { Tracking } from '../resources/activator.ts'
import type { Author } from '../resources/caller.ts'
import type { Key } from '../resources/work.ts'
import type { Design } from './design.ts'
import type { RuleInput } from './rules.ts'

export type StepState = 'waiting' | 'calling' | 'held' | 'done' | 'failed'

/** A change of a document that the network is to carry out first. */
export interface CommandedChange extends Omit<Activation, 'meanwhile'> {
  /** Path of the collection it was asked for at. */
  readonly collection: string
  /** The status its client is answered with once it is done. */
  readonly status: number
  /** The monitor that is to tell what becomes of it. */
  readonly tracking?: Tracking
}

export interface Step {
  /** Unique within the plan. */
  readonly id: string
  /** Which task of `steps/` it is. */
  readonly task: string
  /** What it is about, if one thing. */
  readonly about?: Key
  /** Ids of the steps that must be done before it. */
  readonly needs: readonly string[]
  /** Who asked for it, where that is not who the plan belongs to. */
  readonly by?: Author
  /** The change it carries out. */
  readonly change?: CommandedChange
  state: StepState
  /** How often it was started; part of no key: the same command keeps its key however often it is sent. */
  tries: number
  /** How often an operator had it start anew, as another command. */
  generation: number
  /** Not before this moment, an ISO date-time: when a failed call is tried again, or something is to begin later. */
  retryAt?: string
  startedAt?: string
  endedAt?: string
  /** What it found or why it stopped, for people. */
  message?: string
}

/** An instance that delivers a part of the design. */
export interface Realised {
  /** Key of the part in the design. */
  readonly key: string
  readonly id: string
}

/** A resource of the plan; `before` is what a resource of the inventory was like, for taking the assignment back. */
export interface Assigned extends Realised {
  readonly before?: Readonly<Record<string, unknown>>
}

/** A cancel task that waits for the plan's judgement. */
export interface Cancellation {
  readonly kind: string
  readonly task: string
  /** The state the order had. */
  readonly before: string
  /** When it is to take place, as an ISO date-time; absent once it has begun. */
  readonly at?: string
}

/** What a plan knows beyond its steps: filled in as they run. */
export interface PlanData {
  design: Design
  /** What expressions of each item may look at. */
  inputs: Record<string, RuleInput>
  serviceOrder?: string
  resourceOrder?: string
  services: Realised[]
  resources: Assigned[]
  appointment?: string
  workOrder?: string
  reservation?: string
  tests: Realised[]
  products: Realised[]
}

export interface Plan {
  /** What it is the plan of: an order, or a document that the network is asked about directly. */
  readonly of: Key
  /** The id of the TMF701 process flow that shows the plan of an order. */
  readonly processFlow?: string
  readonly steps: Step[]
  readonly data: PlanData
  cancellation?: Cancellation
}

/** A new plan with its first steps. */
export function newPlan(of: Key, steps: readonly StepDraft[]): Plan {
  return {
    of,
    steps: steps.map(newStep),
    data: {
      design: { services: [], resources: [] },
      inputs: {},
      services: [],
      resources: [],
      tests: [],
      products: [],
    },
  }
}

export type StepDraft = Pick<Step, 'id' | 'task' | 'needs' | 'about' | 'by' | 'change' | 'retryAt'>

/** A step that has not begun. */
export function newStep(draft: StepDraft): Step {
  return { ...draft, state: 'waiting', tries: 0, generation: 1 }
}

/** The steps that may run now: what they need is done, and no retry lies ahead. */
export function readySteps(plan: Plan, now: string): Step[] {
  const done = new Set(plan.steps.filter(({ state }) => state === 'done').map(({ id }) => id))
  return plan.steps.filter(
    (step) =>
      step.state === 'waiting' &&
      step.needs.every((need) => done.has(need)) &&
      (step.retryAt === undefined || step.retryAt <= now),
  )
}

/** The steps of a queue that have been sent or may be: all but those that are done, and those that are to begin later. */
export function openInQueue(plan: Plan, now: string): Step[] {
  const isLater = ({ tries, retryAt }: Step) => tries === 0 && retryAt !== undefined && retryAt > now
  return plan.steps.filter((step) => step.state === 'calling' || (step.state === 'waiting' && !isLater(step)))
}

/** Whether every step is done. */
export function isDone(plan: Plan): boolean {
  return plan.steps.every(({ state }) => state === 'done')
}

/**
 * When somebody must look at the plan next: at the earliest retry, or when it is to be cancelled; undefined when it waits
 * for something outside.
 */
export function nextMoment({ steps, cancellation }: Plan): string | undefined {
  const moments = steps.flatMap(({ state, retryAt }) => (state === 'waiting' && retryAt ? [retryAt] : []))
  if (cancellation?.at !== undefined) moments.push(cancellation.at)
  return moments.sort()[0]
}

/** The idempotency key of a step's command. */
export function commandKey(plan: Plan, step: Step): string {
  return `${plan.of.kind}/${plan.of.id}/${step.id}/${step.generation}`
}

/** The documents a plan changes: locked together before it goes on, so that nobody changes them meanwhile. */
export function documentsOf(plan: Plan): Key[] {
  const { data } = plan
  const one = (kind: string, id: string | undefined): Key[] => (id === undefined ? [] : [{ kind, id }])
  return [
    plan.of,
    ...one('ProcessFlow', plan.processFlow),
    ...one('ServiceOrder', data.serviceOrder),
    ...one('ResourceOrder', data.resourceOrder),
    ...one('Appointment', data.appointment),
    ...one('Reservation', data.reservation),
    ...data.services.map(({ id }) => ({ kind: 'Service', id })),
    ...data.resources.map(({ id }) => ({ kind: 'Resource', id })),
    ...data.tests.map(({ id }) => ({ kind: 'ServiceTest', id })),
    ...plan.steps.flatMap(({ about, change }) => [about ?? [], change?.tracking?.monitor ?? []].flat()),
  ]
}
