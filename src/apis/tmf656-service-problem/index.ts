import { api } from '../../declare/index.ts'
import { ProblemAcknowledgement } from './problem-acknowledgement.ts'
import { ProblemGroup } from './problem-group.ts'
import { ProblemUnacknowledgement } from './problem-unacknowledgement.ts'
import { ProblemUngroup } from './problem-ungroup.ts'
import { ServiceProblem } from './service-problem.ts'
import { ServiceProblemEventRecord } from './service-problem-event-record.ts'

/** TMF656 Service Problem 4.0.0. */
export const ServiceProblemApi = api({
  number: 'TMF656',
  name: 'Service Problem',
  version: '4.0.0',
  path: '/tmf-api/serviceProblemManagement/v4',
  domain: 'Assurance, usage & events',
  resources: [
    ServiceProblem,
    ServiceProblemEventRecord,
    ProblemAcknowledgement,
    ProblemUnacknowledgement,
    ProblemGroup,
    ProblemUngroup,
  ],
})

export {
  ProblemAcknowledgement,
  ProblemGroup,
  ProblemUnacknowledgement,
  ProblemUngroup,
  ServiceProblem,
  ServiceProblemEventRecord,
}
