import { api } from '../../declare/index.ts'
import { Agreement } from './agreement.ts'
import { AgreementSpecification } from './agreement-specification.ts'

/** TMF651 Agreement Management 4.0.0. */
export const AgreementManagementApi = api({
  number: 'TMF651',
  name: 'Agreement Management',
  version: '4.0.0',
  path: '/tmf-api/agreementManagement/v4',
  domain: 'Party & customer',
  resources: [Agreement, AgreementSpecification],
})

export { Agreement, AgreementSpecification }
