/** Appointments (TMF646): nobody is booked twice, whoever asks at the same time, and a search tells the truth. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Document } from '../../src/declare/index.ts'
import type { Refusal } from '../../src/declare/refusal.ts'
import type { JsonObject } from '../../src/derive/json.ts'
import { bookFirstFree, validFor } from '../../src/resources/visits.ts'
import { inWork } from '../../src/resources/work.ts'
import { rejectionOf } from '../derive/refusal.ts'
import { Office } from './office.ts'

let office: Office
beforeAll(async () => {
  office = await Office.open()
  await office.create('ResourcePool', { id: 'fieldForce', capacity: 2, calendar: [{ timeZone: 'UTC' }] })
})
afterAll(() => office.close())

const day = 86_400_000
/** A Monday far enough ahead, another one for every test. */
let monday = Math.ceil(Date.now() / (7 * day)) * 7 * day + 4 * day
beforeEach(() => {
  monday += 7 * day
})
const hour = (hours: number, days = 0) => monday + days * day + hours * 3_600_000
const period = (from: number, to: number, days = 0) =>
  validFor({ starts: hour(from, days), ends: hour(to, days) })

const book = (validFor: JsonObject, more: JsonObject = {}): Promise<Document> =>
  office.create('Appointment', { validFor, ...more })

async function freeFrom(from: number, to: number): Promise<string[]> {
  const requestedTimeSlot = [{ validFor: validFor({ starts: from, ends: to }) }]
  return slotsOf(await office.create('SearchTimeSlot', { requestedTimeSlot }))
}

const slotsOf = (search: Document): string[] =>
  ((search.availableTimeSlot ?? []) as { validFor: { startDateTime: string } }[]).map(
    ({ validFor }) => validFor.startDateTime,
  )
const iso = (moment: number) => new Date(moment).toISOString()

describe('an appointment', () => {
  test('is booked while somebody is free', async () => {
    await book(period(8, 10))
    const second = await book(period(9, 11))
    expect(second.status).toBe('initialized')
  })

  test('is refused when all are busy at any moment of it, and told when somebody is free', async () => {
    await book(period(8, 10))
    await book(period(9, 11))
    const refusal = await rejectionOf(book(period(9, 10)))
    expect(refusal.code).toBe('businessRuleViolated')
    expect(refusal.detail.errorItem?.map(({ message }) => message)).toEqual(
      [10, 12, 14].map((from) => `${iso(hour(from))}/${iso(hour(from + 2))} is free`),
    )
    expect((await book(period(10, 12))).status).toBe('initialized')
  })

  test.each(['cancelled', 'failed'])('that is %s makes room for another', async (status) => {
    const first = await book(period(8, 10))
    await book(period(8, 10))
    expect((await rejectionOf(book(period(8, 10)))).code).toBe('businessRuleViolated')
    await office.patch('Appointment', first.id, { status })
    await book(period(8, 10))
  })

  test('that has failed is booked anew only when somebody is free', async () => {
    const first = await book(period(8, 10))
    await office.patch('Appointment', first.id, { status: 'failed' })
    const second = await book(period(8, 10))
    await book(period(8, 10))
    const again = () => office.patch('Appointment', first.id, { status: 'initialized' })
    expect((await rejectionOf(again())).code).toBe('businessRuleViolated')
    await office.remove('Appointment', second.id)
    expect((await again()).status).toBe('initialized')
  })

  test('is moved only to a time at which somebody is free, itself not counted', async () => {
    const first = await book(period(8, 10))
    await book(period(8, 10))
    await book(period(10, 12))
    await book(period(10, 12))
    const moved = () => office.patch('Appointment', first.id, { validFor: period(9, 11) })
    expect((await rejectionOf(moved())).code).toBe('businessRuleViolated')
    const shorter = await office.patch('Appointment', first.id, { validFor: period(8, 9) })
    expect(shorter.validFor).toMatchObject(period(8, 9))
  })

  test('that was in the past, or is open at one end, takes nobody’s time', async () => {
    const past = { startDateTime: '2018-02-15T14:00:00Z', endDateTime: '2018-02-15T15:00:00Z' }
    for (let i = 0; i < 3; i++) await book(past)
    for (let i = 0; i < 3; i++) await book({ startDateTime: iso(hour(8)) })
    expect(await freeFrom(hour(8), hour(9))).toEqual([iso(hour(8))])
  })

  test('that ends before it begins is refused', async () => {
    expect((await rejectionOf(book(period(10, 8)))).code).toBe('businessRuleViolated')
  })

  test('that takes more than a day, or no time at all, takes nobody’s', async () => {
    for (let i = 0; i < 3; i++) await book(period(8, 33))
    for (let i = 0; i < 3; i++) await book(period(8, 8))
    expect(await freeFrom(hour(8), hour(9))).toEqual([iso(hour(8))])
  })

  test('over midnight counts on both days', async () => {
    await book(period(23, 25))
    await book(period(24, 26))
    expect((await rejectionOf(book(period(24, 25)))).code).toBe('businessRuleViolated')
  })
})

