/** TMF656 Service Problem 4.0.0. */
import { list, part, resource } from '../../declare/index.ts'
import { ServiceProblemRef } from '../shared/service.ts'

export const ProblemUngroup = resource('ProblemUngroup', {
  meaning: 'A request to separate problems from their parent',
  path: 'problemUngroup',
  verbs: ['create'],
  isTask: true,

  fields: {
    childProblem: list(ServiceProblemRef, 'Problems to take out of the group').mandatory,
    parentProblem: part(ServiceProblemRef, 'The main problem they are leaving').mandatory,
  },
})
