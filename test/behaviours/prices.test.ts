/** Carts (TMF663) and quotes (TMF648) show what they come to, whatever is changed in them. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { JsonObject } from '../../src/derive/json.ts'
import { Office } from './office.ts'

let office: Office
beforeAll(async () => {
  office = await Office.open()
  await office.create('ProductOfferingPrice', {
    id: 'monthly',
    name: 'Fibre monthly',
    priceType: 'recurring',
    recurringChargePeriodType: 'month',
    recurringChargePeriodLength: 1,
    price: { unit: 'CAD', value: 79.1 },
    tax: [{ taxCategory: 'HST', taxRate: 13 }],
  })
  await office.create('ProductOfferingPrice', {
    id: 'install',
    name: 'Installation',
    priceType: 'oneTime',
    price: { unit: 'CAD', value: 99 },
    tax: [{ taxCategory: 'HST', taxRate: 13 }],
  })
  await office.create('ProductOfferingPrice', {
    id: 'per-gb',
    name: 'Traffic',
    priceType: 'usage',
    unitOfMeasure: { amount: 1, units: 'GB' },
    price: { unit: 'CAD', value: 0.5 },
  })
  await office.create('ProductOfferingPrice', {
    id: 'old',
    name: 'Last year’s price',
    priceType: 'oneTime',
    validFor: { endDateTime: '2020-01-01' },
    price: { unit: 'CAD', value: 1 },
  })
  const prices = ['monthly', 'install', 'per-gb', 'old', 'unknown'].map((id) => ({ id }))
  await office.create('ProductOffering', { id: 'fibre', name: 'Fibre', productOfferingPrice: prices })
  await office.create('ProductOffering', { id: 'tv', name: 'TV', productOfferingPrice: [{ id: 'install' }] })
})
afterAll(() => office.close())

const price = (value: number, more: JsonObject = {}): JsonObject => ({
  priceType: 'oneTime',
  price: { dutyFreeAmount: { unit: 'EUR', value } },
  ...more,
})
const fibre = { productOffering: { id: 'fibre' } }

describe('a cart', () => {
  const cart = (...cartItem: JsonObject[]) => office.create('ShoppingCart', { cartItem })
  const euros = (value: number) => [
    { priceType: 'oneTime', price: { dutyFreeAmount: { unit: 'EUR', value } } },
  ]

  test('costs what its lines cost, each as often as it is wanted', async () => {
    const made = await cart({ itemPrice: [price(0.1)], quantity: 3 }, { itemPrice: [price(0.2)] })
    expect(made.cartTotalPrice).toEqual(euros(0.5))
    expect((made.cartItem as JsonObject[])[0]?.ItemTotalPrice).toEqual(euros(0.3))
    expect(await office.told('ShoppingCart', made.id)).toEqual(['ShoppingCartCreateEvent'])
  })

  test('takes the prices of the catalogue for lines that have none', async () => {
    const made = await cart({ ...fibre, quantity: 2 })
    expect(made.cartTotalPrice).toEqual([
      {
        priceType: 'recurring',
        recurringChargePeriod: 'month',
        price: {
          taxRate: 13,
          dutyFreeAmount: { unit: 'CAD', value: 158.2 },
          taxIncludedAmount: { unit: 'CAD', value: 178.76 },
        },
      },
      {
        priceType: 'oneTime',
        price: {
          taxRate: 13,
          dutyFreeAmount: { unit: 'CAD', value: 198 },
          taxIncludedAmount: { unit: 'CAD', value: 223.74 },
        },
      },
    ])
    const [{ itemPrice }] = made.cartItem as [{ itemPrice: JsonObject[] }]
    expect(itemPrice.map(({ name }) => name)).toEqual(['Fibre monthly', 'Installation', 'Traffic'])
  })

  test('is reckoned again when it changes, and tells so once', async () => {
    const { id } = await cart({ id: '1', itemPrice: [price(10)] }, { id: '2', itemPrice: [price(5)] })
    const changed = await office.patch('ShoppingCart', id, {
      cartItem: [{ id: '1', itemPrice: [price(10)], quantity: 4 }],
    })
    expect(changed.cartTotalPrice).toEqual(euros(40))
    expect(await office.told('ShoppingCart', id)).toEqual([
      'ShoppingCartCreateEvent',
      'ShoppingCartAttributeValueChangeEvent',
    ])
    expect(await office.patch('ShoppingCart', id, { cartItem: null })).not.toHaveProperty('cartTotalPrice')
  })

  test('follows a line to another offering', async () => {
    const { id, cartItem } = await cart({ id: '1', ...fibre })
    const [item] = cartItem as JsonObject[]
    const changed = await office.patch('ShoppingCart', id, {
      cartItem: [{ ...item, productOffering: { id: 'tv' } }],
    })
    expect((changed.cartTotalPrice as JsonObject[]).map(({ priceType }) => priceType)).toEqual(['oneTime'])
  })

  test('counts lines within lines, and not those saved for later or given up', async () => {
    const made = await cart(
      {
        itemPrice: [price(1)],
        cartItem: [{ itemPrice: [price(2)] }, { itemPrice: [price(4)], action: 'delete' }],
      },
      { itemPrice: [price(8)], status: 'saveForLater', cartItem: [{ itemPrice: [price(16)] }] },
    )
    expect(made.cartTotalPrice).toEqual(euros(3))
  })

  test('does not add up different currencies, periods, or what is paid by use', async () => {
    const monthly = price(3, { priceType: 'recurring', recurringChargePeriod: 'month' })
    const dollars = { priceType: 'oneTime', price: { dutyFreeAmount: { unit: 'USD', value: 2 } } }
    const made = await cart({ itemPrice: [price(1), monthly, dollars, price(9, { unitOfMeasure: 'GB' })] })
    expect((made.cartTotalPrice as JsonObject[]).map((each) => each.price)).toEqual([
      { dutyFreeAmount: { unit: 'EUR', value: 1 } },
      { dutyFreeAmount: { unit: 'EUR', value: 3 } },
      { dutyFreeAmount: { unit: 'USD', value: 2 } },
    ])
  })

  test('takes alterations into account in their order', async () => {
    const altered = price(9.99, {
      priceAlteration: [
        { priority: 2, priceType: 'oneTime', price: { dutyFreeAmount: { unit: 'EUR', value: -1 } } },
        { priority: 1, priceType: 'oneTime', price: { percentage: -10 } },
      ],
    })
    expect((await cart({ itemPrice: [altered] })).cartTotalPrice).toEqual(euros(7.99))
  })

  test('keeps the total it was given while no line has a price', async () => {
    const sent = { cartTotalPrice: euros(7), cartItem: [{ quantity: 1 }] }
    expect(await office.create('ShoppingCart', sent)).toMatchObject(sent)
    expect(await office.create('ShoppingCart', {})).not.toHaveProperty('cartTotalPrice')
  })

  test('keeps the total it was given where what is paid by use has none', async () => {
    const byUse = price(9, { unitOfMeasure: 'GB' })
    const made = await office.create('ShoppingCart', {
      cartTotalPrice: euros(7),
      cartItem: [{ id: '1', itemPrice: [byUse] }],
    })
    expect(made.cartTotalPrice).toEqual(euros(7))
    const changed = await office.patch('ShoppingCart', made.id, {
      cartItem: [{ id: '1', itemPrice: [byUse], quantity: 2 }],
    })
    expect(changed.cartTotalPrice).toEqual([])
  })

  test('of amounts too exact to be kept is refused', async () => {
    await expect(cart({ itemPrice: [price(1e15), price(0.001)] })).rejects.toMatchObject({
      code: 'businessRuleViolated',
    })
  })
})

describe('a quote', () => {
  const quote = (...quoteItem: JsonObject[]) => office.create('Quote', { quoteItem })
  const total = ({ quoteTotalPrice }: JsonObject): unknown[] =>
    ((quoteTotalPrice ?? []) as { price: { dutyFreeAmount: { value: number } } }[]).map(
      (each) => each.price.dutyFreeAmount.value,
    )

  test('comes to what its lines come to, priced by the catalogue where nobody else has', async () => {
    const made = await quote({ ...fibre, quantity: 2 }, { quoteItemPrice: [price(10)], quantity: 5 })
    expect(total(made)).toEqual([158.2, 198, 10])
    expect(made).toMatchObject({ state: 'inProgress', quoteDate: expect.any(String) })
  })

  test('is reckoned again when its provider prices it or its customer wants more', async () => {
    const { id, quoteItem } = await quote({ ...fibre, id: '1', quantity: 1 })
    const [item] = quoteItem as JsonObject[]
    expect(total(await office.patch('Quote', id, { quoteItem: [{ ...item, quantity: 3 }] }))).toEqual([
      237.3, 297,
    ])
    const priced = { quoteItem: [{ ...item, quoteItemPrice: [price(50)] }], state: 'approved' }
    const approved = await office.patch('Quote', id, priced)
    expect(total(approved)).toEqual([50])
    expect(approved.effectiveQuoteCompletionDate).toEqual(expect.any(String))
  })

  test('may be told a total where what is paid by use has none', async () => {
    const { id } = await quote({ quoteItemPrice: [price(9, { unitOfMeasure: 'GB' })] })
    const told = await office.patch('Quote', id, { quoteTotalPrice: [price(20)] })
    expect(total(told)).toEqual([20])
  })

  test('asks its customer when it is put off', async () => {
    const { id } = await quote(fibre)
    await office.patch('Quote', id, { state: 'pending' })
    expect(await office.told('Quote', id)).toEqual([
      'QuoteCreateEvent',
      'QuoteStateChangeEvent',
      'QuoteInformationRequiredEvent',
    ])
  })

  test('is binding once it is accepted', async () => {
    const { id } = await quote({ quoteItemPrice: [price(1)] }, fibre)
    await office.patch('Quote', id, { state: 'approved' })
    await office.patch('Quote', id, { state: 'accepted' })
    await expect(office.patch('Quote', id, { quoteItem: [{ id: '1' }] })).rejects.toMatchObject({
      code: 'resourceLocked',
    })
    await expect(office.patch('Quote', id, { state: 'inProgress' })).rejects.toMatchObject({
      code: 'stateTransitionNotAllowed',
    })
    expect(await office.patch('Quote', id, { description: 'signed' })).toMatchObject({
      description: 'signed',
    })
  })

  test('has lines, and the id its customer gives it', async () => {
    await expect(quote()).rejects.toMatchObject({ code: 'missingAttribute' })
    expect(await office.create('Quote', { id: 'q-77', quoteItem: [{}] })).toMatchObject({ id: 'q-77' })
  })
})
