/** The closed lists of states and choices that several resources share, each value as the official files have it. */

/** How far an order, or an item of one, has come. */
export const orderStates = [
  'acknowledged',
  'rejected',
  'pending',
  'held',
  'inProgress',
  'cancelled',
  'completed',
  'failed',
  'partial',
  'assessingCancellation',
  'pendingCancellation',
] as const

/** How far a task has come that begins as accepted. */
export const acceptedTaskStates = ['accepted', 'terminatedWithError', 'inProgress', 'done'] as const

/** How far a task has come that begins as acknowledged. */
export const acknowledgedTaskStates = ['acknowledged', 'terminatedWithError', 'inProgress', 'done'] as const

/** How far an import or export has come. */
export const jobStates = ['Not Started', 'Running', 'Succeeded', 'Failed'] as const

/** How far a trouble ticket or service problem has come. */
export const ticketStates = [
  'acknowledged',
  'rejected',
  'pending',
  'held',
  'inProgress',
  'cancelled',
  'closed',
  'resolved',
] as const

/** Where a product is in its life. */
export const productStates = [
  'created',
  'pendingActive',
  'cancelled',
  'active',
  'pendingTerminate',
  'terminated',
  'suspended',
  'aborted',
] as const

/** Where a service is in its life. */
export const serviceStates = [
  'feasibilityChecked',
  'designed',
  'reserved',
  'inactive',
  'active',
  'terminated',
] as const

/** Where a resource is in its life. */
export const resourceStatuses = ['standby', 'alarm', 'available', 'reserved', 'unknown', 'suspended'] as const

/** How the use of a resource is controlled (ITU-T X.731). */
export const administrativeStates = ['locked', 'unlocked', 'shutdown'] as const

/** Whether a resource can work (ITU-T X.731). */
export const operationalStates = ['enable', 'disable'] as const

/** Whether a resource is in use (ITU-T X.731). */
export const usageStates = ['idle', 'active', 'busy'] as const

/** What an order item asks for. */
export const itemActions = ['add', 'modify', 'delete', 'noChange'] as const

/** How mature something managed for testing is. */
export const maturityStates = ['incomplete', 'beta', 'stable', 'deprecated'] as const

/** How far a run of tests has come. */
export const executionStates = [
  'acknowledged',
  'rejected',
  'pending',
  'inProgress',
  'cancelled',
  'completed',
  'failed',
] as const

/** How far a task about configurations has come. */
export const configurationTaskStates = [
  'acknowledged',
  'rejected',
  'inProgress',
  'cancelled',
  'done',
  'terminatedWithError',
] as const
