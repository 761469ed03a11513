/** The figures that were recorded of late, for those who watch or gather them. */
import { refuse } from '../declare/index.ts'
import { type Figure, figureSources, MeasuredObject } from '../derive/figure.ts'
import { parseFilter } from '../derive/filter.ts'
import { matches } from '../derive/matches.ts'
import { parseQuery } from '../derive/query-string.ts'
import type { Work } from '../resources/work.ts'
import { newestDocuments } from '../store/newest.ts'

/** How many documents of each kind are looked through for figures. */
const lookBack = 500

/** The figures recorded since a moment, among those of the newest documents; newest first. */
export async function figuresSince(work: Work, since: string): Promise<Figure[]> {
  const found: Figure[] = []
  for (const [kind, figuresIn] of Object.entries(figureSources)) {
    const { page } = work.model.homeOf(kind)
    for (const { doc } of await newestDocuments(work.tx, page, { since, limit: lookBack })) {
      found.push(...figuresIn(doc))
    }
  }
  return found
}

/** A condition on what is measured, such as `id=svc-1,svc-2`. Throws refusals that say what is wrong with it. */
export function objectFilter(text: string): (figure: Figure) => boolean {
  const { parameters, conditions } = parseQuery(text)
  for (const name of parameters.keys()) {
    throw refuse('invalidQuery', `'${name}' has no meaning in a condition on what is measured`)
  }
  const filter = parseFilter(MeasuredObject, conditions)
  return ({ object }) => matches(MeasuredObject, filter, { ...object })
}
