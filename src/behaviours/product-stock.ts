/** TMF687: stocks of products, and the tasks that count, take and bring back what is in them. */
import { refuse } from '../declare/index.ts'
import type { Behaviour } from '../resources/behaviour.ts'
import { stockAdjustments } from './stock-adjustment.ts'
import { stockChecks, stockQueries } from './stock-check.ts'
import { levelOf } from './stock-level.ts'
import { stockReservations } from './stock-reservation.ts'
import { stock } from './stock-search.ts'

/** The behaviours of stocks and of the tasks about them. */
export function* productStocks(): Iterable<readonly [string, Behaviour]> {
  yield [
    stock,
    {
      onCreate: async (_work, created) => checkLevel(created),
      onChange: async (_work, _before, after) => checkLevel(after),
    },
  ]
  yield ['AdjustProductStock', stockAdjustments()]
  yield ['CheckProductStock', stockChecks]
  yield ['QueryProductStock', stockQueries]
  yield ['ReserveProductStock', stockReservations()]
}

function checkLevel(document: { readonly [attribute: string]: unknown }): void {
  if (!levelOf(document).amount.isNegative) return
  throw refuse('businessRuleViolated', 'productStockLevel.amount must not be below 0')
}
