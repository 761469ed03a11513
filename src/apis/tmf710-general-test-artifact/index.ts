import { api } from '../../declare/index.ts'
import { GeneralTestArtifact } from './general-test-artifact.ts'

/** TMF710 General Test Artifact 4.0.0. */
export const GeneralTestArtifactApi = api({
  number: 'TMF710',
  name: 'General Test Artifact',
  version: '4.0.0',
  path: '/tmf-api/generalTestArtifact/v4',
  domain: 'Test management',
  resources: [GeneralTestArtifact],
})

export { GeneralTestArtifact }
