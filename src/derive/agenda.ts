/** How many things go on at the same time. */
import type { Period } from './working-calendar.ts'

/** Periods that are taken: alike ones are counted. */
export interface Taken extends Period {
  readonly count: number
}

/** The most that goes on at any moment of a period. */
export function busiest(taken: readonly Taken[], { starts, ends }: Period): number {
  const during = taken.filter((each) => each.starts < ends && each.ends > starts)
  // What goes on changes upwards only when something begins.
  const moments = new Set([starts, ...during.map((each) => Math.max(each.starts, starts))])
  let most = 0
  for (const moment of moments) {
    const now = during.filter((each) => each.starts <= moment && each.ends > moment)
    most = Math.max(
      most,
      now.reduce((sum, { count }) => sum + count, 0),
    )
  }
  return most
}
