import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { JsonObject } from '../../src/derive/json.ts'
import { Office } from './office.ts'

const kind = 'CommunicationMessage'
let office: Office
beforeAll(async () => {
  office = await Office.open()
})
afterAll(() => office.close())

const write = (more: JsonObject = {}) =>
  office.create(kind, {
    content: 'Your technician comes at nine',
    messageType: 'SMS',
    sender: { name: 'Operator' },
    receiver: [{ name: 'Ada', phoneNumber: '+4912345' }],
    ...more,
  })

describe('a message', () => {
  test('is sent, and says when', async () => {
    const { id, state } = await write()
    expect(state).toBe('initial')
    await office.doWhatIsDue()
    const sent = await office.read(kind, id)
    expect(sent.state).toBe('completed')
    expect(sent.sendTimeComplete).toBe(sent.sendTime)
    const moved = 'CommunicationMessageStateChangeEvent'
    expect(await office.told(kind, id)).toEqual([moved, moved])
  })

  test.each([
    ['SMS', 'phoneNumber'],
    ['Email', 'email'],
    ['Mobile app push', 'appUserId'],
  ])('by %s fails when a receiver has no %s, and may be tried once more', async (messageType, address) => {
    const receiver = [{ [address]: 'somewhere' }, { name: 'Bob' }]
    const { id } = await write({ messageType, receiver })
    await office.doWhatIsDue()
    expect(await office.read(kind, id)).toMatchObject({
      state: 'failed',
      characteristic: [{ name: 'failureReason', value: `receiver[1] has no ${address}` }],
    })
    await office.patch(kind, id, { receiver: receiver.slice(0, 1), state: 'inProgress' })
    await office.doWhatIsDue()
    expect(await office.read(kind, id)).toMatchObject({ state: 'completed' })
  })

  test('waits for its time', async () => {
    const scheduledSendTime = '2999-01-01T00:00:00+01:00'
    const { id } = await write({ scheduledSendTime })
    await office.doWhatIsDue()
    expect(await office.read(kind, id)).toMatchObject({ state: 'initial' })
    expect(await office.whenDue(kind, id)).toBe('2998-12-31T23:00:00.000Z')
    await office.patch(kind, id, { scheduledSendTime: '2020-01-01T00:00:00Z' })
    await office.doWhatIsDue()
    expect(await office.read(kind, id)).toMatchObject({ state: 'completed' })
  })

  test('that was cancelled is not sent', async () => {
    const { id } = await write()
    await office.patch(kind, id, { state: 'cancelled' })
    await office.doWhatIsDue()
    const message = await office.read(kind, id)
    expect(message.state).toBe('cancelled')
    expect(message).not.toHaveProperty('sendTime')
  })

  test('is sent once, or cancelled before, whoever is first', async () => {
    const { id } = await write()
    await Promise.allSettled([
      office.whenDue(kind, id),
      office.whenDue(kind, id),
      office.patch(kind, id, { state: 'cancelled' }),
    ])
    const told = await office.told(kind, id)
    const { state } = await office.read(kind, id)
    expect([told.length, state]).toEqual(state === 'cancelled' ? [1, 'cancelled'] : [2, 'completed'])
  })

  test('without a receiver is refused', async () => {
    await expect(write({ receiver: [] })).rejects.toMatchObject({ code: 'missingAttribute' })
  })
})
