/** Decomposes what was ordered into services and resources, and puts the service order and its services in place. */
import type { JsonObject } from '../../derive/validate.ts'
import { type DesignedService, Designer, DesignFault } from '../design.ts'
import { customerIdOf, factsOf, placeIdOf } from '../facts.ts'
import { orderedProduct, withSite } from '../gates.ts'
import { moveOrder } from '../order-state.ts'
import type { StepDraft } from '../plan.ts'
import { toList, toValues } from '../rules.ts'
import { type Desk, done, type Outcome, type Task } from '../task.ts'
import { inputOf, productItems } from './qualify.ts'

/** From a product order: offering → product specification → services → resources. */
export const designProductOrder: Task = {
  name: 'Decompose the order by the catalogue (TMF633)',
  run: (desk) =>
    designing(desk, async (designer) => {
      for (const item of productItems(desk.order)) {
        if (item.action === 'noChange') continue
        refuseUnlessAdd(item.id, item.action, (item as unknown as JsonObject).quantity)
        const input = await inputOf(desk, item)
        const specification = (item.product?.productSpecification as { id?: string } | undefined)?.id
        const ordered = await orderedProduct(desk.lookup, item.productOffering?.id, specification, {})
        for (const id of ordered.serviceSpecifications) await designer.addService(item.id, id, input)
      }
      return () => placeServiceOrder(desk)
    }),
}

/** From a service order entered by itself: each item names a service specification. */
export const designServiceOrder: Task = {
  name: 'Decompose the services by the catalogue (TMF633)',
  run: (desk) =>
    designing(desk, async (designer) => {
      for (const item of flatItems(desk.order, 'serviceOrderItem')) {
        if (item.action === 'noChange') continue
        refuseUnlessAdd(String(item.id), String(item.action), item.quantity)
        const service = (item.service ?? {}) as JsonObject
        const specification = (service.serviceSpecification as { id?: string } | undefined)?.id
        if (specification === undefined) {
          throw new DesignFault(`item ${item.id} names no service specification`)
        }
        const parties = service.relatedParty ?? desk.order.relatedParty
        const asked = toValues(service.serviceCharacteristic)
        const facts = await factsOf(desk.work, {
          customer: customerIdOf(parties),
          place: placeIdOf(service.place),
        })
        // What a product would have said, the service's own characteristics say here.
        const input = await withSite(desk.work, desk.lookup, specification, { ...facts, product: asked })
        desk.plan.data.inputs[String(item.id)] = input
        await designer.addService(String(item.id), specification, input, { asked })
      }
      return () => {
        desk.plan.data.serviceOrder = desk.order.id
        moveOrder(desk, 'ServiceOrder', desk.order.id, 'inProgress', { startDate: desk.work.now })
        createServices(desk)
        linkOwnItems(desk)
      }
    }),
}

/** From a resource order entered by itself: each item names a resource specification. */
export const designResourceOrder: Task = {
  name: 'Look up the resources in the catalogue (TMF634)',
  run: (desk) =>
    designing(desk, async (designer) => {
      for (const item of flatItems(desk.order, 'orderItem')) {
        if (item.action === 'noChange') continue
        refuseUnlessAdd(String(item.id), String(item.action ?? 'add'), item.quantity)
        const resource = (item.resource ?? {}) as JsonObject
        const named = (item.resourceSpecification ?? resource.resourceSpecification) as
          | { id?: string }
          | undefined
        if (named?.id === undefined) throw new DesignFault(`item ${item.id} names no resource specification`)
        const asked = toValues(resource.resourceCharacteristic)
        const place = placeIdOf(resource.place === undefined ? [] : [resource.place])
        const facts = await factsOf(desk.work, { customer: customerIdOf(desk.order.relatedParty), place })
        const input = { ...facts, product: asked, service: asked, site: asked }
        desk.plan.data.inputs[String(item.id)] = input
        await designer.addResource(String(item.id), named.id, input, String(item.id))
      }
      return () => {
        desk.plan.data.resourceOrder = desk.order.id
        moveOrder(desk, 'ResourceOrder', desk.order.id, 'inProgress', { startDate: desk.work.now })
      }
    }),
}

