/** Turns the priced usage of a billing account (TMF635) into charges for its bill (TMF678). */
import type { Document } from '../declare/index.ts'
import { Decimal } from '../derive/decimal.ts'
import type { JsonObject } from '../derive/json.ts'
import { type Amount, amount, netAndGross, numberOf } from '../derive/money.ts'
import type { Author } from '../resources/caller.ts'
import type { Work } from '../resources/work.ts'
import { findRatedUsage } from '../store/rated-usage.ts'

/** How many usage records are charged in one transaction. */
const batch = 500

interface Rating extends JsonObject {
  readonly isBilled?: boolean
  readonly isTaxExempt?: boolean
  readonly taxRate?: number
  readonly productRef?: { readonly id: string }
  readonly taxExcludedRatingAmount?: Amount
  readonly taxIncludedRatingAmount?: Amount
}

interface Charge {
  readonly product: { readonly id: string }
  readonly usageType: string
  readonly rate: Decimal
  readonly unit: string | undefined
  net: Decimal
  gross: Decimal
  records: number
  dates: string[]
}

/**
 * Makes charges of rated usage, one for each product, type and tax rate, and marks the records as billed. Gives
 * whether there may be more: the next call takes those.
 */
export async function chargeUsage(work: Work, account: Document, by: Author): Promise<boolean> {
  const kind = 'Usage'
  const ids = await findRatedUsage(work.tx, account.id, { limit: batch, except: work.idsOf(kind) })
  await work.lock(ids.map((id) => ({ kind, id })))
  const charges = new Map<string, Charge>()
  const products = await productsOf(work, account, ids)
  for (const id of ids) {
    const usage = work.find(kind, id)
    if (usage === undefined || (usage.status !== 'rated' && usage.status !== 'rerated')) continue
    const ratings = (usage.ratedProductUsage as Rating[]).map((rating) => {
      if (rating.isBilled === true || !products.has(rating.productRef?.id ?? '')) return rating
      charge(charges, usage, rating)
      return { ...rating, isBilled: true }
    })
    // What another account is to pay for stays open.
    const isAllBilled = ratings.every(({ isBilled }) => isBilled === true)
    const status = isAllBilled ? 'billed' : usage.status
    work.change(work.model.homeOf(kind).page, id, { ratedProductUsage: ratings, status }, by)
  }
  const { page } = work.model.homeOf('AppliedCustomerBillingRate')
  for (const each of charges.values()) work.create(page, rateOf(each, account, work.now), by)
  return charges.size > 0
}

/** The products of the account among those that the records are about. */
async function productsOf(work: Work, account: Document, ids: readonly string[]): Promise<Set<string>> {
  const kind = 'Product'
  const named = ids.flatMap((id) =>
    ((work.find('Usage', id)?.ratedProductUsage ?? []) as Rating[]).flatMap(
      ({ productRef }) => productRef?.id ?? [],
    ),
  )
  const keys = [...new Set(named)].map((id) => ({ kind, id }))
  await work.look(keys)
  const own = keys.filter(({ id }) => {
    const payer = work.find(kind, id)?.billingAccount as { id?: string } | undefined
    return payer?.id === account.id
  })
  return new Set(own.map(({ id }) => id))
}

function charge(charges: Map<string, Charge>, usage: Document, rating: Rating): void {
  const { productRef: product, taxExcludedRatingAmount, taxIncludedRatingAmount, isTaxExempt } = rating
  if (product === undefined) return
  const unit = (taxExcludedRatingAmount ?? taxIncludedRatingAmount)?.unit
  const rate = Decimal.of(isTaxExempt === true ? 0 : (rating.taxRate ?? 0))
  const sums = {
    net: numberOf(taxExcludedRatingAmount),
    gross: numberOf(taxIncludedRatingAmount),
    rate,
    unit,
  }
  const { net, gross } = netAndGross(sums)
  const usageType = String(usage.usageType ?? 'usage')
  const key = JSON.stringify([product.id, usageType, rate.text, unit])
  const known = charges.get(key)
  const date = typeof usage.usageDate === 'string' ? [usage.usageDate] : []
  if (known === undefined)
    charges.set(key, { product, usageType, rate, unit, net, gross, records: 1, dates: date })
  else {
    known.net = known.net.plus(net)
    known.gross = known.gross.plus(gross)
    known.records += 1
    known.dates.push(...date)
  }
}

function rateOf(charge: Charge, { id, href, name }: Document, now: string): JsonObject {
  const { product, usageType, rate, unit, net, gross, records } = charge
  const dates = charge.dates.sort((a, b) => Date.parse(a) - Date.parse(b))
  const [first] = dates
  const last = dates.at(-1)
  const isTaxed = rate.isPositive || !gross.equals(net)
  return {
    date: now,
    name: usageType,
    description: `${records} usage records`,
    type: 'appliedBillingCharge',
    billingAccount: { id, href, ...(name === undefined ? {} : { name }) },
    product,
    characteristic: [
      { name: 'chargeType', value: 'usageCharge' },
      { name: 'records', value: records },
    ],
    ...(first === undefined || last === undefined
      ? {}
      : { periodCoverage: { startDateTime: first, endDateTime: last } }),
    ...(isTaxed ? { appliedTax: [{ taxRate: rate.number, taxAmount: amount(gross.minus(net), unit) }] } : {}),
    taxExcludedAmount: amount(net, unit),
    taxIncludedAmount: amount(gross, unit),
  }
}
