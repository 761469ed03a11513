/**
 * TMF735 and 737: a transaction is complete when its state says so, and what a party is due in a report is the sum of
 * what it is due thing by thing, where the item does not say so itself.
 */
import { Decimal } from '../derive/decimal.ts'
import type { JsonObject } from '../derive/json.ts'
import { type Amount, amount, numberOf } from '../derive/money.ts'
import type { Behaviour } from '../resources/behaviour.ts'

/** The behaviours of revenue sharing. */
export function* revenueSharing(): Iterable<readonly [string, Behaviour]> {
  yield [
    'CdrTransaction',
    { complete: async (work, document, before) => withEnd(document, before, work.now) },
  ]
  yield ['PartyRevSharingReport', { complete: async (_work, report) => withSums(report) }]
}

function withEnd(document: JsonObject, before: JsonObject | undefined, now: string): JsonObject {
  const isDone = document.state === 'completed' && before !== undefined && before.state !== 'completed'
  return isDone ? { ...document, completionDate: document.completionDate ?? now } : document
}

function withSums(report: JsonObject): JsonObject {
  const items = report.partyRevSharingReportItem
  if (!Array.isArray(items)) return report
  const summed = items.map((item: JsonObject) => {
    const details = (item.sharingReportItemIDetail as JsonObject[] | undefined) ?? []
    const money = item.money ?? sumOf(details.map((detail) => detail.money as Amount | undefined))
    return money === undefined ? item : { ...item, money }
  })
  return { ...report, partyRevSharingReportItem: summed }
}

/** The sum of several; undefined unless all are told, in one currency. */
function sumOf(sums: readonly (Amount | undefined)[]): Amount | undefined {
  const values = sums.flatMap((sum) => numberOf(sum) ?? [])
  const units = new Set(sums.map((sum) => sum?.unit))
  if (values.length === 0 || values.length < sums.length || units.size > 1) return undefined
  const [unit] = units
  return amount(
    values.reduce((total, value) => total.plus(value), Decimal.zero),
    unit,
  )
}
