import { api } from '../../declare/index.ts'
import { GeographicAddress } from './geographic-address.ts'
import { GeographicAddressValidation } from './geographic-address-validation.ts'
import { GeographicSubAddress } from './geographic-sub-address.ts'

/** TMF673 Geographic Address 4.0.1. */
export const GeographicAddressApi = api({
  number: 'TMF673',
  name: 'Geographic Address',
  version: '4.0.1',
  path: '/tmf-api/geographicAddressManagement/v4',
  domain: 'Qualification',
  resources: [GeographicAddressValidation, GeographicAddress, GeographicSubAddress],
})

export { GeographicAddress, GeographicAddressValidation, GeographicSubAddress }
