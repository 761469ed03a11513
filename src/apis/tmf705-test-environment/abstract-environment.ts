/** TMF705 Test Environment 4.0.0. */
import { part, resource } from '../../declare/index.ts'
import { maturityMoves } from '../shared/lifecycles.ts'
import { testItemFacts, testItemFields } from '../shared/testing.ts'
import { AbstractEnvironmentDefinition } from './parts.ts'

export const AbstractEnvironment = resource('AbstractEnvironment', {
  ...testItemFacts,
  meaning: 'A test environment described independently of any concrete setup',
  path: 'abstractEnvironment',

  fields: {
    ...testItemFields,
    abstractEnvironmentDefinition: part(
      AbstractEnvironmentDefinition,
      'The document that defines the environment',
    ).mandatory,
  },

  lifecycle: { of: 'state', starts: 'incomplete', moves: maturityMoves },
})
