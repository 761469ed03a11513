/** What the catalogue asks for an offering (TMF620), as the price components of a cart or quote. */

import { Decimal } from '../derive/decimal.ts'
import type { JsonObject } from '../derive/json.ts'
import { readInstants } from '../derive/literal.ts'
import type { Amount } from '../derive/money.ts'
import type { Work } from '../resources/work.ts'
import type { PriceComponent } from './price-total.ts'

/** Brings offerings and their prices into the unit, to be looked at. */
export async function lookAtPrices(work: Work, offerings: readonly string[]): Promise<void> {
  await work.look(offerings.map((id) => ({ kind: 'ProductOffering', id })))
  const prices = offerings.flatMap((id) => pricesOf(work, id))
  await work.look(prices.map((id) => ({ kind: 'ProductOfferingPrice', id })))
}

/** The prices of an offering that are asked for now; discounts and other changes to a price are not among them. */
export function cataloguePrices(work: Work, offering: string): PriceComponent[] {
  return pricesOf(work, offering).flatMap((id) => {
    const price = work.find('ProductOfferingPrice', id)
    const sum = price?.price as Amount | undefined
    if (price === undefined || sum?.value === undefined || !isValid(price, work.now)) return []
    const { name, priceType, recurringChargePeriodType: type, recurringChargePeriodLength: length } = price
    const units = (price.unitOfMeasure as { units?: string } | undefined)?.units
    const rates = ((price.tax ?? []) as { taxRate?: number }[]).map(({ taxRate }) => Decimal.of(taxRate ?? 0))
    const isPeriodic = typeof type === 'string' && length !== 0
    return {
      ...(typeof name === 'string' ? { name } : {}),
      ...(typeof priceType === 'string' ? { priceType } : {}),
      ...(isPeriodic
        ? { recurringChargePeriod: Number(length ?? 1) === 1 ? type : `${length} ${type}` }
        : {}),
      ...(units === undefined ? {} : { unitOfMeasure: units }),
      price: {
        ...(rates.length === 0 ? {} : { taxRate: rates.reduce((a, b) => a.plus(b)).number }),
        dutyFreeAmount: sum,
      },
      productOfferingPrice: { id, href: price.href, ...(name === undefined ? {} : { name }) },
    }
  })
}

function pricesOf(work: Work, offering: string): string[] {
  const refs = work.find('ProductOffering', offering)?.productOfferingPrice
  return ((refs ?? []) as { id?: string }[]).flatMap(({ id }) => (id === undefined ? [] : [id]))
}

function isValid({ validFor }: JsonObject, now: string): boolean {
  const { startDateTime, endDateTime } = (validFor ?? {}) as { startDateTime?: string; endDateTime?: string }
  const moment = Date.parse(now)
  const instantOf = (text: string | undefined, open: number) => (text && readInstants(text)?.[0]) || open
  return instantOf(startDateTime, 0) <= moment && moment < instantOf(endDateTime, Number.MAX_SAFE_INTEGER)
}
