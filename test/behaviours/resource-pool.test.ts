/** Resource pools (TMF685): what is reserved is there, and nobody else gets it, whoever asks at the same time. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Document } from '../../src/declare/index.ts'
import type { Refusal } from '../../src/declare/refusal.ts'
import type { JsonObject } from '../../src/derive/json.ts'
import { inWork } from '../../src/resources/work.ts'
import { rejectionOf } from '../derive/refusal.ts'
import { Office } from './office.ts'

let office: Office
beforeAll(async () => {
  office = await Office.open()
})
afterAll(() => office.close())

const pool = async (capacity: number, more: JsonObject = {}): Promise<string> =>
  (await office.create('ResourcePool', { capacity, ...more })).id

const demand = (id: string, amount?: string) => ({
  resourcePool: { id },
  ...(amount === undefined ? {} : { capacityDemandAmount: amount }),
})

const reserve = (items: readonly JsonObject[], more: JsonObject = {}): Promise<Document> =>
  office.create('Reservation', { relatedParty: { id: 'c-1' }, reservationItem: items, ...more })

const one = (id: string, amount: string): Promise<Document> =>
  reserve([{ resourceCapacity: demand(id, amount) }])

/** A pool cannot be read by clients: its file has no GET. */
async function content(id: string): Promise<[capacity: unknown, reserved: unknown]> {
  const { capacity, reserved } = await inWork(office.context, 'default', async (work) => {
    await work.look([{ kind: 'ResourcePool', id }])
    return work.get('ResourcePool', id)
  })
  return [capacity, reserved]
}

describe('a reservation', () => {
  test('sets aside what its items ask for, and says so', async () => {
    const id = await pool(10)
    const { reservationState, reservationItem } = await reserve([
      { quantity: 2, resourceCapacity: demand(id, '3 lines') },
      { resourceCapacity: demand(id) },
      { quantity: 1, subReservationState: 'elsewhere' },
    ])
    expect(reservationState).toBe('reserved')
    expect(reservationItem).toMatchObject([
      { subReservationState: 'reserved', appliedCapacityAmount: { appliedDemandAmount: '6 lines' } },
      { subReservationState: 'reserved', appliedCapacityAmount: { appliedDemandAmount: '1' } },
      { subReservationState: 'elsewhere' },
    ])
    expect(await content(id)).toEqual([10, 7])
  })

  test('adds decimals without binary remainders', async () => {
    const id = await pool(1)
    await one(id, '0.1 Gbit/s')
    await one(id, '0.2 Gbit/s')
    expect(await content(id)).toEqual([1, 0.3])
    await one(id, '0.7 Gbit/s')
    expect(await content(id)).toEqual([1, 1])
  })

  test('of more than is free is refused whole', async () => {
    const [full, roomy] = [await pool(1), await pool(10)]
    const both = reserve([{ resourceCapacity: demand(roomy, '2') }, { resourceCapacity: demand(full, '2') }])
    expect((await rejectionOf(both)).code).toBe('businessRuleViolated')
    expect(await content(roomy)).toEqual([10, 0])
  })

  test('takes nothing when a client says that it holds something already', async () => {
    const id = await pool(5)
    const applied = { appliedDemandAmount: '500' }
    const { reservationItem } = await reserve([
      { subReservationState: 'reserved', appliedCapacityAmount: applied, resourceCapacity: demand(id, '2') },
    ])
    expect(reservationItem).toMatchObject([{ appliedCapacityAmount: { appliedDemandAmount: '2' } }])
    expect(await content(id)).toEqual([5, 2])
  })

  test.each([
    ['lots', 'invalidFormat'],
    ['-3', 'invalidFormat'],
    ['0 lines', 'invalidFormat'],
    ['1.2.3', 'invalidFormat'],
    ['9'.repeat(400), 'invalidFormat'],
  ])('of %s is refused', async (amount, code) => {
    const id = await pool(5)
    const refusal = await rejectionOf(one(id, amount))
    expect(refusal.code).toBe(code)
    expect(refusal.message).toContain('reservationItem[0].resourceCapacity.capacityDemandAmount')
  })

  test('of a pool there is not is refused, naming where', async () => {
    const refusal = await rejectionOf(one('nowhere', '1'))
    expect(refusal.code).toBe('referencedEntityNotFound')
    expect(refusal.detail.errorItem).toMatchObject([
      { path: 'reservationItem[0].resourceCapacity.resourcePool.id' },
    ])
  })

  test('gives back what it held when it is cancelled, once', async () => {
    const id = await pool(5)
    const { id: reservation } = await one(id, '4')
    const after = await office.patch('Reservation', reservation, { reservationState: 'cancelled' })
    expect(after.reservationItem).toMatchObject([{ subReservationState: 'cancelled' }])
    expect(await content(id)).toEqual([5, 0])
    const again = office.patch('Reservation', reservation, { reservationState: 'completed' })
    expect((await rejectionOf(again)).code).toBe('stateTransitionNotAllowed')
    await office.patch('Reservation', reservation, {
      reservationItem: [{ resourceCapacity: demand(id, '1') }],
    })
    expect(await content(id)).toEqual([5, 0])
  })

  test('takes what it held out of the pool when it is completed', async () => {
    const id = await pool(5)
    const { id: reservation } = await one(id, '4')
    await office.patch('Reservation', reservation, { reservationState: 'completed' })
    expect(await content(id)).toEqual([1, 0])
  })

  test('takes or gives the difference when its items change', async () => {
    const [first, second] = [await pool(5), await pool(5)]
    const { id } = await one(first, '4')
    await office.patch('Reservation', id, { reservationItem: [{ resourceCapacity: demand(first, '5') }] })
    expect(await content(first)).toEqual([5, 5])
    const tooMuch = { reservationItem: [{ resourceCapacity: demand(first, '6') }] }
    expect((await rejectionOf(office.patch('Reservation', id, tooMuch))).code).toBe('businessRuleViolated')
    await office.patch('Reservation', id, { reservationItem: [{ resourceCapacity: demand(second, '2') }] })
    expect([await content(first), await content(second)]).toEqual([
      [5, 0],
      [5, 2],
    ])
  })

  test('runs out when valid_for is over', async () => {
    const id = await pool(5)
    const late = await reserve([{ resourceCapacity: demand(id, '2') }], { valid_for: '2999-01-01T00:00:00Z' })
    expect(await office.whenDue('Reservation', late.id)).toBe('2999-01-01T00:00:00.000Z')
    expect(await content(id)).toEqual([5, 2])
    await office.patch('Reservation', late.id, { valid_for: '2020-01-01T00:00:00Z' })
    await office.doWhatIsDue()
    expect(await office.read('Reservation', late.id)).toMatchObject({ reservationState: 'expired' })
    expect(await content(id)).toEqual([5, 0])
    const over = reserve([{ resourceCapacity: demand(id, '2') }], { valid_for: '2020-01-01T00:00:00Z' })
    expect((await rejectionOf(over)).code).toBe('businessRuleViolated')
  })

  test('without a pool is stored as it is', async () => {
    const { reservationItem } = await reserve([{ quantity: 3 }])
    expect(reservationItem).toEqual([{ quantity: 3 }])
  })
})

