/** Pages that keep what they do not know (wire contract, section 24). */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rejectionOf } from '../derive/refusal.ts'
import { Shop } from './shop.ts'

let shop: Shop
beforeAll(async () => {
  shop = await Shop.open()
})
afterAll(() => shop.close())

const body = { partyPrivacyProfileSpecCharacteristic: [], agreementText: { de: 'Einwilligung' }, rank: 3 }

test('an attribute that such a page does not know is stored, changed and removed like any other', async () => {
  const { document } = await shop.create('PartyPrivacyProfileSpecification', body)
  expect(document).toMatchObject({ agreementText: { de: 'Einwilligung' }, rank: 3 })
  await shop.patch('PartyPrivacyProfileSpecification', document.id, { rank: 4, agreementText: null })
  const { document: stored } = await shop.read('PartyPrivacyProfileSpecification', document.id)
  expect(stored).toMatchObject({ rank: 4 })
  expect(stored).not.toHaveProperty('agreementText')
})

test('other pages refuse it, and so does such a page inside its parts', async () => {
  expect((await rejectionOf(shop.create('GeographicSite', { rank: 3 }))).code).toBe('unknownAttribute')
  const inside = { partyPrivacyProfileSpecCharacteristic: [{ rank: 3 }] }
  expect((await rejectionOf(shop.create('PartyPrivacyProfileSpecification', inside))).code).toBe(
    'unknownAttribute',
  )
})
