/** TMF708 Test Execution 4.0.0. */
import { resource } from '../../declare/index.ts'
import { executionMoves } from '../shared/lifecycles.ts'
import { nonFunctionalRunFields } from '../shared/testing.ts'

export const NonFunctionalTestExecution = resource('NonFunctionalTestExecution', {
  meaning: 'One run of a test for qualities like speed',
  path: 'nonFunctionalTestExecution',
  verbs: ['list', 'read', 'create', 'remove'],

  fields: nonFunctionalRunFields,

  lifecycle: { of: 'state', starts: 'acknowledged', moves: executionMoves },
  findBy: ['state', 'dataCorrelationId', 'nonFunctionalTestModel.id'],
  announces: ['created', 'deleted', 'stateChanged'],
})
