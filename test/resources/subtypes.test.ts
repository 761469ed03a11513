/** Subtypes that the APIs' own files define (wire contract, section 24). */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rejectionOf } from '../derive/refusal.ts'
import { Shop } from './shop.ts'

let shop: Shop
beforeAll(async () => {
  shop = await Shop.open()
})
afterAll(() => shop.close())

const refusal = async (name: string, body: unknown) => {
  const { code, detail } = await rejectionOf(shop.create(name, body))
  return [code, ...(detail.errorItem ?? []).map(({ path }) => path)]
}
const router = { '@type': 'PhysicalResource', name: 'Router', serialNumber: 'SN-1' }

describe('a document of a subtype', () => {
  test('has the attributes of its type besides those of the collection', async () => {
    const { document } = await shop.create('Resource', { ...router, manufactureDate: '2026-03-01' })
    expect((await shop.read('Resource', document.id)).document).toMatchObject({
      '@type': 'PhysicalResource',
      name: 'Router',
      serialNumber: 'SN-1',
      manufactureDate: '2026-03-01',
      resourceStatus: 'unknown',
    })
  })

  test('has none of another type', async () => {
    expect(await refusal('Resource', { ...router, value: '0700 1' })).toEqual(['unknownAttribute', 'value'])
    expect(await refusal('Resource', { name: 'Router', serialNumber: 'SN-1' })).toEqual([
      'unknownAttribute',
      'serialNumber',
    ])
    expect(await refusal('Resource', { ...router, manufactureDate: 'long ago' })).toEqual([
      'invalidFormat',
      'manufactureDate',
    ])
  })

  test('needs what its type requires', async () => {
    const card = { '@type': 'BankCard', name: 'Card', brand: 'Any', cardNumber: '4111', nameOnCard: 'Ada' }
    expect(await refusal('PaymentMethod', card)).toEqual(['missingAttribute', 'expirationDate'])
    const { document } = await shop.create('PaymentMethod', { ...card, expirationDate: '2030-01-01' })
    expect(document).toMatchObject({ cardNumber: '4111' })
    const removed = await rejectionOf(shop.patch('PaymentMethod', document.id, { cardNumber: null }))
    expect(removed.code).toBe('missingAttribute')
  })

  test('is changed like any other, within its type', async () => {
    const { document } = await shop.create('Resource', router)
    await shop.patch('Resource', document.id, { serialNumber: 'SN-2', powerState: 'Full Power Applied' })
    expect((await shop.read('Resource', document.id)).document).toMatchObject({ serialNumber: 'SN-2' })
    expect((await rejectionOf(shop.patch('Resource', document.id, { value: 'x' }))).code).toBe(
      'unknownAttribute',
    )
    const moved = shop.patch('Resource', document.id, { '@type': 'LogicalResource' })
    expect((await rejectionOf(moved)).code).toBe('attributeNotPatchable')
  })

  test('is imported by the page of its type', async () => {
    const records = [{ id: 'r-1', ...router }]
    expect(await shop.import('Resource', records)).toMatchObject({ created: 1 })
    const wrong = shop.import('Resource', [{ id: 'r-2', ...router, value: '1' }])
    expect((await rejectionOf(wrong)).message).toContain('record 1 (Resource r-2): value')
  })

  test('is known to every API that shows it', async () => {
    const shown = shop.context.model.pages.filter(({ kind }) => kind === 'Resource')
    const names = shown.map(({ type }) => type.subtypes.map(({ name }) => name))
    expect(names).toEqual([['LogicalResource', 'PhysicalResource'], names[0]])
  })

  test('must say its type in the second generation of the APIs, as any other', async () => {
    const rule = { name: 'Slow', condition: 'Raise', severity: 'MAJOR', conformanceTargetLower: 1 }
    expect(await refusal('ThresholdRule', rule)).toEqual([
      'validationFailed',
      'conformanceTargetLower',
      '@type',
    ])
    expect(await refusal('ThresholdRule', { ...rule, '@type': 'ThresholdRule' })).toEqual([
      'unknownAttribute',
      'conformanceTargetLower',
    ])
    await shop.create('ThresholdRule', { ...rule, '@type': 'SimpleThresholdRule' })
  })
})

describe('a part of a subtype', () => {
  const order = (resource: object) => ({ orderItem: [{ id: '1', action: 'add', resource }] })

  test('has the attributes of its type, where it is given in full', async () => {
    const { document } = await shop.create('ResourceOrder', order({ ...router }))
    expect(document.orderItem).toMatchObject([{ resource: { serialNumber: 'SN-1' } }])
    expect(await refusal('ResourceOrder', order({ serialNumber: 'SN-1' }))).toEqual([
      'unknownAttribute',
      'orderItem[0].resource.serialNumber',
    ])
    expect(await refusal('ResourceOrder', order({ ...router, powerState: 1 }))).toEqual([
      'invalidFormat',
      'orderItem[0].resource.powerState',
    ])
  })

  test('may be of any type that adds nothing, as official payloads have it', async () => {
    await shop.create('ResourceOrder', order({ '@type': 'Whatever', '@baseType': 'Anything', name: 'x' }))
  })

  test('lacks nothing that a reference may lack', async () => {
    const payment = { amount: { unit: 'EUR', value: 1 }, totalAmount: { unit: 'EUR', value: 1 } }
    const party = { account: { id: 'a-1' }, payer: { id: 'p-1', '@referredType': 'Individual' } }
    const paymentMethod = { '@type': 'BankCard', name: 'Card', brand: 'Any' }
    const { document } = await shop.create('Payment', { ...payment, ...party, paymentMethod })
    expect(document.paymentMethod).toMatchObject({ brand: 'Any' })
  })

  test('of a list is judged by its own type', async () => {
    const credential = [
      { id: '1', '@type': 'TokenCredential', tokenCredential: 't-1' },
      { id: '2', '@type': 'BiometricCredential', biometricType: 'finger' },
    ]
    await shop.create('DigitalIdentity', { credential })
    const swapped = [{ ...credential[0], '@type': 'BiometricCredential' }]
    expect(await refusal('DigitalIdentity', { credential: swapped })).toEqual([
      'unknownAttribute',
      'credential[0].tokenCredential',
    ])
  })
})
