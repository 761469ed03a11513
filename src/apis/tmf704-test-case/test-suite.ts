/** TMF704 Test Case 4.0.0. */
import { part, resource } from '../../declare/index.ts'
import { maturityMoves } from '../shared/lifecycles.ts'
import { testItemFacts, testItemFields } from '../shared/testing.ts'
import { TestSuiteDefinition } from './parts.ts'

export const TestSuite = resource('TestSuite', {
  ...testItemFacts,
  meaning: 'A group of tests run together',
  path: 'testSuite',

  fields: {
    ...testItemFields,
    testSuiteDefinition: part(TestSuiteDefinition, 'Document that spells out the suite').mandatory,
  },

  lifecycle: { of: 'state', starts: 'incomplete', moves: maturityMoves },
})
