import { api } from '../../declare/index.ts'
import { NonFunctionalTestExecution } from './non-functional-test-execution.ts'
import { TestCaseExecution } from './test-case-execution.ts'
import { TestEnvironmentAllocationExecution } from './test-environment-allocation-execution.ts'
import { TestEnvironmentProvisioningExecution } from './test-environment-provisioning-execution.ts'
import { TestSuiteExecution } from './test-suite-execution.ts'

/** TMF708 Test Execution 4.0.0. */
export const TestExecutionApi = api({
  number: 'TMF708',
  name: 'Test Execution',
  version: '4.0.0',
  path: '/tmf-api/testExecution/v4',
  domain: 'Test management',
  resources: [
    TestEnvironmentAllocationExecution,
    TestEnvironmentProvisioningExecution,
    TestCaseExecution,
    TestSuiteExecution,
    NonFunctionalTestExecution,
  ],
})

export {
  NonFunctionalTestExecution,
  TestCaseExecution,
  TestEnvironmentAllocationExecution,
  TestEnvironmentProvisioningExecution,
  TestSuiteExecution,
}
