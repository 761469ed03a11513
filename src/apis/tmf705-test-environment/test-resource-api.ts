/** TMF705 Test Environment 4.0.0. */
import { part, resource } from '../../declare/index.ts'
import { maturityMoves } from '../shared/lifecycles.ts'
import { testItemFacts, testItemFields } from '../shared/testing.ts'
import { TestResourceAPIDefinition } from './parts.ts'

export const TestResourceAPI = resource('TestResourceAPI', {
  ...testItemFacts,
  meaning: 'An API through which test resources are used',
  path: 'testResourceAPI',

  fields: {
    ...testItemFields,
    testResourceAPIDefinition: part(TestResourceAPIDefinition, 'Document that spells out the API').mandatory,
  },

  lifecycle: { of: 'state', starts: 'incomplete', moves: maturityMoves },
})
