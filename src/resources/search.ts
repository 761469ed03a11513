/**
 * What a unit of work finds by what documents hold: those of the database, and those it has in hand itself, which the
 * database does not know yet.
 */
import type { Document, ResourcePage } from '../declare/index.ts'
import { Decimal } from '../derive/decimal.ts'
import { valuesAt } from '../derive/path.ts'
import { addUp, countDocuments, findDocuments, type Wanted } from '../store/document-search.ts'
import type { Work } from './work.ts'

/** Documents of a kind that hold one of the wanted values at each path; at most `limit`. */
export async function search(
  work: Work,
  kind: string,
  wanted: Wanted,
  { limit, lock = false }: { readonly limit: number; readonly lock?: boolean },
): Promise<Document[]> {
  const { page } = work.model.homeOf(kind)
  if (isImpossible(wanted)) return []
  const { ids, matching } = inHand(work, page, wanted)
  if (lock) await work.lock(matching.map(({ id }) => ({ kind, id })))
  const rows = await findDocuments(work.tx, page, { wanted, except: ids, limit, lock })
  const found = rows.map((row) =>
    lock ? work.adopt(row) : { id: row.id, href: work.model.hrefOf(page, row.id, row.parent), ...row.doc },
  )
  const still = matching.map(({ id }) => work.get(kind, id)).filter((document) => holds(document, wanted))
  return [...still, ...found].slice(0, limit)
}

/** How many documents of a kind hold what is wanted, counted up to `limit`. */
export async function count(work: Work, kind: string, wanted: Wanted, limit: number): Promise<number> {
  const { page } = work.model.homeOf(kind)
  if (isImpossible(wanted)) return 0
  const { ids, matching } = inHand(work, page, wanted)
  const stored = await countDocuments(work.tx, page, { wanted, except: ids, limit })
  return Math.min(limit, stored + matching.length)
}

/** The sum of a number, at a path without lists, over the documents of a kind that hold what is wanted. */
export async function sum(work: Work, kind: string, wanted: Wanted, path: string): Promise<Decimal> {
  const { page } = work.model.homeOf(kind)
  if (isImpossible(wanted)) return Decimal.zero
  const { ids, matching } = inHand(work, page, wanted)
  const stored = Decimal.of(await addUp(work.tx, page, { wanted, except: ids, path }))
  return matching
    .flatMap((document) => valuesAt(document, path.split('.')))
    .reduce<Decimal>(
      (total, value) => (typeof value === 'number' ? total.plus(Decimal.of(value)) : total),
      stored,
    )
}

function inHand(work: Work, page: ResourcePage, wanted: Wanted): { ids: string[]; matching: Document[] } {
  const ids = work.idsOf(page.kind)
  return { ids, matching: ids.map((id) => work.get(page.kind, id)).filter((each) => holds(each, wanted)) }
}

function holds(document: Document, wanted: Wanted): boolean {
  return Object.entries(wanted).every(([path, values]) =>
    valuesAt(document, path.split('.')).some((value) => values.includes(String(value))),
  )
}

const isImpossible = (wanted: Wanted): boolean => Object.values(wanted).some((values) => values.length === 0)
