/** Field work: an appointment and a work order; the orders are held until the technician has closed it. */
import type { Document } from '../../declare/index.ts'
import type { JsonObject } from '../../derive/validate.ts'
import { bookFirstFree, validFor } from '../../resources/visits.ts'
import type { FieldWork } from '../design.ts'
import { moveOrders, reachMilestone } from '../order-state.ts'
import { type Desk, done, type Outcome, type Task } from '../task.ts'
import { placeOf } from './design.ts'

export const fieldWork: Task = {
  name: 'Send a technician (TMF646, TMF697)',
  run: async (desk) => {
    const { data } = desk.plan
    if (data.workOrder === undefined) {
      const jobs = jobsOf(desk)
      const place = jobs[0] && placeOf(desk, jobs[0].item).place?.[0]
      const appointment = await appointmentOf(desk, place)
      if (appointment === undefined) return { kind: 'retry', message: 'no visit is free within half a year' }
      const workOrder = placeWorkOrder(desk, jobs, { appointment, place })
      data.workOrder = workOrder.id
      moveOrders(desk, 'held')
      return { kind: 'wait', message: `work order ${workOrder.id} is with the technician` }
    }
    await desk.work.look([{ kind: 'WorkOrder', id: data.workOrder }])
    return after(desk, desk.work.find('WorkOrder', data.workOrder), data.workOrder)
  },
}

function after(desk: Desk, workOrder: Document | undefined, id: string): Outcome {
  switch (workOrder?.state) {
    case 'completed':
      closeAppointment(desk)
      reachMilestone(desk, 'Field work done', `The technician has closed work order ${id}`)
      moveOrders(desk, 'inProgress')
      return done(`work order ${id} is completed`)
    case undefined:
    case 'failed':
    case 'partial':
    case 'rejected':
    case 'cancelled':
      return {
        kind: 'hold',
        message: `work order ${id} is ${workOrder?.state ?? 'gone'}: send a technician again`,
      }
    default:
      return { kind: 'wait', message: `work order ${id} is ${workOrder?.state}` }
  }
}

interface Job extends FieldWork {
  readonly item: string
  readonly about: JsonObject
}

function jobsOf(desk: Desk): Job[] {
  const { design, services, resources } = desk.plan.data
  const idOf = (list: readonly { key: string; id: string }[], key: string) =>
    list.find((realised) => realised.key === key)?.id ?? ''
  return [
    ...design.services.map((part) => ({
      part,
      about: () => desk.refTo('Service', idOf(services, part.key)),
    })),
    ...design.resources.map((part) => ({
      part,
      about: () => desk.refTo('Resource', idOf(resources, part.key)),
    })),
  ].flatMap(({ part, about }) =>
    part.fieldWork ? [{ ...part.fieldWork, item: part.item, about: about() }] : [],
  )
}

interface Visit {
  readonly appointment: JsonObject
  readonly place: JsonObject | undefined
}

function placeWorkOrder(desk: Desk, jobs: readonly Job[], { appointment, place }: Visit): Document {
  const { of: order } = desk.plan
  const draft = {
    category: 'installation',
    description: jobs.map(({ description }) => description).join('; '),
    externalId: order.id,
    appointment,
    order: [{ id: order.id, href: desk.order.href, '@referredType': order.kind }],
    relatedParty: desk.order.relatedParty,
    ...(place ? { place: withoutRole(place) } : {}),
    workOrderItem: jobs.map(({ description, workType, about }, index) => ({
      id: String(index + 1),
      action: 'add',
      description,
      state: 'acknowledged',
      work: { name: description, ...(workType ? { workType } : {}), state: 'acknowledged' },
      relatedEntity: [{ ...about, role: 'worked on' }],
    })),
  }
  return desk.create('WorkOrder', draft, { parent: `${order.kind} ${order.id}` })
}

/** TMF697 knows no role of a place. */
function withoutRole({ role: _role, ...place }: JsonObject): JsonObject {
  return place
}

const day = 86_400_000

/**
 * The appointment the order was placed with, or a confirmed one at the first free time from the day after tomorrow on.
 * Undefined when nobody is free.
 */
async function appointmentOf(desk: Desk, place: JsonObject | undefined): Promise<JsonObject | undefined> {
  const items = (desk.order.productOrderItem ?? desk.order.serviceOrderItem ?? []) as JsonObject[]
  const booked = items
    .map((item) => item.appointment as JsonObject | undefined)
    .find((ref) => ref?.id !== undefined)
  if (booked) return booked
  const earliest = (Math.floor(Date.parse(desk.work.now) / day) + 2) * day
  const slot = await bookFirstFree(desk.work, earliest)
  if (slot === undefined) return undefined
  const { of: order } = desk.plan
  const { id, href } = desk.create('Appointment', {
    category: 'installation',
    description: `Visit for ${order.id}`,
    externalId: order.id,
    status: 'confirmed',
    validFor: validFor(slot),
    relatedEntity: [{ id: order.id, href: desk.order.href, role: 'order', '@referredType': order.kind }],
    relatedParty: desk.order.relatedParty,
    ...(place ? { relatedPlace: place } : {}),
  })
  desk.plan.data.appointment = id
  return { id, href, '@referredType': 'Appointment' }
}

function closeAppointment(desk: Desk): void {
  const id = desk.plan.data.appointment
  if (id !== undefined && desk.work.find('Appointment', id)?.status === 'confirmed') {
    desk.change('Appointment', id, { status: 'completed' })
  }
}
