/** TMF705 Test Environment 4.0.0. */
import { part, resource } from '../../declare/index.ts'
import { maturityMoves } from '../shared/lifecycles.ts'
import { testItemFacts, testItemFields } from '../shared/testing.ts'
import { ConcreteEnvironmentMetaModelDefinition } from './parts.ts'

export const ConcreteEnvironmentMetaModel = resource('ConcreteEnvironmentMetaModel', {
  ...testItemFacts,
  meaning: 'A model of a real test environment’s resources',
  path: 'concreteEnvironmentMetaModel',

  fields: {
    ...testItemFields,
    concreteEnvironmentMetaModelDefinition: part(
      ConcreteEnvironmentMetaModelDefinition,
      'The file that spells the model out',
    ).mandatory,
  },

  lifecycle: { of: 'state', starts: 'incomplete', moves: maturityMoves },
})
