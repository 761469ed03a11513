/** The departures of the suites (TMF908 to 936), which show again what other APIs have; see `departures.ts`. */
import type { Departure } from '../declare/index.ts'

export const departuresOfSuites: readonly Departure[] = [
  {
    api: 'TMF921',
    where: 'Expression.expressionValue',
    what: 'extra attribute',
    reason: 'The file declares it with the subtypes, one for each language',
  },
]
