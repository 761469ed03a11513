/** Loyalty (TMF658): what members do earns them what the rules of the program say, once and in full. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { JsonObject } from '../../src/derive/json.ts'
import { Office } from './office.ts'

let office: Office
beforeAll(async () => {
  office = await Office.open()
})
afterAll(() => office.close())

let types = 0

/** A rule that gives points for a new type of event. Gives the type. */
async function rule({
  conditions = [],
  actions,
  ...more
}: { conditions?: readonly JsonObject[]; actions: readonly JsonObject[] } & JsonObject): Promise<string> {
  types += 1
  const eventType = `purchase-${types}`
  const type = await office.create('LoyaltyEventType', { eventType })
  const created = async (kind: string, bodies: readonly JsonObject[]) => {
    const documents = await Promise.all(bodies.map((body) => office.create(kind, body)))
    return documents.map(({ id }) => ({ id }))
  }
  const calls = actions.map((action) => ({ action: 'POST', endpoint: '/earn', ...action }))
  await office.create('LoyaltyRule', {
    loyaltyEventType: [{ id: type.id }],
    loyaltyCondition: await created('LoyaltyCondition', conditions),
    loyaltyAction: await created('LoyaltyAction', calls),
    ...more,
  })
  return eventType
}

const earn = (quantity: unknown, unit?: string): JsonObject => ({
  actionType: 'LoyaltyEarn',
  actionAttributes: { quantity, ...(unit ? { unit } : {}) },
})

async function join(more: JsonObject = {}): Promise<string> {
  return (await office.create('LoyaltyProgramMember', { name: 'Ada', status: 'active', ...more })).id
}

async function balances(member: string): Promise<unknown[]> {
  const all = await office.all('LoyaltyBalance')
  return all
    .filter(({ loyaltyProgramMember }) => (loyaltyProgramMember as JsonObject).id === member)
    .map(({ quantity }) => quantity)
}

describe('an event', () => {
  test('earns its member what the rule that watches for it gives', async () => {
    const eventType = await rule({ actions: [earn(10), earn('2.5', 'miles')] })
    const memberId = await join()
    const { id } = await office.create('LoyaltyEvent', { eventType, memberId })
    await office.create('LoyaltyEvent', { eventType, memberId })
    expect(await balances(memberId)).toEqual([
      { unit: 'points', value: 20 },
      { unit: 'miles', value: 5 },
    ])
    expect(await office.told('LoyaltyEvent', id)).toEqual(['LoyaltyEvent'])
  })

  test.each([
    [{ attribute: 'amount', operator: '>=', value: '100' }, { amount: 100 }, true],
    [{ attribute: 'amount', operator: 'gt', value: '9' }, { amount: 10 }, true],
    [{ attribute: 'amount', operator: '<', value: '9' }, { amount: 10 }, false],
    [{ attribute: 'order.channel', operator: 'eq', value: 'web' }, { order: { channel: 'web' } }, true],
    [{ attribute: 'order.channel', operator: '!=', value: 'web' }, { order: { channel: 'web' } }, false],
    [{ attribute: 'tier', operator: 'in', value: 'gold, silver' }, { tier: 'silver' }, true],
    [{ attribute: 'name', operator: 'equals', value: 'Ada' }, {}, true],
    [{ attribute: 'missing', operator: '!=', value: 'x' }, {}, false],
    [{ attribute: 'amount', operator: 'resembles', value: '10' }, { amount: 10 }, false],
    [{ attribute: 'amount', operator: 'constructor', value: '10' }, { amount: 10 }, false],
  ])('with condition %j and details %j earns: %s', async (condition, event, isEarned) => {
    const eventType = await rule({ conditions: [condition], actions: [earn(1)] })
    const memberId = await join()
    await office.create('LoyaltyEvent', { eventType, memberId, event })
    expect(await balances(memberId)).toEqual(isEarned ? [{ unit: 'points', value: 1 }] : [])
  })

  test('must meet every condition of a rule, or one of a rule in disjunctive form', async () => {
    const conditions = [
      { attribute: 'a', operator: '=', value: '1' },
      { attribute: 'b', operator: '=', value: '1' },
    ]
    const memberId = await join()
    const all = await rule({ conditions, actions: [earn(1, 'all')] })
    const any = await rule({ conditions, isCNF: false, actions: [earn(1, 'any')] })
    for (const eventType of [all, any]) {
      await office.create('LoyaltyEvent', { eventType, memberId, event: { a: 1 } })
    }
    expect(await balances(memberId)).toEqual([{ unit: 'any', value: 1 }])
  })

  test('of somebody unknown, or suspended, or of no known type earns nothing', async () => {
    const eventType = await rule({ actions: [earn(1)] })
    const suspended = await join({ status: 'Suspended' })
    const member = await join()
    await office.create('LoyaltyEvent', { eventType, memberId: 'nobody' })
    await office.create('LoyaltyEvent', { eventType, memberId: suspended })
    await office.create('LoyaltyEvent', { eventType: 'unheard of', memberId: member })
    await office.create('LoyaltyEvent', {})
    expect([await balances('nobody'), await balances(suspended), await balances(member)]).toEqual([
      [],
      [],
      [],
    ])
  })

  test('burns points that are there, and no others', async () => {
    const eventType = await rule({ actions: [earn(10)] })
    const burning = await rule({
      actions: [{ actionType: 'LoyaltyBurn', actionAttributes: [{ name: 'quantity', value: 7 }] }],
    })
    const memberId = await join()
    await office.create('LoyaltyEvent', { eventType, memberId })
    for (let i = 0; i < 2; i++) await office.create('LoyaltyEvent', { eventType: burning, memberId })
    expect(await balances(memberId)).toEqual([{ unit: 'points', value: 3 }])
  })

  test('counts once among forty at the same time', async () => {
    const eventType = await rule({ actions: [earn(0.1)] })
    const memberId = await join()
    await Promise.all(
      Array.from({ length: 40 }, () => office.create('LoyaltyEvent', { eventType, memberId })),
    )
    expect(await balances(memberId)).toEqual([{ unit: 'points', value: 4 }])
  })
})

describe('a member’s program', () => {
  test('has an account when the program needs one', async () => {
    const spec = { name: 'Miles', productNumber: 'M1', needsLoyaltyAccount: true }
    const { id } = await office.create('LoyaltyProgramProductSpec', spec)
    const product = await office.create('LoyaltyProgramProduct', { loyaltyProgramProductSpec: { id } })
    const account = (product.loyaltyAccount as { id: string }).id
    expect(await office.read('LoyaltyAccount', account)).toMatchObject({
      loyaltyProgramProduct: { id: product.id },
    })
    expect(await office.create('LoyaltyProgramProduct', { name: 'none' })).not.toHaveProperty(
      'loyaltyAccount',
    )
  })
})

describe('an event type', () => {
  test('may be described more than once, and sets off the rules that watch for any of its descriptions', async () => {
    const eventType = await rule({ actions: [earn(1)] })
    await office.create('LoyaltyEventType', { eventType })
    const memberId = await join()
    await office.create('LoyaltyEvent', { eventType, memberId })
    expect(await balances(memberId)).toEqual([{ unit: 'points', value: 1 }])
  })
})
