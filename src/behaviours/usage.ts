/** TMF635: the price of a usage record is told with tax and without, and stays as it was billed. */
import { type Document, refuse } from '../declare/index.ts'
import { changedAttributes } from '../derive/change.ts'
import { Decimal } from '../derive/decimal.ts'
import type { JsonObject } from '../derive/json.ts'
import { type Amount, amount, netAndGross, numberOf } from '../derive/money.ts'
import type { Behaviour } from '../resources/behaviour.ts'

/** The behaviour of usage records. */
export function* usageBehaviours(): Iterable<readonly [string, Behaviour]> {
  yield [
    'Usage',
    {
      complete: async (_work, usage) => withSums(usage),
      onChange: async (_work, before, after) => refuseWhenBilled(before, after),
      onRemove: async (_work, { id, status }) => {
        if (status !== 'billed') return
        throw refuse('resourceNotDeletable', `usage ${id} has been billed`, { currentState: 'billed' })
      },
    },
  ]
}

function withSums(usage: JsonObject): JsonObject {
  const ratings = usage.ratedProductUsage as JsonObject[] | undefined
  return ratings === undefined ? usage : { ...usage, ratedProductUsage: ratings.map(completed) }
}

/** A sum that is not said follows from the other where the rate is known, or no tax is due. */
function completed(rating: JsonObject): JsonObject {
  const { taxRate, isTaxExempt, taxExcludedRatingAmount, taxIncludedRatingAmount } = rating
  const excluded = taxExcludedRatingAmount as Amount | undefined
  const included = taxIncludedRatingAmount as Amount | undefined
  const rate = isTaxExempt === true ? 0 : taxRate
  const isOpen = (excluded?.value === undefined) !== (included?.value === undefined)
  if (!isOpen || typeof rate !== 'number') return rating
  const unit = (excluded ?? included)?.unit
  const sums = { net: numberOf(excluded), gross: numberOf(included), rate: Decimal.of(rate), unit }
  const { net, gross } = netAndGross(sums)
  return {
    ...rating,
    taxExcludedRatingAmount: amount(net, unit),
    taxIncludedRatingAmount: amount(gross, unit),
  }
}

function refuseWhenBilled(before: Document, after: Document): void {
  if (before.status !== 'billed') return
  const locked = changedAttributes(before, after).filter((name) => name !== 'description')
  if (locked.length === 0) return
  const message = `usage ${after.id} has been billed: ${locked.join(', ')} can no longer change`
  throw refuse('resourceLocked', message, { currentState: 'billed', allowedTransition: [] })
}
