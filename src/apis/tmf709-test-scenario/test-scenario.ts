/** TMF709 Test Scenario 4.0.0. */
import { part, resource } from '../../declare/index.ts'
import { maturityMoves } from '../shared/lifecycles.ts'
import { testItemFacts, testItemFields } from '../shared/testing.ts'
import { TestScenarioDefinition } from './parts.ts'

export const TestScenario = resource('TestScenario', {
  ...testItemFacts,
  meaning: 'A situation that is to be tested',
  path: 'testScenario',

  fields: {
    ...testItemFields,
    testScenarioDefinition: part(TestScenarioDefinition, 'Document that spells out the scenario').mandatory,
  },

  lifecycle: { of: 'state', starts: 'incomplete', moves: maturityMoves },
})
