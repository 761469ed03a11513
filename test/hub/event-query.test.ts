import { describe, expect, test } from 'vitest'
import { TypeTable } from '../../src/derive/type-table.ts'
import { EventQuery, eventsOf } from '../../src/hub/event-query.ts'
import { apiOf } from './bench.ts'

const api = apiOf('TMF641')
const events = eventsOf(api, new TypeTable(api.resources))
const event = {
  eventId: 'e-1',
  eventTime: '2026-03-01T09:20:00.120Z',
  eventType: 'ServiceOrderStateChangeEvent',
  correlationId: 'corr-1',
  domain: 'ServiceOrdering',
  title: 'Service order state change',
  priority: 'normal',
  event: {
    serviceOrder: {
      id: 'so-1',
      href: '/tmf-api/serviceOrdering/v4/serviceOrder/so-1',
      state: 'completed',
      priority: '1',
      category: 'broadband',
      orderDate: '2026-03-01T09:00:00.000Z',
      serviceOrderItem: [
        { id: '1', action: 'add', quantity: 2, service: { serviceSpecification: { id: 'ss-fttp' } } },
      ],
    },
  },
}

describe('a subscription wants an event when its query', () => {
  test.each([
    '',
    'eventType=ServiceOrderStateChangeEvent',
    '?eventType=ServiceOrderCreateEvent,ServiceOrderStateChangeEvent',
    'eventType=ServiceOrderCreateEvent&eventType=ServiceOrderStateChangeEvent',
    'event.serviceOrder.state=completed,failed',
    'event.state=completed',
    'serviceOrder.state=completed',
    'state=completed',
    'state=failed;state=completed',
    'event.serviceOrder.state%3Dcompleted',
    'domain=ServiceOrdering&correlationId=corr-1',
    'priority=normal',
    'event.serviceOrder.priority=1',
    'id=so-1',
    'href=https://elsewhere.example/tmf-api/serviceOrdering/v4/serviceOrder/so-1',
    'orderDate=2026-03-01',
    'eventTime=2026-03-01',
    'serviceOrderItem.quantity=2.0',
    'serviceOrderItem.service.serviceSpecification.id=ss-fttp',
    'state.ne=failed',
    'state!=failed',
    'orderDate>=2026-03-01&orderDate.lt=2026-03-02',
    'category.like=broad*;category.eqi=VOICE',
    'category.regexi=^BROAD',
    'serviceOrderItem.quantity>1',
    'externalId.isnull=true',
    'eventType.ne=ServiceOrderCreateEvent',
    'eventType.like=*StateChangeEvent',
    'event.serviceOrder.href.contains=/serviceOrder/',
    "filter=event.serviceOrder.serviceOrderItem[?(@.quantity==2 && @.action=='add')]",
    "filter=serviceOrder.serviceOrderItem[?(@.quantity==2)]&filter=note[?(@.text=='x')]",
    'filter=serviceOrderItem[?(@.quantity==2)]',
    "filter=$[?(@.event.serviceOrder.state=='completed' || @.priority=='high')]",
    'eventType=ServiceOrderStateChangeEvent&state=completed&fields=event.serviceOrder.state&delivery=exact',
  ])('is %s', (query) => {
    expect(new EventQuery(events, query).wants(event)).toBe(true)
  })

  test.each([
    'eventType=ServiceOrderCreateEvent',
    'state=failed',
    'priority=1',
    'state=completed&category=voice',
    'note.author=jdoe',
    'event.cancelServiceOrder.state=completed',
    'externalId=x',
    'state.ne=completed',
    'priority.ne=normal',
    'eventType.ne=ServiceOrderStateChangeEvent',
    // What an event does not have is not unequal to anything, and is not missing where it does not belong.
    'externalId.ne=x',
    'event.cancelServiceOrder.state.ne=done',
    'event.cancelServiceOrder.state.isnull=true',
    "filter=serviceOrderItem[?(@.quantity==2 && @.action=='delete')]",
  ])('is not %s', (query) => {
    expect(new EventQuery(events, query).wants(event)).toBe(false)
  })
})

test('an event with too many values to compare is not wanted, and others are', () => {
  const query = new EventQuery(events, 'filter=note[?($.event.serviceOrder.note.text == @.author)]')
  const note = Array.from({ length: 2_000 }, (_, index) => ({ author: `a${index}`, text: `t${index}` }))
  const withNotes = (some: typeof note) => ({
    ...event,
    event: { serviceOrder: { ...event.event.serviceOrder, note: [...some, { author: 'x', text: 'x' }] } },
  })
  expect(query.wants(withNotes(note.slice(0, 10)))).toBe(true)
  expect(query.wants(withNotes(note))).toBe(false)
})

describe('a query is refused', () => {
  test.each([
    ['eventType=ServiceOrderDoneEvent', 'unknownEventType', /valid are .*ServiceOrderCreateEvent/],
    ['eventType=serviceOrderCreateEvent', 'unknownEventType', /did you mean 'ServiceOrderCreateEvent'/],
    ['stat=held', 'unknownQueryAttribute', /did you mean 'state'/],
    ['event.serviceOrder.stat=held', 'unknownQueryAttribute', /stat/],
    ['state.foo=held', 'unknownOperator', /foo/],
    ['state.regex=(a', 'invalidPattern', /closed/],
    ['orderDate=yesterday', 'invalidFilterValue', /date-time/],
    ['limit=5', 'invalidQuery', /limit/],
    ['filter=$[?(@.x)]', 'unknownQueryAttribute', /'x'/],
    ['filter=serviceOrderItem[?(@.quantiti==2)]', 'unknownQueryAttribute', /did you mean 'quantity'/],
    ['filter=$..state', 'jsonPathFeatureNotSupported', /\.\./],
    ['sort=state', 'invalidQuery', /sort/],
    ['delivery=pigeon', 'invalidQuery', /exact, listener/],
    ['state=%E0%A4%A', 'invalidQuery', /percent/],
    ['fields=a..b', 'invalidFields', /a\.\.b/],
    [`state=${'x'.repeat(3000)}`, 'queryTooComplex', /2048/],
  ] as const)('when it is %s', (query, code, message) => {
    const read = () => new EventQuery(events, query)
    expect(read).toThrow(expect.objectContaining({ code }))
    expect(read).toThrow(message)
  })
})

describe('fields cut an event', () => {
  const kept = {
    eventId: 'e-1',
    eventTime: '2026-03-01T09:20:00.120Z',
    eventType: 'ServiceOrderStateChangeEvent',
  }
  const identity = { id: 'so-1', href: '/tmf-api/serviceOrdering/v4/serviceOrder/so-1' }

  test.each(['event.serviceOrder.state', 'serviceOrder.state', 'state'])('to %s and its identity', (path) => {
    const query = new EventQuery(events, `fields=${path},domain`)
    expect(query.part(event)).toEqual({
      ...kept,
      domain: 'ServiceOrdering',
      event: { serviceOrder: { ...identity, state: 'completed' } },
    })
  })

  test('to its identity alone', () => {
    const query = new EventQuery(events, 'fields=none')
    expect(query.part(event)).toEqual({ ...kept, event: { serviceOrder: identity } })
  })
})
