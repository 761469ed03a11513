import { api } from '../../declare/index.ts'
import { NonFunctionalTestResult } from './non-functional-test-result.ts'
import { TestCaseResult } from './test-case-result.ts'
import { TestSuiteResult } from './test-suite-result.ts'

/** TMF707 Test Result 4.0.0. */
export const TestResultApi = api({
  number: 'TMF707',
  name: 'Test Result',
  version: '4.0.0',
  path: '/tmf-api/testResult/v4',
  domain: 'Test management',
  resources: [TestCaseResult, TestSuiteResult, NonFunctionalTestResult],
})

export { NonFunctionalTestResult, TestCaseResult, TestSuiteResult }
