/** Parts of the place domain: addresses, sites and positions. */
import { any, entity, list, oneOf, part, reference, text, type } from '../../declare/index.ts'

const shapes = ['Point', 'MultiPoint', 'LineString', 'MultiLineString', 'Polygon'] as const

export const Geometry = type('Geometry', 'A shape as GeoJSON has it (RFC 7946)', {
  type: oneOf(shapes, 'Which shape it is').mandatory,
  coordinates: any('Its positions, each longitude and latitude, nested as the shape asks').mandatory,
})

/** A location by its shape, which its `@type` names as `GeoJsonPoint` and so on. */
export const locationShapes = shapes.map((shape) => {
  const { coordinates } = Geometry.fields
  const ofShape = { type: oneOf([shape], 'Which shape it is').mandatory, coordinates }
  return type(`GeoJson${shape}`, `A location that GeoJSON calls a ${shape}`, {
    geoJson: part(type(shape, `A ${shape} as GeoJSON has it`, ofShape), 'The positions that make it up'),
  })
})

export const GeographicLocationRefOrValue = entity(
  'GeographicLocationRefOrValue',
  'A map location, given in full or by pointer',
  {
    name: text('A familiar label for the location'),
    bbox: list('number', 'The corner coordinates of a box around the location'),
    '@referredType': text('Type of what is referred to'),
  },
).withSubtypes(...locationShapes)

export const GeographicSubAddress = entity(
  'GeographicSubAddress',
  'A building, floor or unit inside one address',
  {
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
)

export const GeographicAddress = entity('GeographicAddress', 'A postal or street address, split into parts', {
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
  geographicSubAddress: list(GeographicSubAddress, 'Flats, floors or units within the address'),
})

export const PlaceRef = reference('PlaceRef', 'A pointer to a place of sale or delivery', {}).naming(
  'GeographicAddress',
  'GeographicSite',
  'GeographicLocation',
)

export const PlaceRefOrValue = entity('PlaceRefOrValue', 'A place, given in full or by pointer', {
  name: text('A familiar label for the place'),
  '@referredType': text('Type of what is referred to'),
}).naming('GeographicAddress', 'GeographicSite', 'GeographicLocation')

export const RelatedPlace = entity('RelatedPlace', 'A place, with the part it plays', {
  name: text('What people call the place'),
  role: text('What the place is used for here'),
  '@referredType': text('Type of what is referred to'),
}).naming('GeographicAddress', 'GeographicSite', 'GeographicLocation')

export const RelatedPlaceRefOrValue = entity(
  'RelatedPlaceRefOrValue',
  'A place, and the part it plays here',
  {
    name: text('Everyday label for the place, such as Main Home'),
    role: text('What the place is for, such as installation address').mandatory,
    '@referredType': text('Type of what is referred to'),
  },
).naming('GeographicAddress', 'GeographicSite', 'GeographicLocation')

export const HourPeriod = type('HourPeriod', 'A stretch of hours within a day', {
  endHour: text('Hour at which the stretch ends'),
  startHour: text('Hour at which the stretch begins'),
})

export const CalendarPeriod = type('CalendarPeriod', 'Days and hours that share one availability', {
  day: text('Which day or days of the week are meant'),
  status: text('Whether the time is free or taken'),
  timeZone: text('The time zone that the hours are given in'),
  hourPeriod: list(HourPeriod, 'Stretches of hours within those days'),
})
