/** TMF708 Test Execution 4.0.0. */
import { resource } from '../../declare/index.ts'
import { executionMoves } from '../shared/lifecycles.ts'
import { provisioningFields } from '../shared/testing.ts'

export const TestEnvironmentProvisioningExecution = resource('TestEnvironmentProvisioningExecution', {
  meaning: 'A run that sets up a test environment',
  path: 'testEnvironmentProvisioningExecution',
  verbs: ['list', 'read', 'create', 'remove'],

  fields: provisioningFields,

  lifecycle: { of: 'state', starts: 'acknowledged', moves: executionMoves },
  findBy: ['state', 'dataCorrelationId', 'provisioningArtifact.id'],
  announces: ['created', 'deleted', 'stateChanged'],
})
