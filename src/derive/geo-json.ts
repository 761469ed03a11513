/** Shapes on the map as GeoJSON has them (RFC 7946): whether they are right, and the box around them. */

/** How deep the positions of a shape lie in its coordinates, and how many of them make one line or ring of it. */
const shapes: Readonly<
  Record<string, { readonly depth: number; readonly atLeast: number; readonly isClosed?: true }>
> = {
  Point: { depth: 0, atLeast: 1 },
  MultiPoint: { depth: 1, atLeast: 1 },
  LineString: { depth: 1, atLeast: 2 },
  MultiLineString: { depth: 2, atLeast: 2 },
  Polygon: { depth: 2, atLeast: 4, isClosed: true },
}

type Position = readonly number[]

/** All positions of a shape; undefined when they are not as the shape asks. */
export function positionsOf(type: string, coordinates: unknown): Position[] | undefined {
  const shape = shapes[type]
  if (shape === undefined) return undefined
  const lines = shape.depth === 2 ? coordinates : [shape.depth === 0 ? [coordinates] : coordinates]
  if (!Array.isArray(lines) || lines.length === 0) return undefined
  const isRight = lines.every(
    (line: unknown): line is Position[] =>
      Array.isArray(line) &&
      line.length >= shape.atLeast &&
      line.every(isPosition) &&
      (!shape.isClosed || isSame(line[0], line.at(-1))),
  )
  return isRight ? lines.flat() : undefined
}

/** The corners of the box around positions: the least of each axis, then the greatest. */
export function boxAround(positions: readonly Position[]): number[] {
  const axes = positions.every((position) => position.length === 3) ? [0, 1, 2] : [0, 1]
  const along = (axis: number, pick: (one: number, other: number) => number) =>
    positions.map((position) => position[axis] ?? 0).reduce(pick)
  return [
    ...axes.map((axis) => along(axis, (one, other) => Math.min(one, other))),
    ...axes.map((axis) => along(axis, (one, other) => Math.max(one, other))),
  ]
}

function isPosition(value: unknown): value is Position {
  return (
    Array.isArray(value) &&
    (value.length === 2 || value.length === 3) &&
    value.every((number) => typeof number === 'number')
  )
}

const isSame = (one: Position | undefined, other: Position | undefined): boolean =>
  one?.length === other?.length && (one ?? []).every((number, axis) => number === other?.[axis])
