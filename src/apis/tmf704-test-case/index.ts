import { api } from '../../declare/index.ts'
import { NonFunctionalTestModel } from './non-functional-test-model.ts'
import { TestCase } from './test-case.ts'
import { TestSuite } from './test-suite.ts'

/** TMF704 Test Case 4.0.0. */
export const TestCaseApi = api({
  number: 'TMF704',
  name: 'Test Case',
  version: '4.0.0',
  path: '/tmf-api/testCase/v4',
  domain: 'Test management',
  resources: [TestCase, TestSuite, NonFunctionalTestModel],
})

export { NonFunctionalTestModel, TestCase, TestSuite }
