/** TMF704 Test Case 4.0.0. */
import { part, resource } from '../../declare/index.ts'
import { maturityMoves } from '../shared/lifecycles.ts'
import { testItemFacts, testItemFields } from '../shared/testing.ts'
import { NonFunctionalTestModelDefinition } from './parts.ts'

export const NonFunctionalTestModel = resource('NonFunctionalTestModel', {
  ...testItemFacts,
  meaning: 'A plan for testing qualities like speed or safety',
  path: 'nonFunctionalTestModel',

  fields: {
    ...testItemFields,
    nonFunctionalTestModelDefinition: part(
      NonFunctionalTestModelDefinition,
      'The model itself, or where it is found',
    ).mandatory,
  },

  lifecycle: { of: 'state', starts: 'incomplete', moves: maturityMoves },
})
