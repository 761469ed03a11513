/** TMF710 General Test Artifact 4.0.0. */
import { part, resource } from '../../declare/index.ts'
import { maturityMoves } from '../shared/lifecycles.ts'
import { testItemFacts, testItemFields } from '../shared/testing.ts'
import { GeneralTestArtifactDefinition } from './parts.ts'

export const GeneralTestArtifact = resource('GeneralTestArtifact', {
  ...testItemFacts,
  meaning: 'Any material kept under control for use in testing',
  path: 'generalTestArtifact',

  fields: {
    ...testItemFields,
    generalArtifactDefinition: part(
      GeneralTestArtifactDefinition,
      'The material itself, or where it is found',
    ),
  },

  lifecycle: { of: 'state', starts: 'incomplete', moves: maturityMoves },
})
