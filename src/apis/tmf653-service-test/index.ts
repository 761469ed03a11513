import { api } from '../../declare/index.ts'
import { ServiceTest } from './service-test.ts'
import { ServiceTestSpecification } from './service-test-specification.ts'

/** TMF653 Service Test 4.2.0. */
export const ServiceTestApi = api({
  number: 'TMF653',
  name: 'Service Test',
  version: '4.2.0',
  path: '/tmf-api/serviceTestManagement/v4',
  domain: 'Assurance, usage & events',
  resources: [ServiceTest, ServiceTestSpecification],
})

export { ServiceTest, ServiceTestSpecification }
