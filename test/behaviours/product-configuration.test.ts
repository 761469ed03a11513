/** Configurations (TMF760): the catalogue says what may be chosen, and whether a choice is right. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Document } from '../../src/declare/index.ts'
import type { JsonObject } from '../../src/derive/json.ts'
import { validateDocument } from '../../src/derive/validate.ts'
import { pageOf } from '../derive/pages.ts'
import { rejectionOf } from '../derive/refusal.ts'
import { Office } from './office.ts'

let office: Office
beforeAll(async () => {
  office = await Office.open()
  await office.create('ProductSpecification', {
    id: 'internet',
    name: 'Internet',
    productSpecCharacteristic: [
      {
        name: 'speed',
        valueType: 'number',
        configurable: true,
        minCardinality: 1,
        productSpecCharacteristicValue: [{ value: 100 }, { value: 500 }, { value: 1000 }],
      },
      {
        name: 'staticIp',
        valueType: 'boolean',
        configurable: true,
        productSpecCharacteristicValue: [{ isDefault: true, value: false }, { value: true }],
      },
      {
        name: 'mailboxes',
        valueType: 'number',
        configurable: true,
        productSpecCharacteristicValue: [{ valueFrom: 1, valueTo: 5, unitOfMeasure: 'boxes' }],
      },
    ],
  })
  await office.create('ProductOfferingPrice', {
    id: 'monthly',
    name: 'Monthly',
    priceType: 'recurring',
    recurringChargePeriodType: 'month',
    recurringChargePeriodLength: 1,
    price: { unit: 'EUR', value: 39.9 },
  })
  for (const [id, lifecycleStatus] of [
    ['fibre', 'Active'],
    ['old', 'Retired'],
  ] as const) {
    await office.create('ProductOffering', {
      id,
      name: id,
      lifecycleStatus,
      productSpecification: { id: 'internet' },
      prodSpecCharValueUse: [
        { name: 'speed', productSpecCharacteristicValue: [{ isDefault: true, value: 500 }, { value: 1000 }] },
      ],
      productOfferingPrice: [{ id: 'monthly' }],
      productOfferingTerm: [{ name: '24 months', duration: { amount: 24, units: 'month' } }],
    })
  }
})
afterAll(() => office.close())

const chosen = (values: Readonly<Record<string, readonly unknown[]>>) =>
  Object.entries(values).map(([name, list]) => ({
    '@type': 'ConfigurationCharacteristic',
    id: name,
    name,
    valueType: 'any',
    configurationCharacteristicValue: list.map((value) => ({
      '@type': 'ConfigurationCharacteristicValue',
      isSelected: true,
      characteristicValue: { '@type': 'Characteristic', name, value },
    })),
  }))

const configuration = (id: string, values: Readonly<Record<string, readonly unknown[]>> = {}) => ({
  '@type': 'ProductConfiguration',
  productOffering: { '@type': 'ProductOfferingRef', id },
  configurationCharacteristic: chosen(values),
})

async function check(productConfiguration: JsonObject, more: JsonObject = {}): Promise<JsonObject> {
  const item = { '@type': 'CheckProductConfigurationItem', id: '1', productConfiguration }
  const task = await office.create('CheckProductConfiguration', {
    '@type': 'CheckProductConfiguration',
    instantSync: true,
    checkProductConfigurationItem: [item],
    ...more,
  })
  expect(task.state).toBe('done')
  validateDocument(pageOf('CheckProductConfiguration'), task)
  return (task.checkProductConfigurationItem as JsonObject[])[0] ?? {}
}

const ask = (id: string, more: JsonObject = {}): Promise<Document> =>
  office.create('QueryProductConfiguration', {
    '@type': 'QueryProductConfiguration',
    instantSync: true,
    requestProductConfigurationItem: [
      { '@type': 'QueryProductConfigurationItem', id: '1', productConfiguration: configuration(id) },
    ],
    ...more,
  })

const codes = ({ stateReason }: JsonObject) =>
  ((stateReason ?? []) as { code: string }[]).map(({ code }) => code)

describe('a check', () => {
  test.each([
    ['what the offering has by itself', {}],
    ['a value of the offering', { speed: [1000], staticIp: [true] }],
    ['a value as text', { speed: ['1000'] }],
    ['a value of a range', { mailboxes: [5] }],
  ])('approves %s', async (_, values) => {
    expect(await check(configuration('fibre', values))).toMatchObject({ state: 'approved' })
  })

  test.each([
    ['a value the offering leaves out', { speed: [100] }, ['valueNotAllowed']],
    ['a value beyond the range', { mailboxes: [6] }, ['valueNotAllowed']],
    ['two values of one', { speed: [500, 1000] }, ['tooManyValues']],
    ['no value of what must have one', { speed: [] }, ['valueMissing']],
    ['a setting there is not', { colour: ['red'] }, ['unknownCharacteristic']],
  ])('rejects %s, and says why', async (_, values, reasons) => {
    const judged = await check(configuration('fibre', values))
    expect([judged.state, codes(judged)]).toEqual(['rejected', reasons])
  })

  test.each([
    ['nowhere', ['unknownOffering']],
    ['old', ['notOffered']],
  ])('rejects the offering %s', async (id, reasons) => {
    expect(codes(await check(configuration(id), { provideAlternatives: true }))).toEqual(reasons)
  })

  test('proposes what would be right when asked', async () => {
    const wrong = configuration('fibre', { speed: [100], staticIp: [true] })
    expect(await check(wrong)).not.toHaveProperty('alternateProductConfigurationProposal')
    const judged = await check(wrong, { provideAlternatives: true })
    const [proposal] = judged.alternateProductConfigurationProposal as JsonObject[]
    expect(await check(proposal ?? {})).toMatchObject({ state: 'approved' })
  })

  test('looks at the items of a bundle too', async () => {
    const inner = {
      '@type': 'CheckProductConfigurationItem',
      id: '1.1',
      productConfiguration: configuration('old'),
    }
    const outer = {
      '@type': 'CheckProductConfigurationItem',
      id: '1',
      productConfiguration: configuration('fibre'),
    }
    const judged = await check(
      {},
      { checkProductConfigurationItem: [{ ...outer, productConfigurationItem: [inner] }] },
    )
    expect(judged).toMatchObject({ state: 'approved', productConfigurationItem: [{ state: 'rejected' }] })
  })

  test('of too many items is refused', async () => {
    const items = Array.from({ length: 201 }, (_, index) => ({
      '@type': 'CheckProductConfigurationItem',
      id: String(index),
    }))
    const refusal = await rejectionOf(check({}, { checkProductConfigurationItem: items }))
    expect(refusal.code).toBe('limitReached')
  })
})

describe('a query', () => {
  test('answers with what may be chosen, and what it costs', async () => {
    const task = await ask('fibre')
    validateDocument(pageOf('QueryProductConfiguration'), task)
    expect(task).toMatchObject({
      state: 'done',
      computedProductConfigurationItem: [
        {
          id: '1',
          state: 'approved',
          productConfiguration: {
            configurationCharacteristic: [
              {
                name: 'speed',
                isConfigurable: true,
                configurationCharacteristicValue: [
                  { isSelected: true, isSelectable: true, characteristicValue: { value: 500 } },
                  { isSelected: false, isSelectable: true, characteristicValue: { value: 1000 } },
                ],
              },
              { name: 'staticIp' },
              { name: 'mailboxes', configurationCharacteristicValue: [{ valueFrom: 1, valueTo: 5 }] },
            ],
            configurationTerm: [{ name: '24 months', isSelectable: true }],
            configurationPrice: [
              { priceType: 'recurring', price: { dutyFreeAmount: { value: 39.9, unit: 'EUR' } } },
            ],
          },
        },
      ],
    })
  })

  test('that is in no hurry is answered in the background', async () => {
    const task = await ask('fibre', { instantSync: false })
    expect(task.state).toBe('acknowledged')
    await office.doWhatIsDue()
    const { state, computedProductConfigurationItem } = await office.read(
      'QueryProductConfiguration',
      task.id,
    )
    expect([state, computedProductConfigurationItem]).toMatchObject(['done', [{ state: 'approved' }]])
  })

  test('of what is not offered says so', async () => {
    const [item] = (await ask('old')).computedProductConfigurationItem as JsonObject[]
    expect(codes(item ?? {})).toEqual(['notOffered'])
  })
})
