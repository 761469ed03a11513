/** TMF708 Test Execution 4.0.0. */
import { resource } from '../../declare/index.ts'
import { executionMoves } from '../shared/lifecycles.ts'
import { allocationFields } from '../shared/testing.ts'

export const TestEnvironmentAllocationExecution = resource('TestEnvironmentAllocationExecution', {
  meaning: 'A run that reserves real resources for a test environment',
  path: 'testEnvironmentAllocationExecution',
  verbs: ['list', 'read', 'create', 'remove'],

  fields: allocationFields,

  lifecycle: { of: 'state', starts: 'acknowledged', moves: executionMoves },
  findBy: ['state', 'dataCorrelationId', 'abstractEnvironment.id', 'testScenario.id'],
  announces: ['created', 'deleted', 'stateChanged'],
})
