/** Recommendations (TMF680) name what is on sale, suits the question, and is not there yet. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Document } from '../../src/declare/index.ts'
import type { JsonObject } from '../../src/derive/json.ts'
import { Office } from './office.ts'

let office: Office
const category = (id: string) => ({ category: [{ id }] })
beforeAll(async () => {
  office = await Office.open()
  const offerings: readonly [id: string, more: JsonObject][] = [
    ['tv', category('home')],
    ['fibre', category('home')],
    ['draft', { ...category('home'), lifecycleStatus: 'In design' }],
    ['part', { ...category('home'), isSellable: false }],
    ['past', { ...category('home'), validFor: { endDateTime: '2020-01-01T00:00:00Z' } }],
    [
      'wifi',
      { ...category('home'), productOfferingRelationship: [{ id: 'fibre', relationshipType: 'requires' }] },
    ],
    ['sim', category('mobile')],
  ]
  for (const [id, more] of offerings) {
    await office.create('ProductOffering', { id, name: id.toUpperCase(), lifecycleStatus: 'Active', ...more })
  }
  const has = (id: string, status: string) =>
    office.create('Product', {
      status,
      productOffering: { id },
      relatedParty: [{ id: 'ada', role: 'customer', '@referredType': 'Customer' }],
    })
  await has('fibre', 'active')
  await has('tv', 'terminated')
})
afterAll(() => office.close())

const ask = (more: JsonObject = {}): Promise<Document> =>
  office.create('QueryProductRecommendation', {
    instantSyncRecommendation: true,
    relatedParty: { id: 'ada', '@referredType': 'Customer' },
    ...more,
  })

const namesIn = ({ recommendationItem }: Document) =>
  (recommendationItem as { productOffering: { id: string } }[]).map(
    ({ productOffering }) => productOffering.id,
  )

test('what goes with a thing the customer has comes first, and nothing the customer has comes at all', async () => {
  const answered = await ask(category('home'))
  expect(namesIn(answered)).toEqual(['wifi', 'tv'])
  expect(answered).toMatchObject({
    state: 'done',
    validFor: { startDateTime: expect.any(String), endDateTime: expect.any(String) },
    recommendationItem: [
      { id: '1', priority: 1, product: { name: 'WIFI' }, productOffering: { name: 'WIFI' } },
      { id: '2', priority: 2 },
    ],
  })
})

test('without a category the whole catalogue is looked at', async () => {
  expect(new Set(namesIn(await ask()))).toEqual(new Set(['wifi', 'tv', 'sim']))
})

test('without a customer everything on sale may be suggested', async () => {
  const body = { instantSyncRecommendation: true, ...category('home') }
  const answered = await office.create('QueryProductRecommendation', body)
  expect(new Set(namesIn(answered))).toEqual(new Set(['wifi', 'tv', 'fibre']))
})

test('what lies in a cart or is on order is not suggested again', async () => {
  const cart = await office.create('ShoppingCart', {
    cartItem: [{ id: '1', productOffering: { id: 'sim' } }],
  })
  expect(namesIn(await ask({ ...category('mobile'), shoppingCart: [{ id: cart.id }] }))).toEqual([])
  expect(namesIn(await ask({ ...category('mobile'), shoppingCart: [{ id: 'nowhere' }] }))).toEqual(['sim'])
})

test('a query that is in no hurry is answered in the background, once', async () => {
  const asked = await ask({ ...category('mobile'), instantSyncRecommendation: false })
  expect(asked).toMatchObject({ state: 'accepted' })
  await office.doWhatIsDue()
  const answered = await office.read('QueryProductRecommendation', asked.id)
  expect([answered.state, namesIn(answered)]).toEqual(['done', ['sim']])
  expect(await office.told('QueryProductRecommendation', asked.id)).toEqual([
    'QueryProductRecommendationCreateEvent',
    'QueryProductRecommendationStateChangeEvent',
  ])
})
