/** Parts that only TMF684 has, or has otherwise than the shared ones. */
import { dateTime, entity, list, part, text, type } from '../../declare/index.ts'

export const GeographicPointType = type(
  'GeographicPointType',
  'One spot on earth, given by its coordinates',
  {
    x: text('First coordinate, most often the latitude').mandatory,
    y: text('Second coordinate, most often the longitude').mandatory,
    z: text('Third coordinate, most often the height'),
    accuracy: text('How exact the coordinates of the spot are'),
    spatialRef: text('Reference system of its coordinates'),
  },
)

export const GeographicLocationType = entity(
  'GeographicLocationType',
  'A position or shape on earth, given by coordinates',
  {
    name: text('What the location is called'),
    type: text('What form it has, such as point or polygon').mandatory,
    geographicPoint: list(GeographicPointType, 'Points that make up the position or shape').mandatory,
    accuracy: text('How exact the coordinates are'),
    spatialRef: text('Reference system its coordinates are given in'),
  },
)

export const SubAddressType = entity('SubAddressType', 'A place within an address, like a flat or floor', {
  type: text('Whether it is a unit or a private street'),
  name: text('What this part of the address is called'),
  subUnitType: text('What kind of unit it is, like a flat or shop'),
  subUnitNumber: text('Which unit it is, or which range of units'),
  levelType: text('What kind of floor it is on'),
  levelNumber: text('Which of several floors of that kind'),
  buildingName: text('What the building is known as'),
  privateStreetName: text('What a street inside the property is called'),
  privateStreetNumber: text('House number on the private street'),
})

export const AddressType = type('AddressType', 'Where mail reaches someone', {
  streetNr: text('House number, or the first of a range').mandatory,
  streetNrSuffix: text('What follows the house number'),
  streetNrLast: text('Last house number when the address spans several'),
  streetNrLastSuffix: text('What follows the last house number'),
  streetName: text('What the street is called').mandatory,
  streetType: text('Whether it is a street, avenue, square and so on').mandatory,
  streetSuffix: text('What follows the street name'),
  postcode: text('The code that mail is sorted by').mandatory,
  locality: text('The district or borough within the town').mandatory,
  city: text('The town or municipality').mandatory,
  stateOrProvince: text('The state, province or region it lies in').mandatory,
  country: text('Which country the address lies in').mandatory,
  geographicLocation: part(GeographicLocationType, 'Where the address lies on the map'),
  geographicSubAddress: part(SubAddressType, 'Building, floor or unit within the address'),
})

export const CheckpointType = type('CheckpointType', 'A point where a parcel was scanned on its way', {
  status: text('How the parcel was doing when scanned'),
  message: text('What was done with the parcel there, in words'),
  date: dateTime('When the parcel was scanned'),
  checkPost: text('Name of the spot, as shown to people'),
  city: text('The town where the parcel was scanned'),
  stateOrProvince: text('The part of the country where it was scanned'),
  country: text('The country where the parcel was scanned'),
})

export const OrderRefType = entity('OrderRefType', 'A pointer to an order kept elsewhere', {
  id: text('Identifier of what is meant').mandatory,
  name: text('Name of the order as shown to people'),
  '@referredType': text('Type of what is referred to'),
})
