/** What a client may change of an order that is being worked on, and of its items (wire contract, section 12). */
import { describe, expect, test } from 'vitest'
import type { Mover } from '../../src/declare/index.ts'
import { checkChange } from '../../src/derive/check-change.ts'
import type { JsonObject } from '../../src/derive/json.ts'
import { pageOf } from './pages.ts'
import { refusalOf } from './refusal.ts'

const page = pageOf('ProductOrder')
const client = new Set<Mover>(['client'])
const fulfilment = new Set<Mover>(['client', 'engine'])
const item = (id: string, state: string, more: JsonObject = {}) => ({ id, action: 'add', state, ...more })
const order = (state: string, ...productOrderItem: JsonObject[]) => ({ id: 'po-1', state, productOrderItem })

const refused = (before: JsonObject, after: JsonObject, rights = client) => {
  const { code, detail } = refusalOf(() => checkChange(page, before, after, rights))
  return [code, ...(detail.errorItem ?? []).map(({ path }) => path)]
}
const changed = (before: JsonObject, after: JsonObject, rights = client) =>
  checkChange(page, before, after, rights)

describe('the items of an order that is not being worked on', () => {
  test('may change in every way but in their state', () => {
    const before = order('acknowledged', item('1', 'acknowledged'))
    const more = [item('1', 'acknowledged', { quantity: 2 }), { id: '2', action: 'add' }]
    expect(changed(before, order('acknowledged', ...more))).toEqual(['productOrderItem'])
    expect(refused(before, order('acknowledged', item('1', 'completed')))).toEqual(['forbidden'])
    const completed = [...before.productOrderItem, item('2', 'completed')]
    expect(refused(before, order('acknowledged', ...completed))).toEqual(['forbidden'])
  })
})

describe('the items of an order that is being worked on', () => {
  const before = order(
    'inProgress',
    item('1', 'held'),
    item('2', 'inProgress', { productOrderItem: [item('1', 'pending'), item('2', 'completed')] }),
    item('3', 'completed'),
  )
  const [first, second, third] = before.productOrderItem as [JsonObject, JsonObject, JsonObject]
  const with_ = (...items: JsonObject[]) => order('inProgress', ...items)

  test('may change while they are acknowledged, pending or held', () => {
    expect(changed(before, with_({ ...first, quantity: 2 }, second, third))).toEqual(['productOrderItem'])
    expect(changed(before, with_(second, third))).toEqual(['productOrderItem'])
    const inner = [item('1', 'pending', { quantity: 2 }), item('2', 'completed')]
    const within = with_(first, { ...second, productOrderItem: inner }, third)
    expect(changed(before, within)).toEqual(['productOrderItem'])
  })

  test('cannot once they are worked on or over; all of them are named', () => {
    const both = with_(first, { ...second, action: 'delete' }, { ...third, quantity: 2 })
    expect(refused(before, both)).toEqual(['resourceLocked', 'productOrderItem[1]', 'productOrderItem[2]'])
    expect(refused(before, with_(first, second))).toEqual(['resourceLocked', 'productOrderItem[2]'])
    const one = with_(first, second, third, { id: '4', action: 'add' })
    expect(refused(before, one)).toEqual(['resourceLocked', 'productOrderItem[3]'])
    const inner = [item('1', 'pending'), item('2', 'completed', { quantity: 2 })]
    expect(refused(before, with_(first, { ...second, productOrderItem: inner }, third))).toEqual([
      'resourceLocked',
      'productOrderItem[1].productOrderItem[1]',
    ])
  })

  test('have states that only fulfilment sets, also within items', () => {
    const inner = [item('1', 'completed'), item('2', 'completed')]
    const after = with_(first, { ...second, productOrderItem: inner }, third)
    expect(refused(before, after)).toEqual(['forbidden'])
    expect(changed(before, after, fulfilment)).toEqual(['productOrderItem'])
  })
})

describe('an order that is held', () => {
  test('goes back to its first state only while none of its items has left that', () => {
    const idle = order('held', item('1', 'acknowledged'))
    expect(changed(idle, { ...idle, state: 'acknowledged' })).toEqual(['state'])
    const begun = order('held', item('1', 'acknowledged'), item('2', 'held'))
    for (const rights of [client, fulfilment]) {
      const refusal = refusalOf(() => checkChange(page, begun, { ...begun, state: 'acknowledged' }, rights))
      expect(refusal.code).toBe('stateTransitionNotAllowed')
      expect(refusal.detail.allowedTransition).not.toContain('acknowledged')
    }
    expect(changed(begun, { ...begun, state: 'inProgress' })).toEqual(['state'])
  })
})
