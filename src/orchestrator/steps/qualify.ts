/** The gates of a product order: address, then commercial, then technical. The first refusal rejects the order. */
import type { JsonObject } from '../../derive/validate.ts'
import { customerIdOf, factsOf, placeIdOf } from '../facts.ts'
import {
  addressGate,
  commercialGate,
  orderedProduct,
  technicalGate,
  type Verdict,
  withSite,
} from '../gates.ts'
import { poqAnswer, serviceAnswer } from '../qualification.ts'
import { type RuleInput, toValues } from '../rules.ts'
import { type Desk, done, type Outcome, type Task } from '../task.ts'

export interface OrderItem {
  readonly id: string
  readonly action: string
  readonly product?: JsonObject
  readonly productOffering?: { readonly id?: string }
  readonly productOrderItem?: readonly OrderItem[]
}

/** The items of a product order, those within others too. */
export function productItems(order: JsonObject): OrderItem[] {
  const flat = (items: readonly OrderItem[]): OrderItem[] =>
    items.flatMap((item) => [item, ...flat(item.productOrderItem ?? [])])
  return flat((order.productOrderItem as OrderItem[] | undefined) ?? [])
}

/** What expressions may look at for an item of a product order. */
export async function inputOf(desk: Desk, item: OrderItem): Promise<RuleInput> {
  const known = desk.plan.data.inputs[item.id]
  if (known) return known
  const customer = customerIdOf(desk.order.relatedParty)
  const facts = await factsOf(desk.work, { customer, place: placeIdOf(item.product?.place) })
  const asked = toValues(item.product?.productCharacteristic)
  const specification = (item.product?.productSpecification as { id?: string } | undefined)?.id
  const ordered = await orderedProduct(desk.lookup, item.productOffering?.id, specification, asked)
  let input: RuleInput = { ...facts, product: ordered.values }
  for (const id of ordered.serviceSpecifications) input = await withSite(desk.work, desk.lookup, id, input)
  desk.plan.data.inputs[item.id] = input
  return input
}

export const addressCheck: Task = {
  name: 'Check the address (TMF673)',
  run: (desk) =>
    eachItem(desk, async (item) => {
      const place = placeIdOf(item.product?.place)
      return { verdict: addressGate(place, await inputOf(desk, item)) }
    }),
}

export const commercialCheck: Task = {
  name: 'Check that the customer may buy it (TMF679)',
  run: (desk) =>
    eachItem(desk, async (item) => {
      const customer = customerIdOf(desk.order.relatedParty)
      const offering = item.productOffering?.id
      if (offering === undefined) return { verdict: await bySpecification(desk, item) }
      const verdict = await commercialGate(desk.lookup, offering, customer, await inputOf(desk, item))
      return { verdict, record: () => recordCommercial(desk, item, verdict) }
    }),
}

export const technicalCheck: Task = {
  name: 'Check that the network can deliver it (TMF645)',
  run: (desk) =>
    eachItem(desk, async (item) => {
      const input = await inputOf(desk, item)
      const specification = (item.product?.productSpecification as { id?: string } | undefined)?.id
      const ordered = await orderedProduct(desk.lookup, item.productOffering?.id, specification, {})
      const verdict = await technicalGate(desk.work, desk.lookup, ordered.serviceSpecifications, input)
      return { verdict, record: () => recordTechnical(desk, item, ordered.serviceSpecifications, verdict) }
    }),
}

/** An order by product specification, without an offering: the specification must exist. */
async function bySpecification(desk: Desk, item: OrderItem): Promise<Verdict> {
  const id = (item.product?.productSpecification as { id?: string } | undefined)?.id
  const found = id === undefined ? undefined : await desk.lookup('ProductSpecification', id)
  if (found) return { isPassed: true, reasons: [], alternatives: [] }
  const reason = {
    code: 'COMM-004',
    label: 'Unknown offering',
    technicalReason: `Item ${item.id} names neither a productOffering nor a product specification of the catalogue`,
    suggestedAction: 'Choose an offering of the catalogue',
  }
  return { isPassed: false, reasons: [reason], alternatives: [] }
}

interface Judged {
  readonly verdict: Verdict
  readonly record?: () => void
}

async function eachItem(desk: Desk, judge: (item: OrderItem) => Promise<Judged>): Promise<Outcome> {
  for (const item of productItems(desk.order)) {
    if (item.action === 'noChange') continue
    const { verdict, record } = await judge(item)
    if (verdict.isPassed) continue
    record?.()
    return { kind: 'reject', reasons: verdict.reasons }
  }
  return done('passed')
}

/** A refusal is kept as the qualification it amounts to, and the order refers to it. */
function recordCommercial(desk: Desk, item: OrderItem, verdict: Verdict): void {
  const asked = { id: '1', productOffering: item.productOffering, product: item.product }
  const qualification = desk.create('ProductOfferingQualification', {
    description: `Gate of product order ${desk.order.id}`,
    relatedParty: desk.order.relatedParty,
    ...poqAnswer([asked], [verdict], desk.work.now),
    state: 'done',
  })
  const ref = {
    id: qualification.id,
    href: qualification.href,
    '@referredType': 'ProductOfferingQualification',
  }
  desk.change('ProductOrder', desk.order.id, { productOfferingQualification: [ref] })
}

function recordTechnical(
  desk: Desk,
  item: OrderItem,
  specifications: readonly string[],
  verdict: Verdict,
): void {
  const service = {
    place: item.product?.place,
    ...(specifications[0] === undefined ? {} : { serviceSpecification: { id: specifications[0] } }),
  }
  desk.create('CheckServiceQualification', {
    description: `Gate of product order ${desk.order.id}`,
    externalId: desk.order.id,
    relatedParty: desk.order.relatedParty,
    ...serviceAnswer([{ id: item.id, service }], [verdict], desk.work.now),
    state: 'done',
  })
}
