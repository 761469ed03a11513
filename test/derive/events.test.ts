import { describe, expect, test } from 'vitest'
import type { ResourcePage } from '../../src/declare/index.ts'
import {
  announces,
  envelopeOf,
  eventsOfChange,
  eventsOfCreation,
  eventsOfRemoval,
  listenerName,
} from '../../src/derive/events.ts'
import type { JsonObject } from '../../src/derive/validate.ts'
import { model, pageOf } from './pages.ts'

const told = (page: ResourcePage, before: JsonObject, after: JsonObject) =>
  eventsOfChange(page, before, after).map(({ type, path }) => (path === undefined ? type : `${type} ${path}`))
const ServiceOrder = pageOf('ServiceOrder')
const TroubleTicket = pageOf('TroubleTicket')

describe('the events of a change', () => {
  const order = { state: 'held', description: 'x', note: [{ id: '1', text: 'a' }] }

  test('name the attributes that changed', () => {
    const after = { ...order, description: 'y', note: [] }
    expect(told(ServiceOrder, order, after)).toEqual([
      'ServiceOrderAttributeValueChangeEvent description,note',
    ])
  })

  test('of state are the state’s own', () => {
    expect(told(ServiceOrder, order, { ...order, state: 'inProgress' })).toEqual([
      'ServiceOrderStateChangeEvent',
    ])
  })

  test('of both tell the attributes first', () => {
    expect(told(ServiceOrder, order, { ...order, state: 'inProgress', description: 'y' })).toEqual([
      'ServiceOrderAttributeValueChangeEvent description',
      'ServiceOrderStateChangeEvent',
    ])
  })

  test('of an item’s state are a change of the order’s attributes', () => {
    const before = { ...order, serviceOrderItem: [{ id: '1', state: 'held' }] }
    const after = { ...order, serviceOrderItem: [{ id: '1', state: 'inProgress' }] }
    expect(told(ServiceOrder, before, after)).toEqual([
      'ServiceOrderAttributeValueChangeEvent serviceOrderItem',
    ])
  })

  test('are the status’s where the file calls it so', () => {
    const ticket = { status: 'acknowledged', statusChangeDate: '2026', lastUpdate: '2026' }
    const after = { status: 'inProgress', statusChangeDate: '2027', lastUpdate: '2027' }
    expect(told(TroubleTicket, ticket, after)).toEqual(['TroubleTicketStatusChangeEvent'])
  })

  test('are told by an event more when a ticket is resolved, or waits for its customer', () => {
    const ticket = { status: 'inProgress' }
    expect(told(TroubleTicket, ticket, { status: 'resolved' })).toEqual([
      'TroubleTicketStatusChangeEvent',
      'TroubleTicketResolvedEvent',
    ])
    expect(told(TroubleTicket, ticket, { status: 'pending' })).toEqual([
      'TroubleTicketStatusChangeEvent',
      'TroubleTicketInformationRequiredEvent note',
    ])
    expect(told(TroubleTicket, { status: 'resolved' }, { status: 'resolved', name: 'x' })).toEqual([
      'TroubleTicketAttributeValueChangeEvent name',
    ])
  })

  test('are told by an event more when an order reaches a milestone, or is in jeopardy', () => {
    const reached = { ...order, milestone: [{ id: '1', name: 'visit' }] }
    const change = 'ServiceOrderAttributeValueChangeEvent'
    expect(told(ServiceOrder, order, reached)).toEqual([`${change} milestone`, 'ServiceOrderMilestoneEvent'])
    const worded = { ...order, milestone: [{ id: '1', name: 'the visit' }] }
    expect(told(ServiceOrder, reached, worded)).toEqual([`${change} milestone`])
    expect(told(ServiceOrder, reached, order)).toEqual([`${change} milestone`])
    const alert = { exception: 'no port is free' }
    expect(told(ServiceOrder, order, { ...order, state: 'inProgress', jeopardyAlert: [alert] })).toEqual([
      `${change} jeopardyAlert`,
      'ServiceOrderStateChangeEvent',
      'ServiceOrderJeopardyEvent',
    ])
    const twice = { ...order, jeopardyAlert: [alert, { exception: 'no port is free yet' }] }
    expect(told(ServiceOrder, { ...order, jeopardyAlert: [alert] }, twice)).toContain(
      'ServiceOrderJeopardyEvent',
    )
  })

  test('are one ChangeEvent where the file knows no other', () => {
    const page = pageOf('ServiceSpecification')
    expect(
      told(page, { lifecycleStatus: 'In study', name: 'a' }, { lifecycleStatus: 'Active', name: 'b' }),
    ).toEqual(['ServiceSpecificationChangeEvent'])
  })

  test('are none when only what the server keeps has changed, or nothing', () => {
    expect(told(TroubleTicket, { lastUpdate: '2026' }, { lastUpdate: '2027' })).toEqual([])
    expect(told(ServiceOrder, order, structuredClone(order))).toEqual([])
  })

  test('are only those the page announces', () => {
    for (const { page } of model.collections) {
      const of = page.lifecycle?.of
      const [from, to] = Object.keys(page.lifecycle?.moves ?? {})
      const before = of && from ? { [of]: from } : {}
      const after = { ...(of && to ? { [of]: to } : {}), '@baseType': 'x' }
      const events = [
        ...eventsOfCreation(page),
        ...eventsOfChange(page, before, after),
        ...eventsOfRemoval(page),
      ]
      for (const { type } of events)
        expect([page.name, type, announces(page, type)]).toEqual([page.name, type, true])
    }
  })
})