async function designing(desk: Desk, build: (designer: Designer) => Promise<() => void>): Promise<Outcome> {
  const designer = new Designer(desk.lookup)
  try {
    const place = await build(designer)
    const { design } = designer
    desk.plan.data.design = { ...design, services: [...design.services].sort(byDepth) }
    place()
    const { services, resources } = desk.plan.data.design
    return done(`${services.length} services, ${resources.length} resources`, stepsOf(desk))
  } catch (error) {
    if (!(error instanceof DesignFault)) throw error
    const reason = { code: 'TECH-009', label: 'Cannot be designed', technicalReason: error.message }
    return { kind: 'reject', reasons: [reason] }
  }
}

/** Services a customer sees come before those they rely on. */
function byDepth(a: DesignedService, b: DesignedService): number {
  return a.key.split('/').length - b.key.split('/').length || (a.key < b.key ? -1 : 1)
}

function refuseUnlessAdd(item: string, action: string, quantity: unknown): void {
  if (action !== 'add') throw new DesignFault(`item ${item}: action ${action} is not offered yet, only add`)
  if (typeof quantity === 'number' && quantity !== 1) {
    throw new DesignFault(`item ${item}: order ${quantity} of something as ${quantity} items`)
  }
}

function flatItems(order: JsonObject, list: string): JsonObject[] {
  const flat = (items: readonly JsonObject[]): JsonObject[] =>
    items.flatMap((item) => [item, ...flat((item[list] as JsonObject[] | undefined) ?? [])])
  return flat((order[list] as JsonObject[] | undefined) ?? [])
}

/** The steps that deliver the design, each after what it needs. */
function stepsOf(desk: Desk): StepDraft[] {
  const { services, resources } = desk.plan.data.design
  const steps: StepDraft[] = [{ id: 'assign', task: 'assign', needs: ['design'] }]
  const needsField = [...services, ...resources].some(({ fieldWork }) => fieldWork !== undefined)
  if (needsField) steps.push({ id: 'fieldWork', task: 'fieldWork', needs: ['assign'] })
  const before = needsField ? 'fieldWork' : 'assign'
  for (const { key, isActivated } of resources) {
    if (isActivated) steps.push({ id: `resource:${key}`, task: 'activateResource', needs: [before] })
  }
  for (const { key, reliesOn, isActivated } of services) {
    if (!isActivated) continue
    const below = [
      ...resources
        .filter(({ service, isActivated: called }) => called && service === key)
        .map((part) => `resource:${part.key}`),
      ...services
        .filter((part) => part.isActivated && reliesOn.includes(part.key))
        .map((part) => `service:${part.key}`),
    ]
    steps.push({ id: `service:${key}`, task: 'activateService', needs: below.length > 0 ? below : [before] })
  }
  for (const { key, test, isActivated } of services) {
    if (test)
      steps.push({ id: `test:${key}`, task: 'testService', needs: [isActivated ? `service:${key}` : before] })
  }
  const all = steps.map(({ id }) => id)
  return [...steps, { id: 'complete', task: 'complete', needs: all }]
}

