/** TMF708 Test Execution 4.0.0. */
import { resource, text } from '../../declare/index.ts'
import { executionMoves } from '../shared/lifecycles.ts'
import { testSuiteRunFields } from '../shared/testing.ts'

export const TestSuiteExecution = resource('TestSuiteExecution', {
  meaning: 'One run of a group of tests',
  path: 'testSuiteExecution',
  verbs: ['list', 'read', 'create', 'remove'],

  fields: {
    ...testSuiteRunFields,
    name: text('Name of what is referred to'),
    '@referredType': text('Type of what is referred to'),
  },

  lifecycle: { of: 'state', starts: 'acknowledged', moves: executionMoves },
  findBy: ['state', 'dataCorrelationId', 'testSuite.id'],
  announces: ['created', 'deleted', 'stateChanged'],
})
