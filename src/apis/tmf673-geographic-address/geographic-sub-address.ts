/** TMF673 Geographic Address 4.0.1. */
import { resource, text } from '../../declare/index.ts'
import { GeographicAddress } from './geographic-address.ts'

export const GeographicSubAddress = resource('GeographicSubAddress', {
  meaning: 'A building, floor or unit inside one address',
  path: 'geographicSubAddress',
  within: GeographicAddress,
  verbs: ['list', 'read'],
  embeddedAs: 'geographicSubAddress',

  fields: {
    buildingName: text('The name the building is known by'),
    levelNumber: text('Which floor it is, by number'),
    levelType: text('The kind of floor, such as basement'),
    name: text('A clear label for this part of the address'),
    privateStreetName: text('The name of a road inside the site'),
    privateStreetNumber: text('The number along the road inside the site'),
    subAddressType: text('Unit within a property or road within a site'),
    subUnitNumber: text('Which unit it is, often a plain number'),
    subUnitType: text('The kind of unit, such as a flat or shop'),
  },
})
