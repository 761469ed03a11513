import { describe, expect, test } from 'vitest'
import { stampChange, stampNew } from '../../src/derive/stamp.ts'
import type { JsonObject } from '../../src/derive/validate.ts'
import { pageOf } from './pages.ts'

const now = '2026-03-01T09:00:00.000Z'
const later = '2026-03-02T09:00:00.000Z'
const born = (name: string, draft: JsonObject) => stampNew(pageOf(name), draft, now)
const changed = (name: string, before: JsonObject, more: JsonObject) =>
  stampChange(pageOf(name), before, { ...before, ...more }, later)

describe('a new document', () => {
  test('has the state its life begins with, the dates of its birth, and the same for its items', () => {
    const item = { id: '1', action: 'add', service: {} }
    expect(born('ServiceOrder', { serviceOrderItem: [item] })).toEqual({
      orderDate: now,
      serviceOrderItem: [{ ...item, state: 'acknowledged' }],
      state: 'acknowledged',
    })
  })

  test('has the defaults of its page where the client says nothing', () => {
    expect(born('ProductOffering', { name: 'Fibre' })).toMatchObject({
      isBundle: false,
      isSellable: true,
      lastUpdate: now,
      lifecycleStatus: 'In study',
      version: '1.0',
    })
    expect(born('ProductOffering', { name: 'Fibre', version: '2.0', isSellable: false })).toMatchObject({
      version: '2.0',
      isSellable: false,
    })
  })

  test('has its attributes in the order of the page, whatever the order they came in', () => {
    const item = { id: '1', action: 'add', service: {} }
    const names = Object.keys(
      born('ServiceOrder', { '@type': 'ServiceOrder', serviceOrderItem: [item], category: 'x' }),
    )
    expect(names).toEqual(['category', 'orderDate', 'serviceOrderItem', 'state', '@type'])
  })

  test('shows its type only where its page says so, or the client did', () => {
    expect(born('ServiceSpecification', { name: 'x' })['@type']).toBe('ServiceSpecification')
    const special = { name: 'x', '@type': 'CustomerFacingServiceSpecification' }
    expect(born('ServiceSpecification', special)['@type']).toBe('CustomerFacingServiceSpecification')
    expect(born('Resource', { name: 'x' })).not.toHaveProperty('@type')
  })

  test('tells when it got its first state', () => {
    const ticket = { description: 'x', severity: 'high', ticketType: 'fault' }
    expect(born('TroubleTicket', ticket)).toMatchObject({
      status: 'acknowledged',
      statusChangeDate: now,
      creationDate: now,
      lastUpdate: now,
    })
  })
})

describe('elements without an id', () => {
  const ids = (notes: readonly JsonObject[]) => {
    const { note } = born('TroubleTicket', { note: notes }) as { note: JsonObject[] }
    return note.map(({ id }) => id)
  }

  test('are numbered', () => {
    expect(ids([{ text: 'a' }, { text: 'b' }])).toEqual(['1', '2'])
  })

  test('get the smallest numbers nobody else has', () => {
    const given = [
      { text: 'a' },
      { id: '1', text: 'b' },
      { text: 'c' },
      { id: '3', text: 'd' },
      { text: 'e' },
    ]
    expect(ids(given)).toEqual(['2', '1', '4', '3', '5'])
  })

  test('stay without one where the id is a reference to something else', () => {
    const order = born('TroubleTicket', { relatedParty: [{ name: 'Ada' }] })
    expect(order.relatedParty).toEqual([{ name: 'Ada' }])
  })
})

describe('a changed document', () => {
  const ticket = born('TroubleTicket', { description: 'x', severity: 'high', ticketType: 'fault' })

  test('keeps its birth and says when it changed', () => {
    expect(changed('TroubleTicket', ticket, { severity: 'low' })).toEqual({
      ...ticket,
      severity: 'low',
      lastUpdate: later,
    })
  })

  test('says when it moved, only when it did', () => {
    const moved = changed('TroubleTicket', ticket, { status: 'inProgress' })
    expect(moved).toMatchObject({ statusChangeDate: later, lastUpdate: later, creationDate: now })
    expect(changed('TroubleTicket', ticket, { name: 'y' }).statusChangeDate).toBe(now)
  })

  test('numbers the elements that are new', () => {
    const before = { ...ticket, note: [{ id: '1', text: 'a' }] }
    const after = changed('TroubleTicket', before, { note: [{ id: '1', text: 'a' }, { text: 'b' }] })
    expect(after.note).toMatchObject([{ id: '1' }, { id: '2' }])
  })

  test('gets back a default that was taken away', () => {
    const order = born('ProductOrder', { productOrderItem: [{ id: '1', action: 'add' }] })
    const { relatedParty: _gone, ...rest } = order
    expect(stampChange(pageOf('ProductOrder'), order, rest, later).relatedParty).toEqual([])
  })

  test('leaves what it was made of untouched', () => {
    const before = structuredClone(ticket)
    changed('TroubleTicket', ticket, { status: 'inProgress', note: [{ text: 'x' }] })
    expect(ticket).toEqual(before)
  })
})
