/** TMF687 `adjustProductStock`: corrects levels of stocks, all of them or none, when it is wanted. */
import type { Document } from '../declare/index.ts'
import type { JsonObject } from '../derive/json.ts'
import { readInstant } from '../derive/literal.ts'
import type { Behaviour } from '../resources/behaviour.ts'
import type { Author } from '../resources/caller.ts'
import { callWhenDue } from '../resources/due.ts'
import type { Work } from '../resources/work.ts'
import { levelAfter, quantityIn } from './stock-level.ts'
import { idOf, itemsOf, stock } from './stock-search.ts'

const kind = 'AdjustProductStock'

/** The behaviour of corrections. One that is wanted later waits until then. */
export function stockAdjustments(): Behaviour {
  return {
    onCreate: async (work, task, by) => {
      if (task.state !== 'accepted') return
      const deeds = deedsOf(task)
      const wanted = readInstant(String(task.requestedAdjustProductStockDate ?? ''))?.[0]
      if (wanted === undefined || wanted <= Date.parse(work.now)) await adjust(work, task, deeds, by)
      else callWhenDue(work, { kind, id: task.id }, by, new Date(wanted).toISOString())
    },
    whenDue: async (work, id, by) => {
      await work.lock([{ kind, id }])
      const task = work.find(kind, id)
      if (task?.state === 'accepted') await adjust(work, task, deedsOf(task), by)
      return undefined
    },
  }
}

function deedsOf(task: Document) {
  return itemsOf(task, 'adjustProductStockItem').map((item) => {
    const change = quantityIn(item.adjustProductStockQuantity, 'of either sign')
    return { item, id: idOf(item.productStockTarget) ?? '', change }
  })
}

async function adjust(
  work: Work,
  task: Document,
  deeds: ReturnType<typeof deedsOf>,
  by: Author,
): Promise<void> {
  await work.lock(deeds.map(({ id }) => ({ kind: stock, id })))
  // Several items may be about one stock: each finds what those before it have left.
  const levels = new Map<string, JsonObject>()
  const results = deeds.map(({ id, change }) => {
    const found = work.find(stock, id)
    const level =
      found && change && levelAfter({ productStockLevel: levels.get(id) ?? found.productStockLevel }, change)
    if (level) levels.set(id, level)
    return level !== undefined
  })
  const isDone = results.every(Boolean)
  if (isDone) {
    const { page } = work.model.homeOf(stock)
    for (const [id, productStockLevel] of levels) work.change(page, id, { productStockLevel }, by)
  }
  work.change(
    work.model.homeOf(kind).page,
    task.id,
    {
      state: isDone ? 'done' : 'terminatedWithError',
      completedAdjustProductStockDate: work.now,
      adjustProductStockItem: deeds.map(({ item }, index) => ({
        ...item,
        state: isDone ? 'done' : results[index] ? 'accepted' : 'terminatedWithError',
      })),
    },
    by,
  )
}
