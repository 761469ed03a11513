/** Parts that only TMF675 has. */
import { any, oneOf, type } from '../../declare/index.ts'

/** The shapes a location may have; its `@type` names them as `GeoJsonPoint` and so on. */
export const shapes = ['Point', 'MultiPoint', 'LineString', 'MultiLineString', 'Polygon'] as const

export const Geometry = type('Geometry', 'A shape as GeoJSON has it (RFC 7946)', {
  type: oneOf(shapes, 'Which shape it is').mandatory,
  coordinates: any('Its positions, each longitude and latitude, nested as the shape asks').mandatory,
})
