/** Prices the lines of carts and quotes, and the lines within lines. */

import { isDeepStrictEqual } from 'node:util'
import type { JsonObject } from '../derive/json.ts'
import type { Work } from '../resources/work.ts'
import { cataloguePrices, lookAtPrices } from './catalogue-price.ts'
import type { PriceComponent } from './price-total.ts'

/** A line, as carts and quotes have it. */
export interface Line extends JsonObject {
  readonly id?: string
  readonly action?: string
  readonly quantity?: number
  readonly status?: string
  readonly productOffering?: { readonly id?: string }
}

/** Where a page keeps its lines and their prices. */
export interface Lines {
  /** The attribute of the lines, in the document and in a line. */
  readonly within: string
  /** The attribute of a line's price. */
  readonly price: string
}

/**
 * Gives every line without a price that of the catalogue. A price that came from there is taken anew when the line
 * comes to be about another offering, or another quantity where the price is for the whole line.
 */
export async function withCataloguePrices(
  work: Work,
  document: JsonObject,
  before: JsonObject | undefined,
  lines: Lines,
  priceOf: (components: readonly PriceComponent[], line: Line) => PriceComponent[],
): Promise<Line[]> {
  const old = new Map(placedLines(before ?? {}, lines.within))
  const isUnpriced = (line: Line, place: string): boolean => {
    const prices = line[lines.price] as PriceComponent[] | undefined
    if (prices === undefined || prices.length === 0) return true
    const earlier = old.get(place)
    const isKept = earlier !== undefined && isDeepStrictEqual(earlier[lines.price], prices)
    const isOurs = prices.every(({ productOfferingPrice }) => productOfferingPrice !== undefined)
    return isKept && isOurs && !isSameAsk(earlier, line)
  }
  const unpriced = placedLines(document, lines.within).filter(([place, line]) => isUnpriced(line, place))
  await lookAtPrices(work, [...new Set(unpriced.flatMap(([, line]) => offeringOf(line)))])
  return eachLine(document, lines.within, (line, place) => {
    const [offering] = isUnpriced(line, place) ? offeringOf(line) : []
    const components = offering === undefined ? [] : cataloguePrices(work, offering)
    return components.length === 0 ? line : { ...line, [lines.price]: priceOf(components, line) }
  })
}

const offeringOf = ({ productOffering }: Line): string[] =>
  productOffering?.id === undefined ? [] : [productOffering.id]

const isSameAsk = (before: Line, after: Line): boolean =>
  before.productOffering?.id === after.productOffering?.id && before.quantity === after.quantity

/** How many of a line are wanted. */
export const quantityOf = ({ quantity }: Line): number => quantity ?? 1

/** All lines of a document, those within others too. */
export function allLines(document: JsonObject, within: string): Line[] {
  return placedLines(document, within).map(([, line]) => line)
}

/** The same, each with its place: the ids from the outermost line to it. */
function placedLines(document: JsonObject, within: string, above = ''): [string, Line][] {
  return ((document[within] ?? []) as Line[]).flatMap((line) => {
    const place = `${above}/${line.id ?? ''}`
    return [[place, line], ...placedLines(line, within, place)]
  })
}

/** The lines of a document, each changed; `place` is as above. */
export function eachLine(
  document: JsonObject,
  within: string,
  change: (line: Line, place: string) => Line,
  above = '',
): Line[] {
  return ((document[within] ?? []) as Line[]).map((line) => {
    const place = `${above}/${line.id ?? ''}`
    const changed = change(line, place)
    if (changed[within] === undefined) return changed
    return { ...changed, [within]: eachLine(changed, within, change, place) }
  })
}
