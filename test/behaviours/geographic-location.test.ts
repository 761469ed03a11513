/** Locations (TMF675) know their shape and the box around it. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rejectionOf } from '../derive/refusal.ts'
import { Office } from './office.ts'

let office: Office
beforeAll(async () => {
  office = await Office.open()
})
afterAll(() => office.close())

const line = (...coordinates: readonly number[][]) => ({ type: 'LineString', coordinates })
const locate = (geoJson: object, more: object = {}) =>
  office.create('GeographicLocation', { geoJson, ...more })

test('a location names its type and its box, which follow its shape', async () => {
  const { id, ...location } = await locate(line([8, 50], [9, 49]))
  expect(location).toMatchObject({ '@type': 'GeoJsonLineString', bbox: [8, 49, 9, 50] })
  const moved = await office.patch('GeographicLocation', id, { geoJson: line([1, 2], [3, 4]) })
  expect(moved.bbox).toEqual([1, 2, 3, 4])
  expect(await office.patch('GeographicLocation', id, { geoJson: null })).not.toHaveProperty('bbox')
})

test('a location without a shape has no box', async () => {
  expect(
    await office.create('GeographicLocation', { name: 'Here', '@type': 'GeoJsonPoint' }),
  ).not.toHaveProperty('bbox')
})

test.each([
  ['of coordinates that are not its shape’s', line([8, 50]), {}, 'invalidFormat'],
  [
    'of another shape than its type says',
    line([8, 50], [9, 49]),
    { '@type': 'GeoJsonPoint' },
    'invalidEnumValue',
  ],
])('a location %s is refused', async (_, geoJson, more, code) => {
  expect((await rejectionOf(locate(geoJson, more))).code).toBe(code)
})
