/** TMF687 `checkProductStock` and `queryProductStock`: whether goods are there, and what is there at all. */
import type { Document } from '../declare/index.ts'
import type { JsonObject } from '../derive/json.ts'
import type { Behaviour } from '../resources/behaviour.ts'
import type { Work } from '../resources/work.ts'
import { findDocuments, type Wanted } from '../store/document-search.ts'
import { holds, levelOf, type Quantity, quantity, quantityIn } from './stock-level.ts'
import { candidates, idOf, itemsOf, refTo, stock, wantedProduct } from './stock-search.ts'

/** The behaviour of the check: each item is answered at once. */
export const stockChecks: Behaviour = {
  onCreate: async (work, task, by) => {
    if (task.state !== 'accepted') return
    const answers: JsonObject[] = []
    for (const item of itemsOf(task, 'checkProductStockItem')) {
      const wanted = quantityIn(item.requestedQuantity)
      const told = wanted && (await answer(work, task, { item, wanted }))
      answers.push({ ...item, ...told, state: told ? 'done' : 'terminatedWithError' })
    }
    const { page } = work.model.homeOf('CheckProductStock')
    const isDone = answers.every(({ state }) => state === 'done')
    const done = {
      state: isDone ? 'done' : 'terminatedWithError',
      completedCheckProductStockDate: work.now,
    }
    work.change(page, task.id, { ...done, checkProductStockItem: answers }, by)
  },
}

interface Question {
  readonly item: JsonObject
  readonly wanted: Quantity
}

async function answer(work: Work, task: Document, { item, wanted }: Question): Promise<JsonObject> {
  const asked = (item.checkedProductStock ?? {}) as JsonObject
  const place = asked.place ?? task.place
  const ids = await candidates(work, { id: idOf(asked), product: asked.stockedProduct, place })
  const found = await lookAt(work, ids)
  if (found.some((each) => holds(each, wanted))) return { availabilityResult: 'available' }
  const mayDiffer = item.provideAlternative === true || task.provideAlternative === true
  const product = asked.stockedProduct ?? found[0]?.stockedProduct
  // Elsewhere all of it, or less of it here.
  const elsewhere = mayDiffer ? await lookAt(work, await candidates(work, { product })) : []
  const better = elsewhere.filter((each) => holds(each, wanted))
  const less = mayDiffer ? found.filter((each) => levelOf(each).amount.isPositive) : []
  const alternatives = better.length > 0 ? better : less
  if (alternatives.length === 0) return { availabilityResult: 'unavailable' }
  return {
    availabilityResult: 'alternative',
    alternate: alternatives.map((each, index) => {
      const { place } = each as { place?: JsonObject }
      const { role: _role, ...where } = place ?? {}
      return {
        id: String(index + 1),
        alternateStock: refTo(work, each.id),
        alternateQuantity: quantity(better.length > 0 ? wanted : levelOf(each)),
        ...(place === undefined ? {} : { alternatePlace: where }),
      }
    }),
  }
}

/** The stocks that exist and are available. */
async function lookAt(work: Work, ids: readonly string[]): Promise<Document[]> {
  await work.look(ids.map((id) => ({ kind: stock, id })))
  return ids.flatMap((id) => {
    const found = work.find(stock, id)
    return found?.productStockStatusType === 'available' ? [found] : []
  })
}

const mostFound = 100

/** The behaviour of the query: the stocks that are as the criteria say, oldest first, up to a hundred of them. */
export const stockQueries: Behaviour = {
  onCreate: async (work, task, by) => {
    if (task.state !== 'accepted') return
    const rows = await findDocuments(work.tx, work.model.homeOf(stock).page, {
      wanted: criteriaOf(task.searchCriteria as JsonObject),
      except: [],
      limit: mostFound,
      lock: false,
    })
    const queryProductStockItem = rows.map((row) => work.adopt(row))
    const { page } = work.model.homeOf('QueryProductStock')
    const done = { state: 'done', completedQueryProductStockDate: work.now }
    work.change(page, task.id, { ...done, queryProductStockItem }, by)
  },
}

function criteriaOf({ name, place, productStockStatusType, stockedProduct }: JsonObject): Wanted {
  const where = idOf(place)
  return {
    ...wantedProduct(stockedProduct),
    ...(typeof name === 'string' ? { name: [name] } : {}),
    ...(where === undefined ? {} : { 'place.id': [where] }),
    ...(typeof productStockStatusType === 'string'
      ? { productStockStatusType: [productStockStatusType] }
      : {}),
  }
}
