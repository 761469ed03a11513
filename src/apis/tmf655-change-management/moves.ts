/** How a change request moves: asked for, authorised, planned, carried out, looked back on. */
import type { Moves } from '../../declare/index.ts'

export const changeStatuses = [
  'acknowledged',
  'requestForAuthorization',
  'waitForApproval',
  'approved',
  'scheduled',
  'postImplementationReview',
  'fallbackExecution',
  'cancelled',
  'rejected',
  'inProgress',
  'failed',
  'completed',
] as const

const givenUp = { cancelled: 'client', rejected: 'client' } as const

export const changeMoves: Moves<(typeof changeStatuses)[number]> = {
  acknowledged: { requestForAuthorization: 'client', waitForApproval: 'client', ...givenUp },
  requestForAuthorization: { waitForApproval: 'client', approved: 'client', ...givenUp },
  waitForApproval: { approved: 'client', ...givenUp },
  approved: { scheduled: 'client', inProgress: 'client', cancelled: 'client' },
  scheduled: { inProgress: 'client', approved: 'client', cancelled: 'client' },
  inProgress: {
    postImplementationReview: 'client',
    fallbackExecution: 'client',
    completed: 'client',
    failed: 'client',
  },
  // What went wrong is taken back; the change may then be planned anew.
  fallbackExecution: { postImplementationReview: 'client', scheduled: 'client', failed: 'client' },
  postImplementationReview: { completed: 'client', failed: 'client' },
  completed: {},
  failed: {},
  cancelled: {},
  rejected: {},
}
