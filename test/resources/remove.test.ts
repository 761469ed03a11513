import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rejectionOf } from '../derive/refusal.ts'
import { callerOf, order, Shop } from './shop.ts'

let shop: Shop
beforeAll(async () => {
  shop = await Shop.open()
})
afterAll(() => shop.close())

describe('a removal', () => {
  test('takes the document away and tells how it was last', async () => {
    const { document } = await shop.create('Resource', { id: 'sim-1', name: 'SIM' })
    await shop.remove('Resource', 'sim-1')
    expect((await rejectionOf(shop.read('Resource', 'sim-1'))).code).toBe('resourceNotFound')
    expect(await shop.count('Resource')).toBe(0)
    expect(await shop.told('Resource', 'sim-1')).toEqual(['ResourceCreateEvent@1', 'ResourceDeleteEvent@2'])
    const [, deleted] = await shop.context.database.read<{ resource: unknown }>({
      text: `select resource from event where entity_id = 'sim-1' order by seq`,
    })
    expect(deleted?.resource).toEqual(document)
  })

  test('of what is not there, or no more, is refused', async () => {
    await shop.create('Resource', { id: 'sim-2', name: 'SIM' })
    await shop.remove('Resource', 'sim-2')
    for (const id of ['sim-2', 'nobody']) {
      expect((await rejectionOf(shop.remove('Resource', id))).code).toBe('resourceNotFound')
    }
  })

  test('of an order that is not over is refused and leaves no trace', async () => {
    const { id } = (await shop.create('ServiceOrder', order())).document
    for (const state of ['acknowledged', 'inProgress', 'held']) {
      await shop.patch('ServiceOrder', id, { state })
      const events = await shop.told('ServiceOrder', id)
      const refusal = await rejectionOf(shop.remove('ServiceOrder', id))
      expect([refusal.status, refusal.code]).toEqual([409, 'resourceNotDeletable'])
      expect(refusal.detail.currentState).toBe(state)
      expect(await shop.told('ServiceOrder', id)).toEqual(events)
    }
  })

  test('of an order that is over is told on its own thread', async () => {
    const { id } = (await shop.create('ServiceOrder', order(), callerOf('born'))).document
    await shop.patch('ServiceOrder', id, { state: 'rejected' })
    await shop.remove('ServiceOrder', id, callerOf('other'))
    expect(await shop.threads('ServiceOrder', id)).toEqual(['born', 'born', 'born'])
  })

  test('of what others refer to is refused, and names them by where they do', async () => {
    await shop.create('ServiceSpecification', { id: 'spec-used', name: 'Access' })
    const service = { serviceSpecification: { id: 'spec-used' } }
    const { id } = (
      await shop.create('ServiceOrder', order({ serviceOrderItem: [{ id: '1', action: 'add', service }] }))
    ).document
    await shop.create('ServiceCandidate', {
      id: 'candidate',
      name: 'Access',
      serviceSpecification: { id: 'spec-used' },
    })
    const before = await shop.events()
    const refusal = await rejectionOf(shop.remove('ServiceSpecification', 'spec-used'))
    expect([refusal.status, refusal.code]).toEqual([409, 'resourceReferenced'])
    expect(refusal.message).toContain('is referenced by 2 resources')
    const items = [...(refusal.detail.errorItem ?? [])].sort((a, b) => (a.path < b.path ? -1 : 1))
    expect(items).toEqual([
      {
        code: 'referencedBy',
        path: '/tmf-api/serviceCatalogManagement/v4/serviceCandidate/candidate',
        message: 'serviceSpecification',
      },
      {
        code: 'referencedBy',
        path: `/tmf-api/serviceOrdering/v4/serviceOrder/${id}`,
        message: 'serviceOrderItem[0].service.serviceSpecification',
      },
    ])
    expect(await shop.events()).toBe(before)
    expect((await shop.read('ServiceSpecification', 'spec-used')).revision).toBe(1)
  })

  test('names ten of those that refer to it, however many there are', async () => {
    await shop.create('Individual', { familyName: 'Lovelace', givenName: 'Ada' })
    const { id } = (await shop.create('Individual', { familyName: 'Lovelace', givenName: 'Ada' })).document
    for (let count = 0; count < 12; count++) {
      await shop.create('Resource', { name: `R${count}`, relatedParty: [{ id, role: 'owner' }] })
    }
    const refusal = await rejectionOf(shop.remove('Individual', id))
    expect(refusal.message).toContain('more than 10 resources')
    expect(refusal.detail.errorItem).toHaveLength(10)
  })

  test('is free again once nobody refers to it any more', async () => {
    await shop.create('ResourceSpecification', { id: 'spec-free', name: 'ONT' })
    await shop.create('Resource', { id: 'ont', name: 'ONT', resourceSpecification: { id: 'spec-free' } })
    expect((await rejectionOf(shop.remove('ResourceSpecification', 'spec-free'))).code).toBe(
      'resourceReferenced',
    )
    await shop.remove('Resource', 'ont')
    await shop.remove('ResourceSpecification', 'spec-free')
  })

  test('is not hindered by an item that happens to have the same number', async () => {
    await shop.create('ServiceSpecification', { id: '1', name: 'Access' })
    await shop.create('ServiceOrder', order())
    await shop.remove('ServiceSpecification', '1')
  })

  test('is not hindered by itself', async () => {
    const relation = { id: 'spec-self', relationshipType: 'dependency' }
    await shop.create('ServiceSpecification', {
      id: 'spec-self',
      name: 'A',
      serviceSpecRelationship: [relation],
    })
    await shop.remove('ServiceSpecification', 'spec-self')
  })

  test('of a service that only an order speaks of is allowed, as the order is over', async () => {
    const { id } = (await shop.create('Service', { state: 'active', serviceSpecification: { id: 'x' } }))
      .document
    await shop.create(
      'ServiceOrder',
      order({ serviceOrderItem: [{ id: '1', action: 'add', service: { id } }] }),
    )
    await shop.remove('Service', id)
  })

  test('takes what is nested below along, and nothing of another', async () => {
    const flow = async () => (await shop.create('ProcessFlow', { processFlowSpecification: 'x' })).document.id
    const [gone, kept] = [await flow(), await flow()]
    const task = async (parent: string) => (await shop.create('TaskFlow', {}, callerOf(), parent)).document.id
    const [below, other] = [await task(gone), await task(kept)]
    await shop.remove('ProcessFlow', gone)
    const refusal = await rejectionOf(shop.read('TaskFlow', { id: below, parent: gone }))
    expect(refusal.code).toBe('resourceNotFound')
    expect((await shop.read('TaskFlow', { id: other, parent: kept })).revision).toBe(1)
  })

  test('of one document twice at once succeeds once', async () => {
    await shop.create('Resource', { id: 'sim-3', name: 'SIM' })
    const outcomes = await Promise.allSettled([
      shop.remove('Resource', 'sim-3'),
      shop.remove('Resource', 'sim-3'),
    ])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await shop.told('Resource', 'sim-3')).toHaveLength(2)
  })

  test('and a patch at once leave either the removal or both, never a patch of nothing', async () => {
    for (let round = 0; round < 5; round++) {
      const id = `raced-${round}`
      await shop.create('Resource', { id, name: 'SIM' })
      const [removed] = await Promise.allSettled([
        shop.remove('Resource', id),
        shop.patch('Resource', id, { description: 'y' }),
      ])
      expect(removed.status).toBe('fulfilled')
      expect((await shop.told('Resource', id)).at(-1)).toMatch(/^ResourceDeleteEvent/)
      expect((await rejectionOf(shop.read('Resource', id))).code).toBe('resourceNotFound')
    }
  })
})