test('a creation and a removal are told once', () => {
  expect(eventsOfCreation(ServiceOrder)).toEqual([{ type: 'ServiceOrderCreateEvent' }])
  expect(eventsOfRemoval(ServiceOrder)).toEqual([{ type: 'ServiceOrderDeleteEvent' }])
  expect(eventsOfRemoval(pageOf('CancelServiceOrder'))).toEqual([])
})

test('a page announces its own events, also those with names of their own', () => {
  expect(announces(ServiceOrder, 'ServiceOrderMilestoneEvent')).toBe(true)
  expect(announces(ServiceOrder, 'ServiceOrderStateChangeEvent')).toBe(true)
  expect(announces(ServiceOrder, 'ProductOrderCreateEvent')).toBe(false)
})

test('a listener is named for the event', () => {
  expect(listenerName('ServiceOrderStateChangeEvent')).toBe('serviceOrderStateChangeEvent')
})

describe('the envelope', () => {
  const { api } = model.collectionOf(ServiceOrder)
  const resource = { id: 'so-1', href: '/so-1', state: 'completed' }
  const record = {
    id: 'e-1',
    type: 'ServiceOrderStateChangeEvent',
    kind: 'ServiceOrder',
    entityId: 'so-1',
    correlationId: 'corr-1',
    time: '2026-03-01T09:20:00.120Z',
    resource,
  }

  test('says what happened to what, and when', () => {
    expect(envelopeOf(record, ServiceOrder, api)).toEqual({
      eventId: 'e-1',
      eventTime: '2026-03-01T09:20:00.120Z',
      eventType: 'ServiceOrderStateChangeEvent',
      correlationId: 'corr-1',
      domain: 'ServiceOrdering',
      title: 'Service order state change',
      description: 'serviceOrder so-1 is completed',
      priority: 'normal',
      timeOcurred: '2026-03-01T09:20:00.120Z',
      event: { serviceOrder: resource },
    })
  })

  test('names the changed paths where there are some, and urges for jeopardy', () => {
    const changed = { ...record, path: 'note,state' }
    expect(envelopeOf(changed, ServiceOrder, api).fieldPath).toBe('note,state')
    const jeopardy = { ...record, type: 'ServiceOrderJeopardyEvent' }
    expect(envelopeOf(jeopardy, ServiceOrder, api).priority).toBe('high')
  })

  test('of the second generation names its type, and spells the time both ways', () => {
    const later = envelopeOf(record, ServiceOrder, { ...api, generation: 5 })
    expect(later).toEqual({
      ...envelopeOf(record, ServiceOrder, api),
      timeOccurred: record.time,
      '@type': 'ServiceOrderStateChangeEvent',
      '@baseType': 'Event',
    })
    expect(later.timeOcurred).toBe(record.time)
  })
})
