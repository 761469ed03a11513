/** The differences from the official files that `src/apis/departures.ts` explains. */
import { departures } from '../../src/apis/departures.ts'
import { type Departure, fits } from '../../src/declare/index.ts'
import type { Difference } from './differences.ts'

export function explainedDifferences(): readonly Departure[] {
  return departures
}

export function isExplainedBy(difference: Difference, row: Departure): boolean {
  return difference.what === row.what && fits(difference.api, row.api) && fits(difference.where, row.where)
}
