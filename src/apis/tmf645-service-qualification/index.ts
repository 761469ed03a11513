import { api } from '../../declare/index.ts'
import { CheckServiceQualification } from './check-service-qualification.ts'
import { QueryServiceQualification } from './query-service-qualification.ts'

/** TMF645 Service Qualification 4.0.0. */
export const ServiceQualificationApi = api({
  number: 'TMF645',
  name: 'Service Qualification',
  version: '4.0.0',
  path: '/tmf-api/serviceQualificationManagement/v4',
  domain: 'Qualification',
  resources: [CheckServiceQualification, QueryServiceQualification],
})

export { CheckServiceQualification, QueryServiceQualification }
