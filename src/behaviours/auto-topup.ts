/** Automatic top-ups (TMF654): one that repeats has a child for every period after the first. */
import type { Document } from '../declare/index.ts'
import type { Author } from '../resources/caller.ts'
import { count } from '../resources/search.ts'
import type { Work } from '../resources/work.ts'

const kind = 'TopupBalance'
const day = 86_400_000
/** Weekly, this is 190 years. */
const maxRepetitions = 10_000

/** When the top-up is due that comes so many periods after the first. */
export function dueAfter(topup: Document, periods: number): string {
  const first = new Date(String(topup.confirmationDate))
  if (topup.recurringPeriod === 'weekly') return later(first, 7 * periods)
  if (topup.recurringPeriod === 'fortnightly') return later(first, 14 * periods)
  const month = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + periods + 1, 0))
  // The 31st comes early in a short month.
  const monthly = new Date(first)
  monthly.setUTCFullYear(
    month.getUTCFullYear(),
    month.getUTCMonth(),
    Math.min(first.getUTCDate(), month.getUTCDate()),
  )
  return monthly.toISOString()
}

const later = (from: Date, days: number): string => new Date(from.getTime() + days * day).toISOString()

/**
 * Carries out the next repetition of a top-up when it is due. Gives when the one after it is; undefined when the
 * repetition was switched off, was cancelled, or has come to its end.
 */
export async function repeatTopup(
  work: Work,
  id: string,
  by: Author,
  carryOut: (topup: Document) => Promise<void>,
): Promise<string | undefined> {
  await work.lock([{ kind, id }])
  const parent = work.find(kind, id)
  if (parent?.status !== 'completed' || parent.isAutoTopup !== true) return undefined
  const last = Number(parent.numberOfPeriods ?? maxRepetitions) - 1
  const next = (await count(work, kind, { 'balanceTopup.id': [id] }, maxRepetitions)) + 1
  if (next > last) return undefined
  const due = dueAfter(parent, next)
  if (due > work.now) return due
  const { id: _id, href, status: _status, confirmationDate: _date, validFor: _validFor, ...same } = parent
  const { page } = work.model.homeOf(kind)
  const balanceTopup = { id, href, role: 'parent', '@referredType': kind }
  await carryOut(work.create(page, { ...same, isAutoTopup: false, balanceTopup }, by))
  return next + 1 > last ? undefined : dueAfter(parent, next + 1)
}
