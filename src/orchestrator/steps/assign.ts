/** Assigns and reserves the resources of the design: takes free ones from the inventory, makes the others. */
import type { JsonObject } from '../../derive/validate.ts'
import { takeFree } from '../../store/inventory.ts'
import type { Row } from '../../store/writes.ts'
import type { DesignedResource } from '../design.ts'
import { customerIdOf } from '../facts.ts'
import { moveOrder } from '../order-state.ts'
import {
  instanceCharacteristics,
  type RuleInput,
  ruleValue,
  toList,
  toValues,
  type Values,
} from '../rules.ts'
import { type Desk, done, type Task } from '../task.ts'
import { placeOf } from './design.ts'

/** A resource chosen for a part of the design: a row of the inventory, or what a new one will be. */
interface Chosen {
  readonly part: DesignedResource
  readonly row?: Row
  readonly name: string
  readonly values: Values
}

export const assign: Task = {
  name: 'Assign and reserve resources (TMF652, TMF685)',
  run: async (desk) => {
    const chosen = await choose(desk)
    if (typeof chosen === 'string') return { kind: 'retry', message: chosen }
    const ids = chosen.map((choice) => reserve(desk, choice))
    desk.plan.data.resources = chosen.map(({ part, row }, index) => ({
      key: part.key,
      id: ids[index] ?? '',
      ...(row ? { before: assignable(row) } : {}),
    }))
    if (chosen.length > 0) placeResourceOrder(desk, chosen, ids)
    linkServices(desk)
    return done(chosen.map(({ name }) => name).join(', ') || 'nothing to assign')
  },
}

/** What an assignment changes of a resource of the inventory; null stands for what it did not have. */
function assignable({ doc }: Row): JsonObject {
  const names = ['resourceCharacteristic', 'place', 'relatedParty']
  return Object.fromEntries(names.map((name) => [name, doc[name] ?? null]))
}

/** Chooses all or nothing; gives the reason when something is not to be had just now. */
async function choose(desk: Desk): Promise<Chosen[] | string> {
  const { design, inputs } = desk.plan.data
  const chosen: Chosen[] = []
  const taken: string[] = []
  const byItem = new Map<string, Values>()
  for (const part of design.resources) {
    const specification = await desk.lookup('ResourceSpecification', part.specification.id)
    if (specification === undefined) return `resource specification ${part.specification.id} is gone`
    const before = byItem.get(part.item) ?? {}
    const service = design.services.find(({ key }) => key === part.service)
    const input: RuleInput = {
      ...inputs[part.item],
      ...(service ? { service: service.characteristics } : {}),
      resource: before,
    }
    const filter = (await ruleValue(specification, 'assignmentFilter', input)) ?? part.filter
    const row =
      part.assignment === 'inventory'
        ? await takeFree(desk.work.tx, {
            specification: part.specification.id,
            filter: filter as Values,
            except: [...taken, ...heldResources(desk)],
          })
        : undefined
    if (part.assignment === 'inventory' && row === undefined)
      return `no ${part.specification.name} is free any more`
    if (row) {
      taken.push(row.id)
      desk.work.adopt(row)
    }
    const values = await instanceCharacteristics(
      specification,
      input,
      toValues(row?.doc.resourceCharacteristic),
    )
    const named = await ruleValue(specification, 'instanceName', input)
    const name = String(row?.doc.name ?? named ?? part.specification.name)
    chosen.push({ part, name, values, ...(row ? { row } : {}) })
    byItem.set(part.item, { ...before, [part.specification.id]: { ...values, id: row?.id, name } })
  }
  return chosen
}

/** Resources other plans of this unit of work have taken: not yet written, they would look free. */
function heldResources(desk: Desk): string[] {
  return desk.work.idsOf('Resource')
}

function reserve(desk: Desk, { part, row, name, values }: Chosen): string {
  const place = placeOf(desk, part.item).place?.[0]
  const parties = desk.order.relatedParty as JsonObject[] | undefined
  const owners = parties && parties.length > 0 ? { relatedParty: parties } : {}
  if (row) {
    desk.change('Resource', row.id, {
      resourceStatus: 'reserved',
      resourceCharacteristic: toList(values),
      ...(row.doc.place === undefined && place ? { place } : {}),
      ...owners,
    })
    return row.id
  }
  return desk.create('Resource', {
    name,
    category: part.specification.name,
    resourceSpecification: part.specification,
    resourceCharacteristic: toList(values),
    resourceStatus: 'reserved',
    usageState: 'idle',
    administrativeState: 'locked',
    operationalState: 'disable',
    ...(place ? { place } : {}),
    ...owners,
  }).id
}

function placeResourceOrder(desk: Desk, chosen: readonly Chosen[], ids: readonly string[]): void {
  const { of: order, data } = desk.plan
  const parties = desk.order.relatedParty
  const lines = chosen.map(({ part }, index) => ({
    action: 'add',
    quantity: 1,
    resourceSpecification: part.specification,
    resource: desk.refTo('Resource', ids[index] ?? '', { resourceStatus: 'reserved' }),
  }))
  if (order.kind === 'ResourceOrder') {
    const items = (desk.order.orderItem as JsonObject[]).map((item) => {
      const index = chosen.findIndex(({ part }) => part.item === item.id)
      const line = lines[index]
      return line === undefined
        ? item
        : { ...item, resource: { ...(item.resource as JsonObject), ...line.resource } }
    })
    desk.change('ResourceOrder', order.id, { orderItem: items })
  } else {
    const serviceOrder = data.serviceOrder ?? ''
    const created = desk.create('ResourceOrder', {
      name: `Resources of service order ${serviceOrder}`,
      externalId: serviceOrder,
      category: 'assign and reserve',
      orderType: 'assign and reserve',
      externalReference: [{ id: serviceOrder, entityType: 'ServiceOrder', owner: 'goldthread' }],
      relatedParty: parties,
      orderItem: lines.map((line, index) => ({ id: String(index + 1), ...line })),
    })
    data.resourceOrder = created.id
    moveOrder(desk, 'ResourceOrder', created.id, 'inProgress', { startDate: desk.work.now })
  }
  const customer = customerIdOf(parties)
  if (customer === undefined) return
  data.reservation = desk.create('Reservation', {
    description: `Resources of resource order ${data.resourceOrder}`,
    reservationState: 'reserved',
    relatedParty: { id: customer, role: 'customer' },
    reservationItem: chosen.map(({ part, name }, index) => ({
      quantity: 1,
      subReservationState: 'reserved',
      appliedCapacityAmount: {
        appliedDemandAmount: '1',
        resource: [{ id: ids[index], name, type: part.specification.name, state: 'reserved' }],
      },
    })),
  }).id
}

/** Each service knows the resources it runs on, and is reserved with them. */
function linkServices(desk: Desk): void {
  const { data } = desk.plan
  for (const { key, id } of data.services) {
    const supporting = data.design.resources
      .filter(({ service }) => service === key)
      .flatMap((part) => {
        const realised = data.resources.find((resource) => resource.key === part.key)
        return realised ? [desk.refTo('Resource', realised.id)] : []
      })
    desk.change('Service', id, {
      state: 'reserved',
      ...(supporting.length > 0 ? { supportingResource: supporting } : {}),
    })
  }
}
