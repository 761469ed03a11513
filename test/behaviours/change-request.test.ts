import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { JsonObject } from '../../src/derive/json.ts'
import { Office } from './office.ts'

const kind = 'ChangeRequest'
let office: Office
beforeAll(async () => {
  office = await Office.open()
})
afterAll(() => office.close())

const ask = (more: JsonObject = {}) =>
  office.create(kind, {
    plannedStartTime: '2026-03-01T22:00:00Z',
    plannedEndTime: '2026-03-02T02:00:00+01:00',
    priority: 'high',
    requestType: 'upgrade',
    specification: { id: 'software-upgrade' },
    targetEntity: [{ id: 'olt-1', role: 'target' }],
    ...more,
  })
const move = async (id: string, ...statuses: string[]) => {
  for (const status of statuses) await office.patch(kind, id, { status })
  return office.read(kind, id)
}

describe('a change request', () => {
  test('asks for the approval it waits for', async () => {
    const { id, status } = await ask()
    expect(status).toBe('acknowledged')
    await move(id, 'requestForAuthorization', 'waitForApproval')
    expect(await office.told(kind, id)).toEqual([
      'ChangeRequestCreateEvent',
      'ChangeRequestStatusChangeEvent',
      'ChangeRequestStatusChangeEvent',
      'ChangeRequestApprovalRequiredEvent',
    ])
  })

  test('keeps the times of its work', async () => {
    const { id } = await ask()
    const begun = await move(id, 'waitForApproval', 'approved', 'scheduled', 'inProgress')
    expect(begun.actualStartTime).toBe(begun.statusChangeDate)
    expect(begun).not.toHaveProperty('actualEndTime')
    const actualEndTime = '2026-03-02T01:30:00Z'
    await office.patch(kind, id, { status: 'postImplementationReview', actualEndTime })
    const done = await move(id, 'completed')
    expect(done).toMatchObject({ actualStartTime: begun.actualStartTime, actualEndTime })
    expect(done.completionDate).toBe(done.statusChangeDate)
  })

  test('is not carried out before it is approved', async () => {
    const { id } = await ask()
    await expect(move(id, 'inProgress')).rejects.toMatchObject({ code: 'stateTransitionNotAllowed' })
  })

  test('does not end before it begins', async () => {
    await expect(ask({ plannedEndTime: '2026-03-01T21:00:00Z' })).rejects.toMatchObject({
      code: 'businessRuleViolated',
    })
    const { id } = await ask()
    await expect(office.patch(kind, id, { plannedStartTime: '2026-03-03T00:00:00Z' })).rejects.toMatchObject({
      code: 'businessRuleViolated',
    })
  })
})

test('an interaction that is recorded without time and status took place now and is open', async () => {
  const recorded = await office.create('PartyInteraction', {
    direction: 'inbound',
    reason: 'Question about a bill',
    channel: [{ id: 'shop' }],
  })
  expect(recorded.status).toBe('opened')
  expect(recorded.interactionDate).toEqual({ startDateTime: recorded.creationDate })
  const { id } = recorded
  await office.patch('PartyInteraction', id, { status: 'answered by a colleague' })
  const told = await office.told('PartyInteraction', id)
  expect(told.at(-1)).toBe('PartyInteractionStatusChangeEvent')
  const sent = { startDateTime: '2026-03-01T10:00:00+01:00' }
  const kept = await office.create('PartyInteraction', {
    direction: 'inbound',
    reason: 'x',
    channel: [{ id: 'shop' }],
    interactionDate: sent,
  })
  expect(kept.interactionDate).toEqual(sent)
})

test('a sales lead is noticed first, and says when it moved', async () => {
  const { id, status, creationDate } = await office.create('SalesLead', { name: 'Fibre for the harbour' })
  expect([status, creationDate === undefined]).toEqual(['acknowledged', false])
  const moved = await office.patch('SalesLead', id, { status: 'accepted' })
  expect(moved.statusChangeDate).toBeDefined()
  await expect(office.patch('SalesLead', id, { status: 'inProgress' })).rejects.toMatchObject({
    code: 'stateTransitionNotAllowed',
  })
})
