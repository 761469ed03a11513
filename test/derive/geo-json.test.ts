import { describe, expect, test } from 'vitest'
import { boxAround, positionsOf } from '../../src/derive/geo-json.ts'

const ring = [
  [8, 50],
  [9, 50],
  [9, 51],
  [8, 50],
]

describe('the positions of a shape', () => {
  test.each([
    ['Point', [8.7, 50.1], 1],
    ['Point', [8.7, 50.1, 112], 1],
    ['MultiPoint', ring, 4],
    ['LineString', ring.slice(0, 2), 2],
    ['MultiLineString', [ring, ring], 8],
    ['Polygon', [ring], 4],
  ])('of a %s are found: %j', (type, coordinates, count) => {
    expect(positionsOf(type, coordinates)).toHaveLength(count)
  })

  test.each([
    ['Point', [8.7]],
    ['Point', ['8.7', 50.1]],
    ['Point', [1, 2, 3, 4]],
    ['Point', [[8.7, 50.1]]],
    ['MultiPoint', []],
    ['LineString', [[8, 50]]],
    ['LineString', [8, 50]],
    ['Polygon', [ring.slice(0, 3)]],
    ['Polygon', [[...ring.slice(0, 3), [8, 51]]]],
    ['Polygon', []],
    ['Polygon', 'here'],
    ['Circle', [8, 50]],
  ])('of a %s are not these: %j', (type, coordinates) => {
    expect(positionsOf(type, coordinates)).toBeUndefined()
  })
})

test('the box is drawn around all positions, with their height when all have one', () => {
  expect(boxAround(ring)).toEqual([8, 50, 9, 51])
  expect(
    boxAround([
      [1, 2, 3],
      [-1, 5, 0],
    ]),
  ).toEqual([-1, 2, 0, 1, 5, 3])
  expect(
    boxAround([
      [1, 2, 3],
      [-1, 5],
    ]),
  ).toEqual([-1, 2, 1, 5])
})
