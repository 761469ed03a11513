/**
 * The lifecycles several resources share: for each state, where it may move and who may move it.
 * Orders and tasks follow the wire contract (sections 12 and 18); the others TM Forum's meaning of the states.
 */
import type { Moves } from '../../declare/index.ts'
import type {
  configurationTaskStates,
  executionStates,
  jobStates,
  maturityStates,
  orderStates,
  resourceStatuses,
  serviceStates,
  ticketStates,
} from './states.ts'

/** Product, service, resource and work orders. Only a cancel task opens a cancellation. */
export const orderMoves: Moves<(typeof orderStates)[number]> = {
  acknowledged: {
    inProgress: 'engine',
    rejected: 'engine',
    held: 'client',
    pending: 'engine',
    assessingCancellation: 'task',
  },
  inProgress: {
    pending: 'engine',
    held: 'client',
    completed: 'engine',
    partial: 'engine',
    failed: 'engine',
    assessingCancellation: 'task',
  },
  pending: { inProgress: 'client', held: 'client', assessingCancellation: 'task' },
  held: { inProgress: 'client', pending: 'engine', acknowledged: 'client', assessingCancellation: 'task' },
  // A refused cancellation takes the order back to where it was before.
  assessingCancellation: {
    pendingCancellation: 'engine',
    cancelled: 'engine',
    acknowledged: 'engine',
    inProgress: 'engine',
    pending: 'engine',
    held: 'engine',
  },
  pendingCancellation: { cancelled: 'engine', failed: 'engine' },
  completed: {},
  partial: {},
  failed: {},
  rejected: {},
  cancelled: {},
}

type TaskState<First extends string> = First | 'inProgress' | 'done' | 'terminatedWithError'

const openTask = {
  inProgress: { done: 'client', terminatedWithError: 'client' },
  done: {},
  terminatedWithError: {},
} as const

const ownTask = {
  inProgress: { done: 'engine', terminatedWithError: 'engine' },
  done: {},
  terminatedWithError: {},
} as const

/** Tasks that another system may answer by a patch. */
export const acceptedTaskMoves: Moves<TaskState<'accepted'>> = {
  accepted: { inProgress: 'client' },
  ...openTask,
}

/** The same, for the APIs that call the first state otherwise. */
export const acknowledgedTaskMoves: Moves<TaskState<'acknowledged'>> = {
  acknowledged: { inProgress: 'client' },
  ...openTask,
}

/** Cancel tasks: nobody but us moves them. */
export const acceptedCancelMoves: Moves<TaskState<'accepted'>> = {
  accepted: { inProgress: 'engine' },
  ...ownTask,
}

/** The same, for the APIs that call the first state otherwise. */
export const acknowledgedCancelMoves: Moves<TaskState<'acknowledged'>> = {
  acknowledged: { inProgress: 'engine' },
  ...ownTask,
}

/** Import and export jobs. */
export const jobMoves: Moves<(typeof jobStates)[number]> = {
  'Not Started': { Running: 'engine' },
  Running: { Succeeded: 'engine', Failed: 'engine' },
  Succeeded: {},
  Failed: {},
}

/** Monitors of activations that take long. */
export const monitorMoves: Moves<'InProgress' | 'InError' | 'Completed'> = {
  InProgress: { InError: 'engine', Completed: 'engine' },
  InError: {},
  Completed: {},
}

/** Services, in the inventory and while they are activated; any service not yet active may be given up. */
export const serviceMoves: Moves<(typeof serviceStates)[number]> = {
  feasibilityChecked: { designed: 'client', terminated: 'client' },
  designed: { reserved: 'client', inactive: 'client', terminated: 'client' },
  reserved: { inactive: 'client', active: 'client', terminated: 'client' },
  inactive: { active: 'client', terminated: 'client' },
  active: { inactive: 'client', terminated: 'client' },
  terminated: {},
}

/** Resources, in the inventory and while they are activated; contact with any of them may be lost. */
export const resourceMoves: Moves<(typeof resourceStatuses)[number]> = {
  standby: { available: 'client', unknown: 'client' },
  available: { reserved: 'client', suspended: 'client', alarm: 'client', unknown: 'client' },
  reserved: { available: 'client', unknown: 'client' },
  suspended: { available: 'client', unknown: 'client' },
  alarm: { available: 'client', unknown: 'client' },
  unknown: {
    standby: 'client',
    available: 'client',
    reserved: 'client',
    suspended: 'client',
    alarm: 'client',
  },
}

/** Trouble tickets and service problems; what was resolved may be opened again. */
export const ticketMoves: Moves<(typeof ticketStates)[number]> = {
  acknowledged: { inProgress: 'client', rejected: 'client', cancelled: 'client' },
  inProgress: { pending: 'client', held: 'client', resolved: 'client', cancelled: 'client' },
  pending: { inProgress: 'client' },
  held: { inProgress: 'client' },
  resolved: { closed: 'client', inProgress: 'client' },
  rejected: {},
  cancelled: {},
  closed: {},
}

/** What is managed for testing: it ripens, and what is deprecated is no longer to be used. */
export const maturityMoves: Moves<(typeof maturityStates)[number]> = {
  incomplete: { beta: 'client', stable: 'client', deprecated: 'client' },
  beta: { incomplete: 'client', stable: 'client', deprecated: 'client' },
  stable: { beta: 'client', deprecated: 'client' },
  deprecated: {},
}

/** Runs of tests: the server moves them. */
export const executionMoves: Moves<(typeof executionStates)[number]> = {
  acknowledged: { pending: 'engine', inProgress: 'engine', rejected: 'engine', cancelled: 'engine' },
  pending: { inProgress: 'engine', cancelled: 'engine' },
  inProgress: { completed: 'engine', failed: 'engine', cancelled: 'engine' },
  completed: {},
  failed: {},
  rejected: {},
  cancelled: {},
}

/** Tasks about configurations: the server moves them. */
export const configurationTaskMoves: Moves<(typeof configurationTaskStates)[number]> = {
  acknowledged: { inProgress: 'engine', rejected: 'engine', cancelled: 'engine', done: 'engine' },
  inProgress: { done: 'engine', terminatedWithError: 'engine', cancelled: 'engine' },
  rejected: {},
  cancelled: {},
  done: {},
  terminatedWithError: {},
}
