/**
 * TMF680: which offerings of the catalogue would suit a customer: those on sale, in the categories asked about, that
 * the customer does not have yet. What goes with a thing the customer has comes first.
 */
import type { Document } from '../declare/index.ts'
import type { JsonObject } from '../derive/json.ts'
import { readInstant } from '../derive/literal.ts'
import { splitVersionKey } from '../derive/versions.ts'
import type { Behaviour } from '../resources/behaviour.ts'
import type { Author } from '../resources/caller.ts'
import { callWhenDue } from '../resources/due.ts'
import type { Work } from '../resources/work.ts'
import { findDocuments, type Wanted } from '../store/document-search.ts'

const kind = 'QueryProductRecommendation'
const mostSuggested = 20
/** How many offerings, and how many things a customer has, are looked at. */
const mostSeen = 500
/** How long a suggestion holds good. */
const day = 86_400_000

/** The behaviour of the query: answered at once when that is wanted, else in the background. */
export function* recommendations(): Iterable<readonly [string, Behaviour]> {
  yield [
    kind,
    {
      onCreate: async (work, task, by) => {
        if (task.state !== 'accepted') return
        if (task.instantSyncRecommendation === true) await answer(work, task, by)
        else callWhenDue(work, { kind, id: task.id }, by)
      },
      whenDue: async (work, id, by) => {
        await work.lock([{ kind, id }])
        const task = work.find(kind, id)
        if (task?.state === 'accepted') await answer(work, task, by)
        return undefined
      },
    },
  ]
}

async function answer(work: Work, task: Document, by: Author): Promise<void> {
  const had = await offeringsHad(work, task)
  const categories = idsIn(task.category)
  const offerings = await find(work, 'ProductOffering', {
    lifecycleStatus: ['Active', 'Launched'],
    ...(categories.length > 0 ? { 'category.id': categories } : {}),
  })
  const onSale = offerings.filter(
    (offering) => !had.has(offering.id) && offering.isSellable !== false && isOnSale(offering, work.now),
  )
  const related = relatedTo(offerings.concat(await owned(work, had)), had)
  const ranked = [
    ...onSale.filter(({ id }) => related.has(id)),
    ...onSale.filter(({ id }) => !related.has(id)),
  ]
  const suggestions = ranked.slice(0, mostSuggested).map(suggestion)
  const validFor = {
    startDateTime: work.now,
    endDateTime: new Date(Date.parse(work.now) + day).toISOString(),
  }
  const { page } = work.model.homeOf(kind)
  work.change(page, task.id, { state: 'done', recommendationItem: suggestions, validFor }, by)
}

/** The offerings a customer has, or is about to have by the orders and carts the task names. */
async function offeringsHad(work: Work, task: Document): Promise<Set<string>> {
  const customer = idsIn([task.relatedParty])
  const products =
    customer.length === 0
      ? []
      : await find(work, 'Product', {
          'relatedParty.id': customer,
          status: ['created', 'pendingActive', 'active', 'suspended'],
        })
  const named = [
    ...idsIn(task.productOrder).map((id) => ({ kind: 'ProductOrder', id })),
    ...idsIn(task.shoppingCart).map((id) => ({ kind: 'ShoppingCart', id })),
  ].slice(0, mostSeen)
  await work.look(named)
  const items = named.flatMap(({ kind, id }) => {
    const document = work.find(kind, id)
    return (document?.productOrderItem ?? document?.cartItem ?? []) as JsonObject[]
  })
  return new Set([...products, ...items].flatMap(({ productOffering }) => idsIn([productOffering])))
}

async function owned(work: Work, had: ReadonlySet<string>): Promise<Document[]> {
  const keys = [...had].slice(0, mostSeen).map((id) => ({ kind: 'ProductOffering', id }))
  await work.look(keys)
  return keys.flatMap(({ kind, id }) => work.find(kind, id) ?? [])
}

/** Offerings that are tied to one the customer has, from either end. */
function relatedTo(offerings: readonly Document[], had: ReadonlySet<string>): Set<string> {
  const related = new Set<string>()
  for (const { id, productOfferingRelationship } of offerings) {
    const others = idsIn(productOfferingRelationship)
    if (had.has(id)) for (const other of others) related.add(other)
    else if (others.some((other) => had.has(other))) related.add(id)
  }
  return related
}

function suggestion(offering: Document, index: number): JsonObject {
  const { id, href, name, productSpecification } = offering
  const productOffering = { id, href, name, '@referredType': 'ProductOffering' }
  return {
    id: String(index + 1),
    priority: index + 1,
    product: { name, productOffering, ...(productSpecification ? { productSpecification } : {}) },
    productOffering,
  }
}

function isOnSale({ validFor }: Document, now: string): boolean {
  const { startDateTime, endDateTime } = (validFor ?? {}) as { startDateTime?: string; endDateTime?: string }
  const moment = Date.parse(now)
  const at = (dateTime: string | undefined) =>
    dateTime === undefined ? undefined : readInstant(dateTime)?.[0]
  return (at(startDateTime) ?? moment) <= moment && (at(endDateTime) ?? moment + 1) > moment
}

/** Documents that hold what is wanted; of a catalogue entry the version that answers for its id. */
async function find(work: Work, of: string, wanted: Wanted): Promise<Document[]> {
  const { page } = work.model.homeOf(of)
  const rows = await findDocuments(work.tx, page, { wanted, except: [], limit: mostSeen, lock: false })
  return rows
    .filter(({ id }) => !page.facts.isVersioned || splitVersionKey(id).version === undefined)
    .map(({ id, doc }) => ({ id, href: work.model.hrefOf(page, id), ...doc }))
}

/** The ids of references, each once. */
function idsIn(references: unknown): string[] {
  const ids = ((references ?? []) as ({ id?: string } | undefined)[]).map((each) => each?.id)
  return [...new Set(ids.filter((id) => id !== undefined))]
}