function placeServiceOrder(desk: Desk): void {
  const { of: order, data } = desk.plan
  moveOrder(desk, 'ProductOrder', order.id, 'inProgress')
  const { services } = data.design
  const itemIds = new Map(services.map(({ key }, index) => [key, String(index + 1)]))
  const serviceOrder = desk.create('ServiceOrder', {
    externalId: order.id,
    category: desk.order.category ?? 'product order',
    description: `Services of product order ${order.id}`,
    requestedStartDate: desk.order.requestedStartDate,
    requestedCompletionDate: desk.order.requestedCompletionDate,
    relatedParty: typedParties(desk.order.relatedParty),
    externalReference: [
      { id: order.id, href: desk.order.href, name: 'productOrderRef', externalReferenceType: 'ProductOrder' },
    ],
    serviceOrderItem: services.map((service) => ({
      id: itemIds.get(service.key),
      action: 'add',
      service: {
        name: service.name,
        serviceSpecification: service.specification,
        serviceCharacteristic: toList(service.characteristics),
        ...placeOf(desk, service.item),
      },
      ...(service.reliesOn.length > 0
        ? {
            serviceOrderItemRelationship: service.reliesOn.map((key) => ({
              relationshipType: 'reliesOn',
              orderItem: { itemId: itemIds.get(key) },
            })),
          }
        : {}),
    })),
  })
  data.serviceOrder = serviceOrder.id
  moveOrder(desk, 'ServiceOrder', serviceOrder.id, 'inProgress', { startDate: desk.work.now })
  createServices(desk)
  const items = (desk.get('ServiceOrder', serviceOrder.id).serviceOrderItem as JsonObject[]).map(
    (item, index) => {
      const realised = data.services.find(({ key }) => key === services[index]?.key)
      return realised === undefined ? item : withService(desk, item, realised.id)
    },
  )
  desk.change('ServiceOrder', serviceOrder.id, { serviceOrderItem: items })
}

function withService(desk: Desk, item: JsonObject, id: string): JsonObject {
  const { href } = desk.get('Service', id)
  return { ...item, service: { ...(item.service as JsonObject), id, href } }
}

/** The items of an order entered by itself learn which service they became. */
function linkOwnItems(desk: Desk): void {
  const { services } = desk.plan.data
  const link = (items: readonly JsonObject[]): JsonObject[] =>
    items.map((item) => {
      const realised = services.find(
        ({ key }) => key.split('/').length === 2 && key.startsWith(`${item.id}/`),
      )
      const within = item.serviceOrderItem as JsonObject[] | undefined
      const linked = realised ? withService(desk, item, realised.id) : item
      return within ? { ...linked, serviceOrderItem: link(within) } : linked
    })
  const items = link(desk.order.serviceOrderItem as JsonObject[])
  desk.change('ServiceOrder', desk.order.id, { serviceOrderItem: items })
}

/** Creates the services of the design, those relied on first, so that each can point to what it relies on. */
function createServices(desk: Desk): void {
  const { data } = desk.plan
  const { services } = data.design
  const made = new Map<string, string>()
  for (const service of [...services].reverse()) {
    const number = String(services.indexOf(service) + 1)
    const itemId = desk.plan.of.kind === 'ServiceOrder' ? service.item : number
    const relations = service.reliesOn.flatMap((key) => {
      const id = made.get(key)
      return id === undefined ? [] : [{ relationshipType: 'reliesOn', service: desk.refTo('Service', id) }]
    })
    const { id } = desk.create('Service', {
      name: service.name,
      category: service.role,
      '@type': service.role === 'CFS' ? 'CustomerFacingService' : 'ResourceFacingService',
      state: 'designed',
      serviceSpecification: service.specification,
      serviceCharacteristic: toList(service.characteristics),
      relatedParty: desk.order.relatedParty,
      ...placeOf(desk, service.item),
      ...(relations.length > 0 ? { serviceRelationship: relations } : {}),
      serviceOrderItem: [
        {
          serviceOrderId: data.serviceOrder,
          serviceOrderHref: desk.get('ServiceOrder', data.serviceOrder ?? '').href,
          itemId,
          itemAction: 'add',
        },
      ],
    })
    made.set(service.key, id)
  }
  data.services = services.flatMap(({ key }) => {
    const id = made.get(key)
    return id === undefined ? [] : [{ key, id }]
  })
}

/** Where the services and resources of an item are, as their documents say it. */
export function placeOf(desk: Desk, item: string): { place?: JsonObject[] } {
  const place = desk.plan.data.inputs[item]?.place
  if (place === undefined) return {}
  const { id, href, name } = place
  return {
    place: [
      {
        id,
        href,
        ...(typeof name === 'string' ? { name } : {}),
        role: 'installationAddress',
        '@referredType': 'GeographicAddress',
      },
    ],
  }
}

/** TMF641 wants the type of a related party said. */
function typedParties(parties: unknown): unknown {
  return ((parties as JsonObject[] | undefined) ?? []).map((party) => ({ '@type': 'RelatedParty', ...party }))
}
