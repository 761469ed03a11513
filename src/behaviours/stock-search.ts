/** TMF687: which stocks a task may mean, by the stock it names, or else by the product and the place. */
import { refuse } from '../declare/index.ts'
import type { JsonObject } from '../derive/json.ts'
import type { Work } from '../resources/work.ts'
import { findDocuments, type Wanted } from '../store/document-search.ts'

export const stock = 'ProductStock'

const mostItems = 500
const mostCandidates = 20

/** What a stock is looked for by. */
export interface Sought {
  readonly id?: string | undefined
  readonly product?: unknown
  readonly place?: unknown
}

/** The items of a task. Refuses (`limitReached`) more than one task may have. */
export function itemsOf(task: JsonObject, attribute: string): JsonObject[] {
  const items = (task[attribute] ?? []) as JsonObject[]
  if (items.length > mostItems) {
    throw refuse('limitReached', `${attribute} may have at most ${mostItems} elements: send several tasks`)
  }
  return items
}

/** The ids of the stocks that may be meant, oldest first; those that are not available only when they are named. */
export async function candidates(work: Work, { id, product, place }: Sought): Promise<string[]> {
  if (id !== undefined) return [id]
  const wanted = wantedProduct(product)
  if (Object.keys(wanted).length === 0) return []
  const where = idOf(place)
  const rows = await findDocuments(work.tx, work.model.homeOf(stock).page, {
    wanted: {
      ...wanted,
      productStockStatusType: ['available'],
      ...(where === undefined ? {} : { 'place.id': [where] }),
    },
    except: [],
    limit: mostCandidates,
    lock: false,
  })
  return rows.map((row) => row.id)
}

/** The conditions that find the stocks of a product: by its offering, else by its specification. */
export function wantedProduct(product: unknown): Wanted {
  const { productOffering, productSpecification } = (product ?? {}) as JsonObject
  const [offering, specification] = [idOf(productOffering), idOf(productSpecification)]
  if (offering !== undefined) return { 'stockedProduct.productOffering.id': [offering] }
  if (specification !== undefined) return { 'stockedProduct.productSpecification.id': [specification] }
  return {}
}

/** The id of what a reference points to. */
export function idOf(reference: unknown): string | undefined {
  const id = (reference as { id?: unknown } | undefined)?.id
  return typeof id === 'string' ? id : undefined
}

/** A reference to a stock of this unit of work. */
export function refTo(work: Work, id: string): JsonObject {
  const { href, name } = work.get(stock, id)
  return { id, href, ...(typeof name === 'string' ? { name } : {}), '@referredType': stock }
}
