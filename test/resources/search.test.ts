/** What a unit of work finds: what is stored, and what it has changed or made itself. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { JsonObject } from '../../src/derive/json.ts'
import { callWhenDue } from '../../src/resources/due.ts'
import { count, search, sum } from '../../src/resources/search.ts'
import { inWork, type Work } from '../../src/resources/work.ts'
import { holdName } from '../../src/store/document-search.ts'
import { pageOf } from '../derive/pages.ts'
import { callerOf, Shop } from './shop.ts'

let shop: Shop
const page = pageOf('Bucket')
const bucket = (id: string, amount: number, more: JsonObject = {}): JsonObject => ({
  id,
  usageType: 'data',
  partyAccount: { id: 'account' },
  remainingValue: { amount, units: 'GB' },
  ...more,
})
beforeAll(async () => {
  shop = await Shop.open()
  await shop.import('Bucket', [
    bucket('a', 0.1),
    bucket('b', 0.2, { product: [{ id: 'p' }] }),
    bucket('c', 5),
  ])
  await shop.import('Bucket', [bucket('d', 7, { partyAccount: { id: 'other' } })])
})
afterAll(() => shop.close())

const wanted = { 'partyAccount.id': ['account'], status: ['active'] }
const within = <Result>(use: (work: Work) => Promise<Result>) => inWork(shop.context, 'default', use)
const idsOf = async (work: Work, limit = 10) =>
  (await search(work, 'Bucket', wanted, { limit })).map(({ id }) => id)

describe('a unit of work', () => {
  test('finds by one value and by those of lists, up to a limit', async () => {
    await within(async (work) => {
      expect(await idsOf(work)).toEqual(['a', 'b', 'c'])
      expect(await idsOf(work, 2)).toEqual(['a', 'b'])
      const ofProduct = await search(work, 'Bucket', { 'product.id': ['p', 'q'] }, { limit: 10 })
      expect(ofProduct.map(({ id }) => id)).toEqual(['b'])
      expect(await search(work, 'Bucket', { status: [] }, { limit: 10 })).toEqual([])
    })
  })

  test('adds up exactly', async () => {
    await within(async (work) => {
      const some = { 'partyAccount.id': ['account'], 'remainingValue.units': ['GB'] }
      expect((await sum(work, 'Bucket', some, 'remainingValue.amount')).number).toBe(5.3)
      expect((await sum(work, 'Bucket', { status: ['expired'] }, 'remainingValue.amount')).number).toBe(0)
    })
  })

  test('sees its own changes before they are stored', async () => {
    await within(async (work) => {
      await work.lock([{ kind: 'Bucket', id: 'c' }])
      work.change(page, 'c', { status: 'suspended' }, callerOf())
      work.create(page, bucket('e', 0.7), callerOf(), { id: 'e' })
      expect((await idsOf(work)).sort()).toEqual(['a', 'b', 'e'])
      expect(await count(work, 'Bucket', wanted, 10)).toBe(3)
      expect((await sum(work, 'Bucket', wanted, 'remainingValue.amount')).number).toBe(1)
    })
    await within(async (work) => expect((await idsOf(work)).sort()).toEqual(['a', 'b', 'e']))
  })

  test('may change what it found locked', async () => {
    await within(async (work) => {
      for (const { id } of await search(work, 'Bucket', wanted, { limit: 10, lock: true })) {
        work.change(page, id, { name: 'found' }, callerOf())
      }
    })
    expect((await shop.read('Bucket', 'a')).document.name).toBe('found')
    expect((await shop.read('Bucket', 'd')).document.name).toBeUndefined()
  })

  test('waits for a name that another holds', async () => {
    const order: string[] = []
    let release = () => {}
    const released = new Promise<void>((resolve) => {
      release = resolve
    })
    let hold = () => {}
    const held = new Promise<void>((resolve) => {
      hold = resolve
    })
    const first = within(async (work) => {
      await holdName(work.tx, 'x')
      hold()
      await released
      order.push('first')
    })
    await held
    const second = within(async (work) => {
      await holdName(work.tx, 'x')
      order.push('second')
    })
    await within((work) => holdName(work.tx, 'y'))
    release()
    await Promise.all([first, second])
    expect(order).toEqual(['first', 'second'])
  })

  test('that plans twice for one document has the last plan stand', async () => {
    const { database } = shop.context
    await within(async (work) => {
      for (const due of ['2999-01-01T00:00:00Z', '2998-01-01T00:00:00Z']) {
        callWhenDue(work, { kind: 'Bucket', id: 'a' }, { correlationId: 'c' }, due)
      }
    })
    const text = `select due from plan where kind = 'Bucket' and id = 'a'`
    expect(await database.read({ text })).toEqual([{ due: new Date('2998-01-01T00:00:00Z') }])
  })
})

test('a record whose id is an attribute of its own is imported by it', async () => {
  await shop.import('LoyaltyRuleCondition', [{ id: 'linked' }])
  expect(await shop.count('LoyaltyRuleCondition')).toBe(1)
  await expect(shop.create('LoyaltyRuleCondition', {})).rejects.toMatchObject({ code: 'missingAttribute' })
  await shop.create('LoyaltyRuleCondition', { id: 'chosen' })
  expect((await shop.read('LoyaltyRuleCondition', 'chosen')).document).toEqual({ id: 'chosen', href: '' })
})
