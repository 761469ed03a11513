/** Parts that only TMF710 has. */
import { definitionType } from '../shared/testing.ts'

export const GeneralTestArtifactDefinition = definitionType(
  'GeneralTestArtifactDefinition',
  'The file that holds material for testing',
)
