/** TMF663: a cart shows what each line and all of them together cost, at every moment. */
import type { JsonObject } from '../derive/json.ts'
import type { Behaviour } from '../resources/behaviour.ts'
import { multiplied, type PriceComponent, totals } from './price-total.ts'
import { allLines, eachLine, type Line, quantityOf, withCataloguePrices } from './priced-items.ts'

const within = 'cartItem'

/** The behaviour of shopping carts. */
export function* shoppingCartBehaviours(): Iterable<readonly [string, Behaviour]> {
  yield [
    'ShoppingCart',
    {
      complete: async (work, cart, before) => {
        // What one costs stays the same however many are wanted.
        const prices = { within, price: 'itemPrice' }
        const items = await withCataloguePrices(work, cart, before, prices, (components) => [...components])
        return priced(cart, items, before)
      },
    },
  ]
}

function priced(cart: JsonObject, lines: readonly Line[], before: JsonObject = {}): JsonObject {
  const items = eachLine({ [within]: lines }, within, (item) => {
    const prices = componentsOf(item, 'itemPrice')
    if (prices.length === 0) return item
    return { ...item, ItemTotalPrice: prices.map((price) => multiplied(price, quantityOf(item))) }
  })
  const counted = allLines({ [within]: items.filter(isCounted) }, within).filter(isCounted)
  const components = counted.flatMap((item) => componentsOf(item, 'ItemTotalPrice'))
  const content = cart[within] === undefined ? cart : { ...cart, [within]: items }
  const total = totals(components)
  // Where prices come to no sum, as those by use, a client may have told one.
  const isSent = before.cartTotalPrice === undefined && cart.cartTotalPrice !== undefined
  if (isPriced(items) && (total.length > 0 || !isSent)) return { ...content, cartTotalPrice: total }
  // A total that was sent stays; one that was reckoned goes with the prices.
  const { cartTotalPrice, ...rest } = content
  return cartTotalPrice === undefined || isPriced(before[within]) ? rest : content
}

const isPriced = (items: unknown): boolean =>
  allLines({ [within]: items }, within).some(({ ItemTotalPrice }) => ItemTotalPrice !== undefined)

/** What is saved for later, or is to be given up, costs nothing now. */
const isCounted = ({ status, action }: Line): boolean => status !== 'saveForLater' && action !== 'delete'

const componentsOf = (item: Line, attribute: string): PriceComponent[] =>
  (item[attribute] ?? []) as PriceComponent[]
