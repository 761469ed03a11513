/** TMF673 Geographic Address 4.0.1. */
import { list, part, resource, text } from '../../declare/index.ts'
import { GeographicLocationRefOrValue, GeographicSubAddress } from '../shared/place.ts'

export const GeographicAddress = resource('GeographicAddress', {
  meaning: 'A postal or street address, split into parts',
  path: 'geographicAddress',
  verbs: ['list', 'read'],

  fields: {
    city: text('The town or city'),
    country: text('Which country it lies in'),
    locality: text('The suburb, village or rural district'),
    name: text('A familiar label people use for the place'),
    postcode: text('The postal code used to sort mail'),
    stateOrProvince: text('The state, province or similar region'),
    streetName: text('What the street is called'),
    streetNr: text('The house number, or the first of a range'),
    streetNrLast: text('The highest house number when a range applies'),
    streetNrLastSuffix: text('The letter after the last number in a range'),
    streetNrSuffix: text('The letter after the house number'),
    streetSuffix: text('A direction added to the street, such as North'),
    streetType: text('The kind of street, for example avenue or lane'),
    geographicLocation: part(GeographicLocationRefOrValue, 'Where the address sits on a map'),
    geographicSubAddress: list(GeographicSubAddress, 'Flats, floors or units within the address').orElse([]),
  },

  findBy: ['postcode', 'city', 'streetName', 'country'],
})
