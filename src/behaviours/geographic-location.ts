/** TMF675: a location is of the shape its `@type` names, and the server draws the box around it. */

import { type Document, refuse } from '../declare/index.ts'
import { aOrAn } from '../derive/article.ts'
import { boxAround, positionsOf } from '../derive/geo-json.ts'
import type { Behaviour } from '../resources/behaviour.ts'
import type { Author } from '../resources/caller.ts'
import type { Work } from '../resources/work.ts'

const kind = 'GeographicLocation'

/** The behaviour of locations. */
export function* geographicLocations(): Iterable<readonly [string, Behaviour]> {
  yield [kind, { onCreate: draw, onChange: (work, _before, after, by) => draw(work, after, by) }]
}

async function draw(work: Work, location: Document, by: Author): Promise<void> {
  const { page } = work.model.homeOf(kind)
  const geoJson = location.geoJson as { type: string; coordinates: unknown } | undefined
  if (geoJson === undefined) {
    work.change(page, location.id, { bbox: undefined }, by)
    return
  }
  const named = `GeoJson${geoJson.type}`
  const type = String(location['@type'] ?? named)
  if (type.startsWith('GeoJson') && type !== named) {
    throw refuse(
      'invalidFormat',
      `geoJson.type is ${geoJson.type}, which is not the shape of ${aOrAn(type.slice(0, 100))}`,
    )
  }
  const positions = positionsOf(geoJson.type, geoJson.coordinates)
  if (positions === undefined) {
    throw refuse(
      'invalidFormat',
      `geoJson.coordinates are not those of ${aOrAn(String(geoJson.type))} (RFC 7946)`,
      {
        errorItem: [
          { code: 'invalidFormat', path: 'geoJson.coordinates', message: `are not a ${geoJson.type}` },
        ],
      },
    )
  }
  work.change(page, location.id, { '@type': type, bbox: boxAround(positions) }, by)
}
