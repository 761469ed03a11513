/** TMF914 IoT Service Management 4.0.0: the tests of TMF653, as this suite shows them. */
import { ServiceTest as AnyServiceTest } from '../tmf653-service-test/service-test.ts'
import { ServiceTestSpecification as AnyServiceTestSpecification } from '../tmf653-service-test/service-test-specification.ts'

export const ServiceTest = AnyServiceTest.again()
export const ServiceTestSpecification = AnyServiceTestSpecification.again()
