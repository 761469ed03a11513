/** TMF706 Test Data 4.0.0. */
import { part, resource } from '../../declare/index.ts'
import { maturityMoves } from '../shared/lifecycles.ts'
import { testItemFacts, testItemFields } from '../shared/testing.ts'
import { TestDataInstanceDefinition } from './parts.ts'

export const TestDataInstance = resource('TestDataInstance', {
  ...testItemFacts,
  meaning: 'A set of data that tests are run with',
  path: 'testDataInstance',

  fields: {
    ...testItemFields,
    testDataInstanceDefinition: part(TestDataInstanceDefinition, 'Document that holds the data').mandatory,
  },

  lifecycle: { of: 'state', starts: 'incomplete', moves: maturityMoves },
})
