import { api } from '../../declare/index.ts'
import { TestScenario } from './test-scenario.ts'

/** TMF709 Test Scenario 4.0.0. */
export const TestScenarioApi = api({
  number: 'TMF709',
  name: 'Test Scenario',
  version: '4.0.0',
  path: '/tmf-api/testScenario/v4',
  domain: 'Test management',
  resources: [TestScenario],
})

export { TestScenario }
