/** How many documents there are of each kind, counted at most every few seconds: many may look at the index. */

import type { Counts } from '../documents/index-page.ts'
import type { Context } from '../resources/context.ts'
import { countKinds } from '../store/counts.ts'

/** How long a count is good for, in milliseconds. */
const freshness = 5_000

/** Gives the counts of a tenant; those who ask at the same time share one count. */
export function kindCounts({ database, model, behaviours }: Context): (tenant: string) => Promise<Counts> {
  const known = new Map<string, { readonly counts: Promise<Counts>; readonly until: number }>()
  const isStored = new Set(
    model.pages
      .filter(({ kind, isStored }) => isStored && !behaviours.get(kind)?.source)
      .map(({ kind }) => kind),
  )
  const count = async (tenant: string): Promise<Counts> => {
    const found = await countKinds(database, tenant)
    return new Map([...isStored].map((kind) => [kind, found.get(kind) ?? 0]))
  }
  return (tenant) => {
    const now = Date.now()
    const before = known.get(tenant)
    if (before && before.until > now) return before.counts
    const counts = count(tenant)
    known.set(tenant, { counts, until: now + freshness })
    counts.catch(() => known.delete(tenant))
    return counts
  }
}
