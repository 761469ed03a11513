/** TMF673 Geographic Address 4.0.1. */
import { list, part, resource, text } from '../../declare/index.ts'
import { GeographicLocationRefOrValue } from '../shared/place.ts'
import { HeldSubAddress } from './sub-address-fields.ts'

export const GeographicAddress = resource('GeographicAddress', {
  meaning: 'A postal or street address, split into parts',
  path: 'geographicAddress',
  verbs: ['list', 'read'],

  fields: {
    city: text('The town or city').orElse(''),
    country: text('Which country it lies in').orElse(''),
    locality: text('The suburb, village or rural district').orElse(''),
    name: text('A familiar label people use for the place'),
    postcode: text('The postal code used to sort mail').orElse(''),
    stateOrProvince: text('The state, province or similar region').orElse(''),
    streetName: text('What the street is called').orElse(''),
    streetNr: text('The house number, or the first of a range').orElse(''),
    streetNrLast: text('The highest house number when a range applies'),
    streetNrLastSuffix: text('The letter after the last number in a range'),
    streetNrSuffix: text('The letter after the house number'),
    streetSuffix: text('A direction added to the street, such as North'),
    streetType: text('The kind of street, for example avenue or lane').orElse(''),
    geographicLocation: part(GeographicLocationRefOrValue, 'Where the address sits on a map'),
    geographicSubAddress: list(HeldSubAddress, 'Flats, floors or units within the address').orElse([]),
  },

  findBy: ['postcode', 'city', 'streetName', 'country'],
})