describe('a pool', () => {
  test('keeps at least the capacity that is reserved', async () => {
    const id = await pool(5)
    await one(id, '3')
    const refusal = await rejectionOf(office.patch('ResourcePool', id, { capacity: 2 }))
    expect(refusal.code).toBe('businessRuleViolated')
    await office.patch('ResourcePool', id, { capacity: 3 })
    expect(await content(id)).toEqual([3, 3])
  })

  test('is not removed while something of it is reserved', async () => {
    const id = await pool(5)
    const reservation = await one(id, '3')
    expect((await rejectionOf(office.remove('ResourcePool', id))).code).toBe('resourceReferenced')
    await office.patch('Reservation', reservation.id, { reservationState: 'cancelled' })
    await office.remove('ResourcePool', id)
    expect((await rejectionOf(one(id, '1'))).code).toBe('referencedEntityNotFound')
  })

  test('that is imported counts what is reserved here, not elsewhere', async () => {
    const id = await pool(5)
    await one(id, '3')
    await office.import('ResourcePool', { id, capacity: 8, reserved: 1 })
    expect(await content(id)).toEqual([8, 3])
  })

  test.each([[{ capacity: -1 }], [{ calendar: [{ day: 'someday' }] }]])(
    'is refused when it makes no sense: %j',
    async (body) => {
      await rejectionOf(office.create('ResourcePool', body))
    },
  )
})

describe('the tasks about a pool', () => {
  test('check what could be had, the first demands first', async () => {
    const id = await pool(5)
    await one(id, '1')
    const asking = { resourceCapacityDemand: [demand(id, '3 lines'), demand(id, '3 lines')] }
    expect(await office.create('AvailabilityCheck', asking)).toMatchObject({
      availabilityResult: 'partial',
      appliedCapacityAmount: [{ appliedDemandAmount: '3 lines' }, { appliedDemandAmount: '1 lines' }],
    })
    const little = { resourceCapacityDemand: [demand(id, '4')] }
    expect(await office.create('AvailabilityCheck', little)).toMatchObject({
      availabilityResult: 'available',
    })
    expect(await content(id)).toEqual([5, 1])
  })

  test('push resources in, and extract those that are free', async () => {
    const group = { name: 'ports of dslam 1', objectId: 'r-1,r-2' }
    const id = await pool(0)
    await office.create('Push', {
      resourcePool: { id, resourceCollection: [group] },
      capacityAmount: '2 ports',
    })
    await one(id, '1')
    expect(await content(id)).toEqual([2, 1])
    const tooMuch = office.create('Extract', { resourcePool: { id }, capacityAmount: '2 ports' })
    expect((await rejectionOf(tooMuch)).code).toBe('businessRuleViolated')
    const other = { resourcePool: { id, resourceCollection: [{ name: 'others' }] } }
    expect((await rejectionOf(office.create('Extract', other))).code).toBe('businessRuleViolated')
    await office.create('Extract', { resourcePool: { id, resourceCollection: [group] }, capacityAmount: '1' })
    expect(await content(id)).toEqual([1, 1])
  })

  test('that say nothing do nothing', async () => {
    for (const task of ['AvailabilityCheck', 'Push', 'Extract']) {
      expect((await office.create(task, {})).id).toBeDefined()
    }
  })
})

test('under fifty requests at the same time a pool is given out once', async () => {
  const [first, second] = [await pool(7), await pool(7)]
  const asked = Array.from({ length: 50 }, (_, index) => {
    const [one, other] = index % 2 ? [first, second] : [second, first]
    return reserve([{ resourceCapacity: demand(one, '1') }, { resourceCapacity: demand(other, '1') }])
  })
  const answers = await Promise.allSettled(asked)
  const given = answers.filter(({ status }) => status === 'fulfilled')
  const refused = answers.flatMap((answer) =>
    answer.status === 'rejected' ? [answer.reason as Refusal] : [],
  )
  expect(given).toHaveLength(7)
  expect(new Set(refused.map(({ code }) => code))).toEqual(new Set(['businessRuleViolated']))
  expect([await content(first), await content(second)]).toEqual([
    [7, 7],
    [7, 7],
  ])
})
