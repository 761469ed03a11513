/** TMF656 Service Problem 4.0.0. */
import { list, part, resource } from '../../declare/index.ts'
import { ServiceProblemRef } from '../shared/service.ts'
import { TrackingRecord } from '../shared/tracking-record.ts'

export const ProblemUnacknowledgement = resource('ProblemUnacknowledgement', {
  meaning: 'A request to take back the confirmation of problems',
  path: 'problemUnacknowledgement',
  verbs: ['create'],
  isTask: true,

  fields: {
    problem: list(ServiceProblemRef, 'Problems whose confirmation should be taken back').mandatory,
    trackingRecord: part(TrackingRecord, 'Who took it back, and when'),
    unackProblem: list(ServiceProblemRef, 'Problems whose confirmation has been taken back'),
  },
})
