/** Which of the declared departures concern an API. */
import { type ApiPage, type Departure, fits } from '../declare/index.ts'

/** The departures of the API itself, and those it shares with others. */
export interface DeparturesOf {
  readonly own: readonly Departure[]
  readonly shared: readonly Departure[]
}

/** Picks from all departures; `types` are the names of the types the API has. */
export function departuresOf(
  api: ApiPage,
  all: readonly Departure[],
  types: ReadonlySet<string>,
): DeparturesOf {
  const concerning = all.filter((row) => fits(api.number, row.api))
  const shared = concerning.filter(({ api: pattern }) => pattern.includes('*'))
  return {
    own: concerning.filter((row) => !shared.includes(row)),
    shared: shared.filter(({ where }) => [...types].some((type) => fits(type, where.split('.')[0] ?? ''))),
  }
}
