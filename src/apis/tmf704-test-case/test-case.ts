/** TMF704 Test Case 4.0.0. */
import { part, resource } from '../../declare/index.ts'
import { maturityMoves } from '../shared/lifecycles.ts'
import { testItemFacts, testItemFields } from '../shared/testing.ts'
import { TestCaseDefinition } from './parts.ts'

export const TestCase = resource('TestCase', {
  ...testItemFacts,
  meaning: 'A single test that can be run',
  path: 'testCase',

  fields: {
    ...testItemFields,
    testCaseDefinition: part(TestCaseDefinition, 'Document that spells out the test').mandatory,
  },

  lifecycle: { of: 'state', starts: 'incomplete', moves: maturityMoves },
})
