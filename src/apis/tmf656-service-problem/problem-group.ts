/** TMF656 Service Problem 4.0.0. */
import { list, part, resource } from '../../declare/index.ts'
import { ServiceProblemRef } from '../shared/service.ts'

export const ProblemGroup = resource('ProblemGroup', {
  meaning: 'A request to gather problems under one parent',
  path: 'problemGroup',
  verbs: ['create'],
  isTask: true,

  fields: {
    childProblem: list(ServiceProblemRef, 'Problems to place below the parent').mandatory,
    parentProblem: part(ServiceProblemRef, 'The main problem the others belong to').mandatory,
  },
})
