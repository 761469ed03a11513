import { api } from '../../declare/index.ts'
import { AbstractEnvironment } from './abstract-environment.ts'
import { ConcreteEnvironmentMetaModel } from './concrete-environment-meta-model.ts'
import { ProvisioningArtifact } from './provisioning-artifact.ts'
import { TestResourceAPI } from './test-resource-api.ts'

/** TMF705 Test Environment 4.0.0. */
export const TestEnvironmentApi = api({
  number: 'TMF705',
  name: 'Test Environment',
  version: '4.0.0',
  path: '/tmf-api/testEnvironment/v4',
  domain: 'Test management',
  resources: [AbstractEnvironment, ConcreteEnvironmentMetaModel, TestResourceAPI, ProvisioningArtifact],
})

export { AbstractEnvironment, ConcreteEnvironmentMetaModel, ProvisioningArtifact, TestResourceAPI }
