/** Prices of carts and quotes: what their alterations make of them, and what several come to together. */
import { Decimal } from '../derive/decimal.ts'
import type { JsonObject } from '../derive/json.ts'
import { type Amount, amount, numberOf, type PriceAmounts, placesOf, withTax } from '../derive/money.ts'

/** A component of a price, such as a monthly charge. */
export interface PriceComponent extends JsonObject {
  readonly name?: string
  readonly priceType?: string
  readonly recurringChargePeriod?: string
  readonly unitOfMeasure?: string
  readonly price?: PriceAmounts
  readonly priceAlteration?: readonly Alteration[]
}

interface Alteration {
  readonly priority?: number
  readonly price?: PriceAmounts
}

/** What so many of a component cost, its alterations taken into account. */
export function multiplied(component: PriceComponent, quantity: number): PriceComponent {
  const { priceAlteration, ...rest } = component
  const altered = amountsOf(component)
  const times = Decimal.of(quantity)
  return { ...rest, price: priceFrom(altered, (value) => value.times(times)) }
}

/**
 * The sums of components, one for each sort of charge, period and currency. What is paid by use has no sum. An amount
 * is summed where every component of the sort has it.
 */
export function totals(components: readonly PriceComponent[]): PriceComponent[] {
  const groups = new Map<string, Amounts[]>()
  const firsts = new Map<string, PriceComponent>()
  for (const component of components.filter(isSummed)) {
    const amounts = amountsOf(component)
    const { priceType, recurringChargePeriod } = component
    const key = JSON.stringify([priceType, recurringChargePeriod, amounts.unit])
    groups.set(key, [...(groups.get(key) ?? []), amounts])
    if (!firsts.has(key)) firsts.set(key, component)
  }
  return [...groups].map(([key, amounts]) => {
    const { priceType, recurringChargePeriod } = firsts.get(key) ?? {}
    return {
      ...(priceType === undefined ? {} : { priceType }),
      ...(recurringChargePeriod === undefined ? {} : { recurringChargePeriod }),
      price: priceFrom(added(amounts), (value) => value),
    }
  })
}

function isSummed({ priceType, unitOfMeasure, price }: PriceComponent): boolean {
  const isByUse = unitOfMeasure !== undefined || priceType?.toLowerCase() === 'usage'
  return !isByUse && (price?.dutyFreeAmount ?? price?.taxIncludedAmount)?.value !== undefined
}

interface Amounts {
  readonly unit: string | undefined
  readonly taxRate: number | undefined
  readonly net: Decimal | undefined
  readonly gross: Decimal | undefined
}

/** The amounts of a component after its alterations, with the tax added where only the rate is known. */
function amountsOf({ price = {}, priceAlteration = [] }: PriceComponent): Amounts {
  const { taxRate, dutyFreeAmount, taxIncludedAmount } = price
  const unit = (dutyFreeAmount ?? taxIncludedAmount)?.unit
  const alterations = [...priceAlteration].sort((a, b) => (a.priority ?? 0) - (b.priority ?? 0))
  const altered = (of: 'dutyFreeAmount' | 'taxIncludedAmount') =>
    alterations.reduce(
      (value, each) => alteredBy(value, each.price?.[of], each.price?.percentage, unit),
      numberOf(price[of]),
    )
  const net = altered('dutyFreeAmount')
  const gross =
    net !== undefined && taxIncludedAmount === undefined && taxRate !== undefined
      ? withTax(net, Decimal.of(taxRate), unit)
      : altered('taxIncludedAmount')
  return { unit, taxRate, net, gross }
}

/** An alteration is added as it is written: a discount is below nothing. */
function alteredBy(
  value: Decimal | undefined,
  sum: Amount | undefined,
  percentage: number | undefined,
  unit: string | undefined,
): Decimal | undefined {
  if (value === undefined) return undefined
  const share =
    percentage === undefined ? Decimal.zero : Decimal.of(percentage).percentOf(value).rounded(placesOf(unit))
  const isSameMoney = sum?.unit === undefined || sum.unit === unit
  return value.plus(share).plus((isSameMoney ? numberOf(sum) : undefined) ?? Decimal.zero)
}

function added(amounts: readonly Amounts[]): Amounts {
  const sumOf = (read: (each: Amounts) => Decimal | undefined) =>
    amounts.map(read).reduce((sum, value) => (sum && value ? sum.plus(value) : undefined), Decimal.zero)
  const [first] = amounts
  const isOneRate = amounts.every(({ taxRate }) => taxRate === first?.taxRate)
  return {
    unit: first?.unit,
    taxRate: isOneRate ? first?.taxRate : undefined,
    net: sumOf(({ net }) => net),
    gross: sumOf(({ gross }) => gross),
  }
}

function priceFrom(
  { unit, taxRate, net, gross }: Amounts,
  change: (value: Decimal) => Decimal,
): PriceAmounts {
  return {
    ...(taxRate === undefined ? {} : { taxRate }),
    ...(net === undefined ? {} : { dutyFreeAmount: amount(change(net), unit) }),
    ...(gross === undefined ? {} : { taxIncludedAmount: amount(change(gross), unit) }),
  }
}