describe('under fifty requests at the same time', () => {
  test('there are never more visits than people', async () => {
    const asked = Array.from({ length: 50 }, (_, index) => book(period(8 + (index % 2), 10)))
    const answers = await Promise.allSettled(asked)
    const refused = answers.flatMap((answer) =>
      answer.status === 'rejected' ? [answer.reason as Refusal] : [],
    )
    expect(refused.map(({ code }) => code)).toEqual(Array.from({ length: 48 }, () => 'businessRuleViolated'))
  })

  test('orders and clients share the same people', async () => {
    const page = office.context.model.homeOf('Appointment').page
    const byOrder = () =>
      inWork(office.context, 'default', async (work) => {
        const slot = await bookFirstFree(work, hour(0))
        if (slot === undefined) throw new Error('nobody is free for half a year')
        work.create(
          page,
          { validFor: validFor(slot), status: 'confirmed' },
          { actor: 'order', correlationId: 'o' },
        )
        return iso(slot.starts)
      })
    const byClient = () =>
      book(period(8, 10)).then(
        () => iso(hour(8)),
        () => undefined,
      )
    const booked = await Promise.all(
      Array.from({ length: 50 }, (_, index) => (index % 2 ? byClient() : byOrder())),
    )
    const counts = new Map<string, number>()
    for (const slot of booked) if (slot !== undefined) counts.set(slot, (counts.get(slot) ?? 0) + 1)
    expect(Math.max(...counts.values())).toBe(2)
    // Every order found its time: 25 of them, at most two a slot, with what the clients took.
    expect(booked.filter((slot, index) => index % 2 === 0 && slot !== undefined)).toHaveLength(25)
  })

  test('two visits of one unit of work know of each other', async () => {
    const page = office.context.model.homeOf('Appointment').page
    const slots = await inWork(office.context, 'default', async (work) => {
      const found: string[] = []
      for (let i = 0; i < 3; i++) {
        const slot = await bookFirstFree(work, hour(0))
        if (slot === undefined) throw new Error('nobody is free for half a year')
        work.create(page, { validFor: validFor(slot) }, { actor: 'order', correlationId: 'o' })
        found.push(iso(slot.starts))
      }
      return found
    })
    expect(slots).toEqual([iso(hour(8)), iso(hour(8)), iso(hour(10))])
  })
})

describe('a search for times', () => {
  test('answers with the slots of working days at which somebody is free', async () => {
    await book(period(8, 10))
    await book(period(9, 10))
    const search = await office.create('SearchTimeSlot', {
      requestedTimeSlot: [{ validFor: validFor({ starts: hour(0), ends: hour(24) }) }],
    })
    expect(search).toMatchObject({ status: 'done', searchResult: 'success', searchDate: expect.any(String) })
    expect(slotsOf(search)).toEqual([10, 12, 14, 16].map((from) => iso(hour(from))))
    expect(await office.told('SearchTimeSlot', search.id)).toEqual([
      'SearchTimeSlotCreateEvent',
      'SearchTimeSlotAttributeValueChangeEvent',
      'SearchTimeSlotStateChangeEvent',
    ])
  })

  test('names later times when none of those wanted is free', async () => {
    const weekend = { starts: hour(0, 5), ends: hour(24, 6) }
    const search = await office.create('SearchTimeSlot', {
      requestedTimeSlot: [{ validFor: validFor(weekend) }],
    })
    expect(search.searchResult).toBe('alternative')
    expect(slotsOf(search)[0]).toBe(iso(hour(8, 7)))
  })

  test('looks into the next two weeks when it names no time', async () => {
    const search = await office.create('SearchTimeSlot', {})
    const slots = slotsOf(search)
    expect(slots.length).toBeGreaterThan(40)
    for (const slot of slots) expect(Date.parse(slot) - Date.now()).toBeLessThan(14 * day)
  })

  test('of the distant past or future ends as quickly as any other', async () => {
    const always = { startDateTime: '0001-01-01T00:00:00Z', endDateTime: '9999-12-31T00:00:00Z' }
    const never = { startDateTime: '9998-01-01T00:00:00Z', endDateTime: '9999-12-31T00:00:00Z' }
    const requestedTimeSlot = Array.from({ length: 200 }, () => ({ validFor: never }))
    const search = await office.create('SearchTimeSlot', {
      requestedTimeSlot: [...requestedTimeSlot, { validFor: always }],
    })
    expect(search).toMatchObject({ status: 'done', searchResult: 'fail' })
  })

  test('of a field force without people finds nothing', async () => {
    await office.patch('ResourcePool', 'fieldForce', { capacity: 0 })
    const search = await office.create('SearchTimeSlot', {})
    await office.patch('ResourcePool', 'fieldForce', { capacity: 2 })
    expect(search).toMatchObject({ status: 'done', searchResult: 'fail', availableTimeSlot: [] })
  })
})
