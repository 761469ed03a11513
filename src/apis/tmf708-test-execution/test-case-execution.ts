/** TMF708 Test Execution 4.0.0. */
import { resource } from '../../declare/index.ts'
import { executionMoves } from '../shared/lifecycles.ts'
import { testCaseRunFields } from '../shared/testing.ts'

export const TestCaseExecution = resource('TestCaseExecution', {
  meaning: 'One run of a single test',
  path: 'testCaseExecution',
  verbs: ['list', 'read', 'create', 'remove'],

  fields: testCaseRunFields,

  lifecycle: { of: 'state', starts: 'acknowledged', moves: executionMoves },
  findBy: ['state', 'dataCorrelationId', 'testCase.id'],
  announces: ['created', 'deleted', 'stateChanged'],
})
