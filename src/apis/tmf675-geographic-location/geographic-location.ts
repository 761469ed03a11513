/** TMF675 Geographic Location 4.0.0. */
import { list, part, resource, text } from '../../declare/index.ts'
import { Geometry, locationShapes } from '../shared/place.ts'

export const GeographicLocation = resource('GeographicLocation', {
  meaning: 'A point, line or area on the map',
  path: 'geographicLocation',

  fields: {
    name: text('What people call the place'),
    bbox: list('number', 'Corners of the box that surrounds it').serverOwned,
    geoJson: part(Geometry, 'Its shape and the positions that make it up'),
  },

  subtypes: locationShapes,
  findBy: ['name', 'geoJson.type'],
  keptWhileUsedIn: 'anyDomain',
  announces: ['created', 'changed', 'deleted'],
  example: { name: 'Corner of Dorset Street', geoJson: { type: 'Point', coordinates: [-0.157, 51.521] } },
})
