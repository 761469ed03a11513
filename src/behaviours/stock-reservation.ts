/**
 * TMF687 `reserveProductStock`: takes goods out of stocks for somebody, all that is asked for or nothing, and brings
 * them back when the time they are held for is over.
 */
import type { Document } from '../declare/index.ts'
import { Decimal } from '../derive/decimal.ts'
import type { JsonObject } from '../derive/json.ts'
import { readInstant } from '../derive/literal.ts'
import type { Behaviour } from '../resources/behaviour.ts'
import type { Author } from '../resources/caller.ts'
import { callWhenDue } from '../resources/due.ts'
import type { Work } from '../resources/work.ts'
import { holds, levelAfter, type Quantity, quantity, quantityIn } from './stock-level.ts'
import { candidates, idOf, itemsOf, refTo, stock } from './stock-search.ts'

const kind = 'ReserveProductStock'
const items = 'reserveProductStockItem'

/** The behaviour of reservations of goods. */
export function stockReservations(): Behaviour {
  return {
    onCreate: async (work, task, by) => {
      if (task.reserveProductStockState !== 'accepted') return
      await reserve(work, task, by)
      const { reserveProductStockState } = work.get(kind, task.id)
      const end = endOf(task)
      if (reserveProductStockState === 'done' && end !== undefined) {
        callWhenDue(work, { kind, id: task.id }, by, end)
      }
    },
    whenDue: async (work, id, by) => {
      await work.lock([{ kind, id }])
      const task = work.find(kind, id)
      const end = task && endOf(task)
      if (task === undefined || end === undefined) return undefined
      if (end > work.now) return end
      await bringBack(work, task, by)
      return undefined
    },
  }
}

function endOf({ validFor }: Document): string | undefined {
  const { endDateTime } = (validFor ?? {}) as { endDateTime?: string }
  const instant = endDateTime === undefined ? undefined : readInstant(endDateTime)
  return instant && new Date(instant[0]).toISOString()
}

interface Wish {
  readonly item: JsonObject
  /** Undefined when the item does not say how much. */
  readonly wanted: Quantity | undefined
  readonly from: readonly string[]
}

async function reserve(work: Work, task: Document, by: Author): Promise<void> {
  const wishes: Wish[] = []
  for (const item of itemsOf(task, items)) {
    const wanted = quantityIn(item.quantityRequested)
    const sought = { id: idOf(item.productStockRequested), product: item.requestedProduct, place: task.place }
    wishes.push({ item, wanted, from: await candidates(work, sought) })
  }
  const ids = new Set(wishes.flatMap(({ from }) => from))
  await work.lock([...ids].map((id) => ({ kind: stock, id })))
  const levels = new Map<string, JsonObject>()
  const taken = wishes.map((wish) => take(work, wish, levels))
  const isDone = (endOf(task) ?? '9999') > work.now && taken.every((id) => id !== undefined)
  if (isDone) {
    const { page } = work.model.homeOf(stock)
    for (const [id, productStockLevel] of levels) work.change(page, id, { productStockLevel }, by)
  }
  work.change(
    work.model.homeOf(kind).page,
    task.id,
    {
      reserveProductStockState: isDone ? 'done' : 'terminatedWithError',
      [items]: wishes.map(({ item: sent, wanted }, index) => {
        const { quantityReserved: _q, productStockReserved: _s, ...item } = sent
        const id = taken[index]
        if (!isDone || id === undefined || wanted === undefined) {
          const isToBlame = id === undefined
          return { ...item, reserveProductStockState: isToBlame ? 'terminatedWithError' : 'accepted' }
        }
        const held = { quantityReserved: quantity(wanted), productStockReserved: refTo(work, id) }
        return { ...item, reserveProductStockState: 'done', ...held }
      }),
    },
    by,
  )
}

/** Takes what is wished for from the first stock that has it all; gives its id. */
function take(work: Work, { wanted, from }: Wish, levels: Map<string, JsonObject>): string | undefined {
  if (wanted === undefined) return undefined
  const levelOf = (id: string) => ({
    productStockLevel: levels.get(id) ?? work.get(stock, id).productStockLevel,
  })
  const id = from.find((each) => isAvailable(work.find(stock, each)) && holds(levelOf(each), wanted))
  if (id === undefined) return undefined
  const level = levelAfter(levelOf(id), { ...wanted, amount: wanted.amount.negated })
  if (level) levels.set(id, level)
  return id
}

const isAvailable = (found: Document | undefined): boolean => found?.productStockStatusType === 'available'

/** What was held goes back to where it came from; a stock that is gone has nothing to go back to. */
async function bringBack(work: Work, task: Document, by: Author): Promise<void> {
  const held = itemsOf(task, items)
  await work.lock(
    held.flatMap((item) => idOf(item.productStockReserved) ?? []).map((id) => ({ kind: stock, id })),
  )
  const { page } = work.model.homeOf(stock)
  const emptied = held.map((item) => {
    const id = idOf(item.productStockReserved)
    const found = id === undefined ? undefined : work.find(stock, id)
    const back = quantityIn(item.quantityReserved, 'of either sign')
    if (back === undefined) return item
    const level = found && levelAfter(found, back)
    if (found && level) work.change(page, found.id, { productStockLevel: level }, by)
    return { ...item, quantityReserved: quantity({ ...back, amount: Decimal.zero }) }
  })
  work.change(work.model.homeOf(kind).page, task.id, { [items]: emptied }, by)
}
