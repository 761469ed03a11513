/** TMF706 Test Data 4.0.0. */
import { part, resource } from '../../declare/index.ts'
import { maturityMoves } from '../shared/lifecycles.ts'
import { testItemFacts, testItemFields } from '../shared/testing.ts'
import { TestDataSchemaDefinition } from './parts.ts'

export const TestDataSchema = resource('TestDataSchema', {
  ...testItemFacts,
  meaning: 'The shape that data for tests must have',
  path: 'testDataSchema',

  fields: {
    ...testItemFields,
    testDataSchemaDefinition: part(TestDataSchemaDefinition, 'Document that spells out the schema').mandatory,
  },

  lifecycle: { of: 'state', starts: 'incomplete', moves: maturityMoves },
})
