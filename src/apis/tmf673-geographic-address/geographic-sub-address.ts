/** TMF673 Geographic Address 4.0.1. */
import { resource } from '../../declare/index.ts'
import { GeographicAddress } from './geographic-address.ts'
import { subAddressFields } from './sub-address-fields.ts'

export const GeographicSubAddress = resource('GeographicSubAddress', {
  meaning: 'A building, floor or unit inside one address',
  path: 'geographicSubAddress',
  within: GeographicAddress,
  verbs: ['list', 'read'],
  embeddedAs: 'geographicSubAddress',

  fields: subAddressFields,
})
