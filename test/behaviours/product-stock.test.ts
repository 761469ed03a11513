/** Stock (TMF687): levels are exact, and what one has taken nobody else gets, whoever asks at the same time. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Document } from '../../src/declare/index.ts'
import type { JsonObject } from '../../src/derive/json.ts'
import { rejectionOf } from '../derive/refusal.ts'
import { Office } from './office.ts'

let office: Office
beforeAll(async () => {
  office = await Office.open()
})
afterAll(() => office.close())

const pieces = (amount: number) => ({ amount, units: 'pieces' })
const product = (name: string) => ({ productOffering: { id: name } })

const stock = async (name: string, amount: number, more: JsonObject = {}): Promise<string> => {
  const body = { productStockStatusType: 'available', stockedProduct: product(name), name, ...more }
  return (await office.create('ProductStock', { productStockLevel: pieces(amount), ...body })).id
}

const levelOf = async (id: string) => {
  const { productStockLevel } = await office.read('ProductStock', id)
  return (productStockLevel as { amount: number }).amount
}

const adjust = (changes: readonly [id: string, amount: number, units?: string][], more: JsonObject = {}) =>
  office.create('AdjustProductStock', {
    adjustProductStockItem: changes.map(([id, amount, units = 'pieces'], index) => ({
      id: String(index + 1),
      productStockTarget: { id },
      adjustProductStockQuantity: { amount, units },
    })),
    ...more,
  })

interface Wish {
  readonly name: string
  readonly amount: number
  readonly from?: string
}

const reserve = (wishes: readonly Wish[], more: JsonObject = {}): Promise<Document> =>
  office.create('ReserveProductStock', {
    reserveProductStockItem: wishes.map(({ name, amount, from }, index) => ({
      id: String(index + 1),
      requestedProduct: product(name),
      quantityRequested: pieces(amount),
      ...(from === undefined ? {} : { productStockRequested: { id: from } }),
    })),
    ...more,
  })

describe('a correction', () => {
  test('changes the levels it names, without binary remainders', async () => {
    const [cable, plug] = [await stock('cable', 0.1), await stock('plug', 5)]
    const task = await adjust([
      [cable, 0.2],
      [plug, -2],
      [plug, -1],
    ])
    expect(task).toMatchObject({ state: 'done', completedAdjustProductStockDate: expect.any(String) })
    expect(task.adjustProductStockItem).toMatchObject([
      { state: 'done' },
      { state: 'done' },
      { state: 'done' },
    ])
    expect([await levelOf(cable), await levelOf(plug)]).toEqual([0.3, 2])
    expect(await office.told('AdjustProductStock', task.id)).toContain('AdjustProductStockStateChangeEvent')
  })

  test.each([
    [
      'takes more than there is',
      (id: string) =>
        adjust([
          [id, 3],
          [id, -9],
        ]),
    ],
    ['counts in other units', (id: string) => adjust([[id, 3, 'metres']])],
    [
      'names a stock there is not',
      (id: string) =>
        adjust([
          [id, 3],
          ['nowhere', 1],
        ]),
    ],
  ])('that %s changes nothing', async (_, correct) => {
    const id = await stock('router', 5)
    const task = await correct(id)
    expect(task.state).toBe('terminatedWithError')
    expect((task.adjustProductStockItem as JsonObject[]).map(({ state }) => state)).toContain(
      'terminatedWithError',
    )
    expect(await levelOf(id)).toBe(5)
  })

  test('that is wanted later waits until then', async () => {
    const id = await stock('router', 5)
    const later = { requestedAdjustProductStockDate: '2999-01-01T00:00:00Z' }
    const task = await adjust([[id, 1]], later)
    expect([task.state, await levelOf(id)]).toEqual(['accepted', 5])
    await office.whenDue('AdjustProductStock', task.id)
    await office.whenDue('AdjustProductStock', task.id)
    expect(await office.read('AdjustProductStock', task.id)).toMatchObject({ state: 'done' })
    expect(await levelOf(id)).toBe(6)
  })

  test('without an amount ends with an error', async () => {
    const productStockTarget = { id: await stock('router', 5) }
    const item = { id: '1', productStockTarget, adjustProductStockQuantity: {} }
    const task = await office.create('AdjustProductStock', { adjustProductStockItem: [item] })
    expect(task).toMatchObject({
      state: 'terminatedWithError',
      adjustProductStockItem: [{ state: 'terminatedWithError' }],
    })
  })

  test('cannot be done already because a client says so', async () => {
    const id = await stock('router', 5)
    expect((await adjust([[id, 1]], { state: 'terminatedWithError' })).state).toBe('done')
    expect(await levelOf(id)).toBe(6)
  })
})

describe('a reservation', () => {
  test('takes all it wishes from the first stock that has it', async () => {
    const [little, much] = [await stock('phone', 1), await stock('phone', 10)]
    const task = await reserve([
      { name: 'phone', amount: 3 },
      { name: 'phone', amount: 1 },
    ])
    expect(task.reserveProductStockState).toBe('done')
    expect(task.reserveProductStockItem).toMatchObject([
      { reserveProductStockState: 'done', quantityReserved: pieces(3), productStockReserved: { id: much } },
      { reserveProductStockState: 'done', quantityReserved: pieces(1), productStockReserved: { id: little } },
    ])
    expect([await levelOf(little), await levelOf(much)]).toEqual([0, 7])
  })

  test('takes nothing when one of its wishes cannot be met', async () => {
    const id = await stock('tablet', 5)
    const task = await reserve([
      { name: 'tablet', amount: 3 },
      { name: 'tablet', amount: 3 },
    ])
    expect(task.reserveProductStockState).toBe('terminatedWithError')
    expect(task.reserveProductStockItem).toMatchObject([
      { reserveProductStockState: 'accepted' },
      { reserveProductStockState: 'terminatedWithError' },
    ])
    expect(await levelOf(id)).toBe(5)
  })

  test('looks where it is told to: in one stock, or at one place', async () => {
    const here = await stock('watch', 5, { place: { id: 'shop-1', role: 'stock' } })
    const there = await stock('watch', 5, { place: { id: 'shop-2', role: 'stock' } })
    await reserve([{ name: 'watch', amount: 1, from: there }])
    await reserve([{ name: 'watch', amount: 2 }], { place: { id: 'shop-2', role: 'stock' } })
    expect([await levelOf(here), await levelOf(there)]).toEqual([5, 2])
    const broken = await stock('watch', 5, { productStockStatusType: 'unavailable' })
    const task = await reserve([{ name: 'watch', amount: 1, from: broken }])
    expect(task.reserveProductStockState).toBe('terminatedWithError')
  })

  test('brings back what it held when its time is over, once', async () => {
    const id = await stock('camera', 5)
    const end = new Date(Date.now() + 60_000).toISOString()
    const task = await reserve([{ name: 'camera', amount: 2 }], { validFor: { endDateTime: end } })
    expect(await office.whenDue('ReserveProductStock', task.id)).toBe(end)
    expect(await levelOf(id)).toBe(3)
    const over = { ...task, validFor: { endDateTime: '2020-01-01T00:00:00Z' } }
    await office.import('ReserveProductStock', over)
    await office.whenDue('ReserveProductStock', task.id)
    await office.whenDue('ReserveProductStock', task.id)
    expect(await levelOf(id)).toBe(5)
    const { reserveProductStockItem } = await office.read('ReserveProductStock', task.id)
    expect(reserveProductStockItem).toMatchObject([{ quantityReserved: pieces(0) }])
  })

  test('for a time that is over takes nothing', async () => {
    const id = await stock('drone', 5)
    const task = await reserve([{ name: 'drone', amount: 2 }], {
      validFor: { endDateTime: '2020-01-01T00:00:00Z' },
    })
    expect(task.reserveProductStockState).toBe('terminatedWithError')
    expect(await levelOf(id)).toBe(5)
  })

  test('of nothing takes nothing', async () => {
    const { reserveProductStockState, reserveProductStockItem } = await reserve([
      { name: 'phone', amount: 0 },
    ])
    expect(reserveProductStockState).toBe('terminatedWithError')
    expect(reserveProductStockItem).toMatchObject([{ reserveProductStockState: 'terminatedWithError' }])
  })
})

describe('a check', () => {
  const check = async (checked: JsonObject, amount: number, more: JsonObject = {}) => {
    const item = { id: '1', checkedProductStock: checked, requestedQuantity: pieces(amount), ...more }
    const task = await office.create('CheckProductStock', { checkProductStockItem: [item] })
    expect(task).toMatchObject({ state: 'done', completedCheckProductStockDate: expect.any(String) })
    return (task.checkProductStockItem as JsonObject[])[0]
  }
  const wanted = (name: string, more: JsonObject = {}) => ({
    productStockLevel: {},
    stockedProduct: product(name),
    ...more,
  })

  test('says whether there is enough', async () => {
    const id = await stock('modem', 4)
    expect(await check(wanted('modem'), 4)).toMatchObject({ availabilityResult: 'available' })
    expect(await check(wanted('modem'), 5)).toMatchObject({ availabilityResult: 'unavailable' })
    expect(await check(wanted('other', { id }), 1)).toMatchObject({ availabilityResult: 'available' })
    expect(await levelOf(id)).toBe(4)
  })

  test('names another stock, or a smaller amount, when asked', async () => {
    const here = await stock('switch', 1, { place: { id: 'shop-3', role: 'stock' } })
    const there = await stock('switch', 9, { place: { id: 'shop-4', role: 'stock' } })
    const atShop = wanted('switch', { place: { id: 'shop-3', role: 'stock' } })
    expect(await check(atShop, 5, { provideAlternative: true })).toMatchObject({
      availabilityResult: 'alternative',
      alternate: [
        { alternateStock: { id: there }, alternateQuantity: pieces(5), alternatePlace: { id: 'shop-4' } },
      ],
    })
    expect(await check(atShop, 50, { provideAlternative: true })).toMatchObject({
      alternate: [{ alternateStock: { id: here }, alternateQuantity: pieces(1) }],
    })
  })
})

test('a query answers with the stocks that are as wanted', async () => {
  const place = { id: 'shop-9', role: 'stock' }
  const first = await stock('bulb', 1, { place })
  await stock('bulb', 1, { place: { id: 'shop-8', role: 'stock' } })
  const searchCriteria = { productStockLevel: {}, stockedProduct: product('bulb'), place }
  const task = await office.create('QueryProductStock', { searchCriteria })
  expect(task).toMatchObject({
    state: 'done',
    queryProductStockItem: [{ id: first, productStockLevel: pieces(1) }],
  })
})

test('a stock never holds less than nothing', async () => {
  const id = await stock('lamp', 1)
  const less = { productStockLevel: pieces(-1) }
  expect((await rejectionOf(office.patch('ProductStock', id, less))).code).toBe('businessRuleViolated')
})

test('under fifty requests at the same time goods are given out once, and nothing is lost', async () => {
  const [first, second] = [await stock('ring', 10), await stock('ring', 10)]
  const tasks = await Promise.all(
    Array.from({ length: 50 }, (_, index) =>
      index % 5 === 4
        ? adjust([
            [index % 2 ? first : second, 1],
            [index % 2 ? second : first, 1],
          ])
        : reserve([{ name: 'ring', amount: 1 }]),
    ),
  )
  const taken = tasks.filter((task) => task.reserveProductStockState === 'done').length
  expect(taken).toBeGreaterThanOrEqual(20)
  expect((await levelOf(first)) + (await levelOf(second))).toBe(20 + 2 * 10 - taken)
})
