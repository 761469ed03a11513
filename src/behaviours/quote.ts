/** TMF648: a quote shows what its lines come to, and is binding once it is accepted. */

import { isDeepStrictEqual } from 'node:util'
import { type Document, refuse } from '../declare/index.ts'
import { changedAttributes, isFinal } from '../derive/change.ts'
import type { JsonObject } from '../derive/json.ts'
import type { Behaviour } from '../resources/behaviour.ts'
import type { Work } from '../resources/work.ts'
import { multiplied, type PriceComponent, totals } from './price-total.ts'
import { allLines, type Line, quantityOf, withCataloguePrices } from './priced-items.ts'

const within = 'quoteItem'

/** The behaviour of quotes. */
export function* quoteBehaviours(): Iterable<readonly [string, Behaviour]> {
  yield [
    'Quote',
    {
      complete: async (work, quote, before) => {
        const state = String(before?.state ?? 'inProgress')
        if (isFinal(work.model.homeOf('Quote').page, state)) return quote
        const items = beingPrepared.has(state)
          ? await pricedLines(work, quote, before)
          : ((quote[within] ?? []) as Line[])
        const components = allLines({ [within]: items }, within)
          .filter(({ action }) => action !== 'delete' && action !== 'remove')
          .flatMap(({ quoteItemPrice }) => (quoteItemPrice ?? []) as PriceComponent[])
        const sums = totals(components)
        // Where prices come to no sum, as those by use, a client may tell one.
        const isTold = !isDeepStrictEqual(quote.quoteTotalPrice, before?.quoteTotalPrice)
        const isReckoned = sums.length > 0 || (components.length > 0 && !isTold)
        const total = isReckoned ? { quoteTotalPrice: sums } : {}
        return { ...quote, [within]: items, ...total, ...completion(quote, before, work.now) }
      },
      onChange: async (work, before, after) => refuseWhenFinal(work, before, after),
    },
  ]
}

/** While the provider prepares a quote, the catalogue prices what nobody has. */
const beingPrepared = new Set(['inProgress', 'pending'])

/** The price of a line is that of all it asks for. */
function pricedLines(work: Work, quote: JsonObject, before: Document | undefined): Promise<Line[]> {
  const prices = { within, price: 'quoteItemPrice' }
  return withCataloguePrices(work, quote, before, prices, (components, item) =>
    components.map((component) => multiplied(component, quantityOf(item))),
  )
}

/** A quote is complete when the provider has answered; a client may say when that was. */
function completion(quote: JsonObject, before: Document | undefined, now: string): JsonObject {
  const date = 'effectiveQuoteCompletionDate'
  const isAnswered =
    before !== undefined && beingPrepared.has(String(before.state)) && !beingPrepared.has(String(quote.state))
  return isAnswered && quote[date] === before[date] ? { [date]: now } : {}
}

/** What may still be said about a quote that is accepted, rejected or cancelled. */
const open = new Set(['state', 'note', 'description', 'externalId', 'relatedParty'])

function refuseWhenFinal(work: Work, before: Document, after: Document): void {
  const state = String(before.state)
  if (!isFinal(work.model.homeOf('Quote').page, state)) return
  const locked = changedAttributes(before, after).filter((name) => !open.has(name))
  if (locked.length === 0) return
  const message = `quote ${after.id} is ${state}: ${locked.join(', ')} can no longer change; make a new version`
  throw refuse('resourceLocked', message, { currentState: state, allowedTransition: [] })
}
