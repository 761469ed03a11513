import { api } from '../../declare/index.ts'
import { TestDataInstance } from './test-data-instance.ts'
import { TestDataSchema } from './test-data-schema.ts'

/** TMF706 Test Data 4.0.0. */
export const TestDataApi = api({
  number: 'TMF706',
  name: 'Test Data',
  version: '4.0.0',
  path: '/tmf-api/testData/v4',
  domain: 'Test management',
  resources: [TestDataInstance, TestDataSchema],
})

export { TestDataInstance, TestDataSchema }
