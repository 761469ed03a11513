/** Completion, bottom up: resource order, service order, product in inventory, product order; billing and usage start. */
import type { JsonObject } from '../../derive/validate.ts'
import { customerIdOf } from '../facts.ts'
import { orderedProduct } from '../gates.ts'
import { moveOrder } from '../order-state.ts'
import { toList } from '../rules.ts'
import { type Desk, done, type Task } from '../task.ts'
import { putInUse, switchOn } from './activate.ts'
import { type OrderItem, productItems } from './qualify.ts'

export const complete: Task = {
  name: 'Complete the orders (TMF652, TMF641, TMF637, TMF622)',
  run: async (desk) => {
    const { of: order, data } = desk.plan
    takeIntoUse(desk)
    const over = { completionDate: desk.work.now }
    if (data.resourceOrder !== undefined)
      moveOrder(desk, 'ResourceOrder', data.resourceOrder, 'completed', over)
    if (data.serviceOrder !== undefined) moveOrder(desk, 'ServiceOrder', data.serviceOrder, 'completed', over)
    if (data.reservation !== undefined)
      desk.change('Reservation', data.reservation, { reservationState: 'completed' })
    if (order.kind !== 'ProductOrder') return done()
    for (const item of productItems(desk.order)) {
      if (item.action === 'add') await putIntoInventory(desk, item)
    }
    moveOrder(desk, 'ProductOrder', order.id, 'completed', over)
    await startBilling(desk)
    recordUsage(desk)
    return done()
  },
}

/** What needs no command to the network is in use when everything else is. */
function takeIntoUse(desk: Desk): void {
  const { data } = desk.plan
  for (const { id } of data.resources) {
    if (desk.get('Resource', id).usageState !== 'active') putInUse(desk, id)
  }
  for (const { id } of [...data.services].reverse()) {
    if (desk.get('Service', id).state !== 'active') switchOn(desk, id)
  }
}

async function putIntoInventory(desk: Desk, item: OrderItem): Promise<void> {
  const { of: order, data } = desk.plan
  const asked = item.product ?? {}
  const named = (asked.productSpecification as { id?: string } | undefined)?.id
  const { offering, specification } = await orderedProduct(desk.lookup, item.productOffering?.id, named, {})
  const ofItem = <Part extends { key: string }>(list: readonly Part[]) =>
    list.filter(({ key }) => key.startsWith(`${item.id}/`))
  const customerFacing = ofItem(data.design.services).filter(({ role }) => role === 'CFS')
  const product = desk.create('Product', {
    name: asked.name ?? offering?.name ?? specification?.name,
    description: asked.description,
    isCustomerVisible: true,
    orderDate: desk.order.orderDate,
    startDate: desk.work.now,
    status: 'active',
    productCharacteristic: toList(data.inputs[item.id]?.product ?? {}),
    place: asked.place,
    relatedParty: desk.order.relatedParty,
    billingAccount: (item as unknown as JsonObject).billingAccount ?? desk.order.billingAccount,
    ...(offering ? { productOffering: { id: offering.id, href: offering.href, name: offering.name } } : {}),
    ...(specification
      ? { productSpecification: { id: specification.id, href: specification.href, name: specification.name } }
      : {}),
    realizingService: ofItem(data.services)
      .filter(({ key }) => customerFacing.some((service) => service.key === key))
      .map(({ id }) => desk.refTo('Service', id)),
    realizingResource: ofItem(data.resources).map(({ id }) => desk.refTo('Resource', id)),
    productOrderItem: [
      {
        productOrderId: order.id,
        productOrderHref: desk.order.href,
        orderItemId: item.id,
        orderItemAction: 'add',
      },
    ],
  })
  data.products.push({ key: item.id, id: product.id })
  const { id, href } = product
  const link = (items: readonly JsonObject[]): JsonObject[] =>
    items.map((line) => {
      const within = line.productOrderItem as JsonObject[] | undefined
      const linked =
        line.id === item.id ? { ...line, product: { ...(line.product as JsonObject), id, href } } : line
      return within ? { ...linked, productOrderItem: link(within) } : linked
    })
  desk.change('ProductOrder', order.id, {
    productOrderItem: link(desk.order.productOrderItem as JsonObject[]),
  })
}

/** The account the order names is switched on; a customer without one gets one. */
async function startBilling(desk: Desk): Promise<void> {
  const customer = customerIdOf(desk.order.relatedParty)
  const items = productItems(desk.order) as unknown as JsonObject[]
  const accounts = [desk.order, ...items].flatMap((part) => {
    const id = (part.billingAccount as { id?: string } | undefined)?.id
    return id === undefined ? [] : [id]
  })
  const keys = [...new Set(accounts)].sort().map((id) => ({ kind: 'BillingAccount', id }))
  await desk.work.look(keys)
  const dormant = keys.filter(({ kind, id }) => {
    const account = desk.work.find(kind, id)
    return account !== undefined && account.state !== 'active'
  })
  await desk.work.lock(dormant)
  for (const { id } of dormant) desk.change('BillingAccount', id, { state: 'active' })
  if (keys.length > 0 || customer === undefined) return
  const party = { id: customer, role: 'owner', '@referredType': 'Customer' }
  desk.create('BillingAccount', {
    name: `Account of ${desk.work.find('Customer', customer)?.name ?? customer}`,
    state: 'active',
    relatedParty: [{ ...party, name: String(desk.work.find('Customer', customer)?.name ?? customer) }],
  })
}

/** The first usage record of each service that is metered. */
function recordUsage(desk: Desk): void {
  const { design, services } = desk.plan.data
  for (const { key, usage, name } of design.services) {
    const service = services.find((realised) => realised.key === key)
    if (usage === undefined || service === undefined) continue
    desk.create('Usage', {
      usageType: usage.usageType,
      description: usage.description ?? `First usage of ${name}`,
      usageDate: desk.work.now,
      relatedParty: desk.order.relatedParty,
      usageCharacteristic: [{ name: 'service', value: service.id, valueType: 'string' }],
    })
  }
}
