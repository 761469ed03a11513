import { api } from '../../declare/index.ts'
import { Partnership } from './partnership.ts'
import { PartnershipSpecification } from './partnership-specification.ts'

/** TMF668 Partnership Type 4.0. */
export const PartnershipTypeApi = api({
  number: 'TMF668',
  name: 'Partnership Type',
  version: '4.0',
  path: '/tmf-api/partnershipManagement/v4',
  domain: 'Party & customer',
  resources: [PartnershipSpecification, Partnership],
})

export { Partnership, PartnershipSpecification }
