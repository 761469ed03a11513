/** TMF656 Service Problem 4.0.0. */
import { list, part, resource } from '../../declare/index.ts'
import { ServiceProblemRef } from '../shared/service.ts'
import { TrackingRecord } from '../shared/tracking-record.ts'

export const ProblemAcknowledgement = resource('ProblemAcknowledgement', {
  meaning: 'A request to confirm that problems have been seen',
  path: 'problemAcknowledgement',
  verbs: ['create'],
  isTask: true,

  fields: {
    ackProblem: list(ServiceProblemRef, 'Problems now confirmed as seen'),
    problem: list(ServiceProblemRef, 'Problems the handler should confirm').mandatory,
    trackingRecord: part(TrackingRecord, 'Who confirmed what, and when'),
  },
})
