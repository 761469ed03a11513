/** Prepaid balances (TMF654): what is topped up, moved, set aside and spent is there once, whoever asks at the same time. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Document } from '../../src/declare/index.ts'
import type { JsonObject } from '../../src/derive/json.ts'
import { Office } from './office.ts'

let office: Office
beforeAll(async () => {
  office = await Office.open()
})
afterAll(() => office.close())

const account = (bucket: string) => ({ id: `account-of-${bucket}` })
const euros = (amount: number) => ({ amount, units: 'EUR' })

function topup(bucket: string, amount: number, more: JsonObject = {}): Promise<Document> {
  const body = { usageType: 'monetary', amount: euros(amount), bucket: { id: bucket }, ...more }
  return office.create('TopupBalance', { partyAccount: account(bucket), ...body })
}

function adjust(bucket: string, amount: number): Promise<Document> {
  const body = { usageType: 'monetary', amount: euros(amount), bucket: { id: bucket } }
  return office.create('AdjustBalance', body)
}

function transfer(from: string, to: string, amount: number, more: JsonObject = {}): Promise<Document> {
  return office.create('TransferBalance', {
    reason: 'a gift',
    usageType: 'monetary',
    receiverBucketUsageType: 'monetary',
    amount: euros(amount),
    bucket: { id: from },
    receiverBucket: { id: to },
    channel: { id: 'app' },
    logicalResource: [{ id: '+491511' }],
    receiverLogicalResource: { id: '+491522' },
    ...more,
  })
}

function reserve(bucket: string, amount: number): Promise<Document> {
  const body = { usageType: 'monetary', amount: euros(amount), bucket: { id: bucket } }
  return office.create('ReserveBalance', { partyAccount: account(bucket), ...body })
}

async function content(bucket: string): Promise<[left: unknown, setAside: unknown]> {
  const { remainingValue, reservedValue } = await office.read('Bucket', bucket)
  return [(remainingValue as JsonObject).amount, (reservedValue as JsonObject).amount]
}

async function total(bucket: string): Promise<unknown> {
  const all = await office.all('AccumulatedBalance')
  return all.find(({ partyAccount }) => (partyAccount as { id: string }).id === account(bucket).id)
    ?.totalBalance
}

describe('a top-up', () => {
  test('opens a bucket that is not there yet, and is in its history', async () => {
    const done = await topup('open', 20, { validFor: { endDateTime: '2999-01-01T00:00:00Z' } })
    expect(done).toMatchObject({ status: 'completed', confirmationDate: expect.any(String) })
    expect(await office.read('Bucket', 'open')).toMatchObject({
      status: 'active',
      usageType: 'monetary',
      remainingValue: euros(20),
      remainingValueName: '20 EUR',
      reservedValue: euros(0),
      partyAccount: account('open'),
      validFor: { endDateTime: '2999-01-01T00:00:00Z' },
    })
    expect(await office.read('BalanceActionHistory', done.id)).toMatchObject({
      status: 'completed',
      amount: euros(20),
      bucket: { id: 'open' },
      receiverLogicalResource: { id: 'open' },
    })
    expect(await office.told('TopupBalance', done.id)).toEqual(['TopupBalanceCreateEvent'])
  })

  test('adds as money is added', async () => {
    await topup('cents', 0.1)
    await topup('cents', 0.2)
    expect(await content('cents')).toEqual([0.3, 0])
    expect(await total('cents')).toEqual(euros(0.3))
  })

  test('of the same new bucket by fifty at once is credited fifty times', async () => {
    const all = await Promise.all(Array.from({ length: 50 }, () => topup('rush', 0.01)))
    expect(new Set(all.map(({ status }) => status))).toEqual(new Set(['completed']))
    expect(await content('rush')).toEqual([0.5, 0])
    expect(await total('rush')).toEqual(euros(0.5))
  })

  test.each([
    ['of another account', { partyAccount: { id: 'other' } }, 'belongs to account account-of-strict'],
    ['in another unit', { amount: { amount: 1, units: 'USD' } }, 'is counted in EUR'],
    ['of another sort', { usageType: 'data' }, 'counts monetary'],
    ['that is over already', { validFor: { endDateTime: '2001-01-01T00:00:00Z' } }, 'validFor is over'],
  ])('%s fails, and says so', async (_what, more, reason) => {
    await topup('strict', 1)
    const before = await content('strict')
    const failed = await topup('strict', 1, more)
    expect(failed).toMatchObject({ status: 'failed', description: expect.stringContaining(reason) })
    expect(await content('strict')).toEqual(before)
    expect(await office.told('TopupBalance', failed.id)).toEqual([
      'TopupBalanceCreateEvent',
      'TopupBalanceFailureEvent',
    ])
  })

  test.each([0, -1, undefined])('of %s fails and opens no bucket', async (amount) => {
    const { status, description } = await topup('none', amount as number)
    expect({ status, description }).toEqual({
      status: 'failed',
      description: 'failed: amount.amount must be a number above 0',
    })
    await expect(office.read('Bucket', 'none')).rejects.toMatchObject({ code: 'resourceNotFound' })
  })

  test('is taken back when it is cancelled', async () => {
    await topup('undo', 5)
    const { id } = await topup('undo', 7)
    await office.patch('TopupBalance', id, { status: 'cancelled' })
    expect(await content('undo')).toEqual([5, 0])
    expect(await total('undo')).toEqual(euros(5))
    expect(await office.told('TopupBalance', id)).toContain('TopupBalanceCancelEvent')
    expect(await office.read('BalanceActionHistory', id)).toMatchObject({ status: 'cancelled' })
    await expect(office.patch('TopupBalance', id, { status: 'completed' })).rejects.toMatchObject({
      code: 'stateTransitionNotAllowed',
    })
  })

  test('cannot be taken back when it has been spent', async () => {
    const { id } = await topup('spent', 7)
    await adjust('spent', -3)
    await expect(office.patch('TopupBalance', id, { status: 'cancelled' })).rejects.toMatchObject({
      code: 'businessRuleViolated',
    })
    expect(await content('spent')).toEqual([4, 0])
  })

  test('keeps what it did; what is told of it may change', async () => {
    const { id } = await topup('kept', 7)
    await expect(office.patch('TopupBalance', id, { amount: euros(70) })).rejects.toMatchObject({
      code: 'resourceLocked',
    })
    expect(await office.patch('TopupBalance', id, { reason: 'birthday' })).toMatchObject({
      reason: 'birthday',
    })
  })
})

describe('an automatic top-up', () => {
  const weeksAgo = (weeks: number) => new Date(Date.now() - weeks * 7 * 86_400_000 - 1_000).toISOString()
  const repeating = (id: string, more: JsonObject = {}): JsonObject => ({
    id,
    status: 'completed',
    requestedDate: weeksAgo(2),
    confirmationDate: weeksAgo(2),
    usageType: 'monetary',
    amount: euros(10),
    bucket: { id: `bucket-${id}` },
    partyAccount: account(`bucket-${id}`),
    isAutoTopup: true,
    recurringPeriod: 'weekly',
    ...more,
  })
  const call = (id: string) => office.whenDue('TopupBalance', id)

  test('is repeated every period, each time as a child of the first', async () => {
    await office.import('TopupBalance', repeating('auto'))
    expect(Date.parse(String(await call('auto')))).toBeLessThan(Date.now())
    expect(await content('bucket-auto')).toEqual([10, 0])
    await call('auto')
    const next = await call('auto')
    expect(Date.parse(String(next))).toBeGreaterThan(Date.now())
    expect(await content('bucket-auto')).toEqual([20, 0])
    const children = (await office.all('TopupBalance')).filter(
      ({ balanceTopup }) => (balanceTopup as JsonObject | undefined)?.id === 'auto',
    )
    expect(children.map(({ status, isAutoTopup }) => [status, isAutoTopup])).toEqual([
      ['completed', false],
      ['completed', false],
    ])
  })

  test('ends after its periods', async () => {
    await office.import('TopupBalance', repeating('twice', { numberOfPeriods: 2 }))
    expect(await call('twice')).toBeUndefined()
    expect(await call('twice')).toBeUndefined()
    expect(await content('bucket-twice')).toEqual([10, 0])
  })

  test('ends when it is switched off', async () => {
    await office.import('TopupBalance', repeating('off'))
    await office.patch('TopupBalance', 'off', { isAutoTopup: false })
    expect(await call('off')).toBeUndefined()
  })
})

describe('an adjustment', () => {
  test('adds and takes away', async () => {
    await topup('adjusted', 10)
    expect(await adjust('adjusted', -2.5)).toMatchObject({
      status: 'completed',
      partyAccount: account('adjusted'),
    })
    await adjust('adjusted', 1)
    expect(await content('adjusted')).toEqual([8.5, 0])
  })

  test('of a bucket nobody has fails', async () => {
    expect(await adjust('nobody', 1)).toMatchObject({ status: 'failed' })
  })

  test('never takes more than there is, whoever asks at the same time', async () => {
    await topup('drained', 10)
    const all = await Promise.all(Array.from({ length: 30 }, () => adjust('drained', -1)))
    expect(all.filter(({ status }) => status === 'completed')).toHaveLength(10)
    expect(all.filter(({ status }) => status === 'failed')).toHaveLength(20)
    expect(await content('drained')).toEqual([0, 0])
  })
})

describe('a transfer', () => {
  test('moves what one bucket has to another, and can be taken back', async () => {
    await topup('giver', 10)
    await topup('taker', 1)
    const { id, status } = await transfer('giver', 'taker', 4)
    expect(status).toBe('completed')
    expect([await content('giver'), await content('taker')]).toEqual([
      [6, 0],
      [5, 0],
    ])
    await office.patch('TransferBalance', id, { status: 'cancelled' })
    expect([await content('giver'), await content('taker')]).toEqual([
      [10, 0],
      [1, 0],
    ])
    expect(await office.told('TransferBalance', id)).toEqual([
      'TransferBalanceCreateEvent',
      'TransferBalanceCancelEvent',
    ])
  })

  test('is paid by whom its cost belongs to', async () => {
    await topup('payer', 10)
    await topup('paid', 0.5)
    await transfer('payer', 'paid', 2, { transferCost: { value: 0.1, unit: 'EUR' } })
    await transfer('payer', 'paid', 2, { transferCost: { value: 0.1, unit: 'EUR' }, costOwner: 'receiver' })
    expect([await content('payer'), await content('paid')]).toEqual([
      [5.9, 0],
      [4.4, 0],
    ])
  })

  test('of more than there is fails, and so does one to itself', async () => {
    await topup('poor', 1)
    await topup('rich', 1)
    expect(await transfer('poor', 'rich', 2)).toMatchObject({ status: 'failed' })
    expect(await transfer('poor', 'poor', 1)).toMatchObject({ status: 'failed' })
  })

  test('back and forth at the same time loses and makes nothing', async () => {
    await topup('left', 100)
    await topup('right', 100)
    await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        index % 2 === 0 ? transfer('left', 'right', 0.1) : transfer('right', 'left', 0.3),
      ),
    )
    expect([await content('left'), await content('right')]).toEqual([
      [104, 0],
      [96, 0],
    ])
    expect([await total('left'), await total('right')]).toEqual([euros(104), euros(96)])
  })
})

describe('a reservation', () => {
  test('sets aside what nobody else can spend, until it is spent or given back', async () => {
    await topup('reserved', 10)
    const first = await reserve('reserved', 4)
    const second = await reserve('reserved', 5)
    expect([first.status, second.status]).toEqual(['created', 'created'])
    expect(await content('reserved')).toEqual([10, 9])
    expect(await adjust('reserved', -2)).toMatchObject({ status: 'failed' })
    await expect(office.remove('ReserveBalance', first.id)).rejects.toMatchObject({
      code: 'resourceNotDeletable',
    })

    await office.patch('ReserveBalance', first.id, { status: 'completed' })
    expect(await content('reserved')).toEqual([6, 5])
    await office.patch('ReserveBalance', second.id, { status: 'cancelled' })
    expect(await content('reserved')).toEqual([6, 0])
    expect(await office.told('ReserveBalance', second.id)).toContain('ReserveBalanceCancelEvent')
    await office.remove('ReserveBalance', first.id)
  })

  test('is had by as many as there is credit for, and given back once', async () => {
    await topup('booked', 10)
    const all = await Promise.all(Array.from({ length: 20 }, () => reserve('booked', 3)))
    const had = all.filter(({ status }) => status === 'created')
    expect(had).toHaveLength(3)
    expect(await content('booked')).toEqual([10, 9])
    const answers = await Promise.allSettled(
      Array.from({ length: 10 }, () =>
        office.patch('ReserveBalance', had[0]?.id ?? '', { status: 'cancelled' }),
      ),
    )
    expect(answers.some(({ status }) => status === 'fulfilled')).toBe(true)
    expect(await content('booked')).toEqual([10, 6])
  })
})

describe('a bucket', () => {
  const imported = (id: string, amount: number, more: JsonObject = {}): JsonObject => ({
    id,
    usageType: 'monetary',
    partyAccount: account('imported'),
    remainingValue: euros(amount),
    ...more,
  })

  test('that is imported counts towards what its account has', async () => {
    await office.import('Bucket', imported('i-1', 1.1), imported('i-2', 2.2))
    await office.doWhatIsDue()
    expect(await total('imported')).toEqual(euros(3.3))
    const sum = (await office.all('AccumulatedBalance')).find(
      ({ name }) => name === 'monetary balance of account-of-imported',
    )
    expect(sum?.bucket).toMatchObject([{ id: 'i-1' }, { id: 'i-2' }])
    await topup('i-1', 1, { partyAccount: account('imported') })
    expect(await total('imported')).toEqual(euros(4.3))
  })

  test('runs out when its time is over, and is renewed by credit that lasts longer', async () => {
    await office.import(
      'Bucket',
      imported('late', 5, { partyAccount: account('late'), validFor: { endDateTime: '2020-01-01' } }),
    )
    await office.doWhatIsDue()
    expect(await office.read('Bucket', 'late')).toMatchObject({ status: 'expired' })
    expect(await total('late')).toEqual(euros(0))
    expect(await adjust('late', -1)).toMatchObject({ status: 'failed' })
    expect(await topup('late', 1)).toMatchObject({ status: 'failed' })
    await topup('late', 1, { validFor: { endDateTime: '2999-01-01' } })
    expect(await office.read('Bucket', 'late')).toMatchObject({ status: 'active', remainingValue: euros(6) })
    expect(await total('late')).toEqual(euros(6))
  })

  test('that is suspended takes part in nothing', async () => {
    await office.import(
      'Bucket',
      imported('halted', 5, { status: 'suspended', partyAccount: account('halted') }),
    )
    expect(await topup('halted', 1)).toMatchObject({ status: 'failed' })
    expect(await reserve('halted', 1)).toMatchObject({ status: 'failed' })
  })
})
