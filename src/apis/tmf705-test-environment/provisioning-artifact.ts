/** TMF705 Test Environment 4.0.0. */
import { part, resource } from '../../declare/index.ts'
import { maturityMoves } from '../shared/lifecycles.ts'
import { testItemFacts, testItemFields } from '../shared/testing.ts'
import { ProvisioningArtifactDefinition } from './parts.ts'

export const ProvisioningArtifact = resource('ProvisioningArtifact', {
  ...testItemFacts,
  meaning: 'Something looked after for setting up tests, such as a script',
  path: 'provisioningArtifact',

  fields: {
    ...testItemFields,
    provisioningArtifactDefinition: part(
      ProvisioningArtifactDefinition,
      'The file or content that makes up the artifact',
    ).mandatory,
  },

  lifecycle: { of: 'state', starts: 'incomplete', moves: maturityMoves },
})
