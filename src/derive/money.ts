/** Money: how many places its currency has, and the tax on it. */
import { Decimal } from './decimal.ts'

/** A sum in a currency, as pages declare it. */
export interface Amount {
  readonly unit?: string
  readonly value?: number
}

/** A price with and without tax, as pages declare it. Rates are in percent. */
export interface PriceAmounts {
  readonly percentage?: number
  readonly taxRate?: number
  readonly dutyFreeAmount?: Amount
  readonly taxIncludedAmount?: Amount
}

const places = new Map<string, number>()
const maxCurrencies = 500

/** How many places after the point a currency has (ISO 4217): two unless it is known to have others. */
export function placesOf(currency: string | undefined): number {
  if (currency === undefined || !/^[A-Z]{3}$/.test(currency)) return 2
  let known = places.get(currency)
  if (known === undefined) {
    const format = new Intl.NumberFormat('en', { style: 'currency', currency })
    known = format.resolvedOptions().maximumFractionDigits ?? 2
    if (places.size < maxCurrencies) places.set(currency, known)
  }
  return known
}

/** What a sum is with tax at a rate in percent, rounded as its currency is. */
export function withTax(net: Decimal, rate: Decimal, currency: string | undefined): Decimal {
  return net.plus(rate.percentOf(net).rounded(placesOf(currency)))
}

/** What is known of a sum: with tax, without, and the rate in percent. */
export interface Taxed {
  readonly net: Decimal | undefined
  readonly gross: Decimal | undefined
  readonly rate: Decimal | undefined
  readonly unit: string | undefined
}

/** A sum with and without tax, where one of the two may follow from the other; without a rate there is no tax. */
export function netAndGross({ net, gross, rate = Decimal.zero, unit }: Taxed): {
  net: Decimal
  gross: Decimal
} {
  if (net !== undefined) return { net, gross: gross ?? withTax(net, rate, unit) }
  const whole = gross ?? Decimal.zero
  const share = Decimal.of(100).plus(rate)
  const hundredfold = whole.times(Decimal.of(100))
  return { net: share.isPositive ? hundredfold.dividedBy(share, placesOf(unit)) : whole, gross: whole }
}

/** A sum as a document holds it. */
export function amount(value: Decimal, unit: string | undefined): Amount {
  return unit === undefined ? { value: value.number } : { unit, value: value.number }
}

/** The number of a sum; undefined when it has none. */
export function numberOf(sum: Amount | undefined): Decimal | undefined {
  return sum?.value === undefined ? undefined : Decimal.of(sum.value)
}
