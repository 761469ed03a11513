/** Parts that only TMF705 has. */
import { definitionType } from '../shared/testing.ts'

export const AbstractEnvironmentDefinition = definitionType(
  'AbstractEnvironmentDefinition',
  'A document that defines an abstract test environment',
)

export const ConcreteEnvironmentMetaModelDefinition = definitionType(
  'ConcreteEnvironmentMetaModelDefinition',
  'A file that spells out a test environment model',
)

export const ProvisioningArtifactDefinition = definitionType(
  'ProvisioningArtifactDefinition',
  'The file or content that makes up a provisioning artifact',
)

export const TestResourceAPIDefinition = definitionType(
  'TestResourceAPIDefinition',
  'A document that spells out a test resource’s API',
)
