/** Usage (TMF635) and what it comes to (TMF677). */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { JsonObject } from '../../src/derive/json.ts'
import { Office } from './office.ts'

let office: Office
beforeAll(async () => {
  office = await Office.open()
  const bucket = {
    usageType: 'data',
    remainingValue: { amount: 1.5, units: 'GB' },
    remainingValueName: '1.5 GB',
  }
  await office.import(
    'Bucket',
    { id: 'of-product', product: [{ id: 'line' }], ...bucket },
    { id: 'of-account', partyAccount: { id: 'account' }, ...bucket },
    { id: 'of-nobody', product: [{ id: 'other' }], ...bucket },
  )
})
afterAll(() => office.close())

const used = (usageType: string, measure: JsonObject, more: JsonObject = {}): Promise<unknown> =>
  office.create('Usage', {
    usageType,
    usageDate: '2026-03-10T10:00:00Z',
    usageCharacteristic: Object.entries(measure).map(([name, value]) => ({ name, value })),
    ...more,
  })
const of = (...products: string[]): JsonObject => ({
  ratedProductUsage: products.map((id) => ({ productRef: { id } })),
})
const by = (id: string): JsonObject => ({ relatedParty: [{ id }] })

async function ask(body: JsonObject): Promise<JsonObject> {
  const { usageConsumption } = await office.create('QueryUsageConsumption', body)
  const [report] = usageConsumption as [JsonObject]
  return report
}

const sums = (part: unknown): unknown[] =>
  (part as { consumptionSummary: { counterType: string; value: JsonObject }[] }).consumptionSummary.map(
    ({ counterType, value }) => [counterType, value],
  )

describe('a question for consumption', () => {
  test('is answered with what was used of a product, and what is left in its buckets', async () => {
    await used('data', { volume: 0.1, unit: 'GB' }, of('line'))
    await used('data', { volume: 0.2, unit: 'GB' }, of('line'))
    await used('data', { volume: '512', unit: 'MB' }, of('line'))
    await used('sms', {}, of('other', 'line'))
    await used('data', { volume: 99, unit: 'GB' }, of('other'))
    await used('data', { volume: 7, unit: 'GB' }, { ...of('line'), status: 'rejected' })
    const report = await ask({ searchCriteria: { product: [{ id: 'line', name: 'My line' }] } })
    expect(report).toMatchObject({ state: 'done', product: [{ id: 'line', name: 'My line' }] })
    expect(sums((report.product as unknown[])[0])).toEqual([
      ['data', { amount: 0.3, units: 'GB' }],
      ['data', { amount: 512, units: 'MB' }],
      ['sms', { amount: 1, units: 'records' }],
    ])
    expect(report.bucketRefOrValue).toEqual([
      expect.objectContaining({ id: 'of-product', remainingValue: { amount: 1.5, units: 'GB' } }),
    ])
  })

  test('is answered for everything a party uses', async () => {
    await used('voice', { duration: 20, unit: 'SEC' }, { ...by('ada'), ...of('phone') })
    await used('voice', { duration: 40, unit: 'SEC' }, { ...by('ada'), ...of('phone') })
    await used('data', { service: 'svc-1' }, by('ada'))
    await used('other', {}, by('ada'))
    await used('voice', { duration: 999, unit: 'SEC' }, { ...by('bob'), ...of('phone') })
    const report = await ask({ relatedParty: [{ id: 'ada' }] })
    expect(sums((report.product as unknown[])[0])).toEqual([['voice', { amount: 60, units: 'SEC' }]])
    expect(report.service).toMatchObject([{ id: 'svc-1', consumptionSummary: [{ counterType: 'data' }] }])
    expect(report.bucketRefOrValue).toMatchObject([{ bucketCounter: [{ counterType: 'other' }] }])
  })

  test('is answered for a period', async () => {
    await used('sms', {}, { ...by('period'), usageDate: '2026-02-28T23:59:59Z' })
    await used('sms', {}, { ...by('period'), usageDate: '2026-03-01T00:00:00Z' })
    await used('sms', {}, { ...by('period'), usageDate: '2026-04-01T00:00:00Z' })
    const validPeriod = { startDateTime: '2026-03-01T00:00:00Z', endDateTime: '2026-04-01T00:00:00Z' }
    const report = await ask({ relatedParty: [{ id: 'period' }], searchCriteria: { validPeriod } })
    expect(report.bucketRefOrValue).toMatchObject([
      { bucketCounter: [{ value: { amount: 1, units: 'records' }, consumptionPeriod: validPeriod }] },
    ])
  })

  test('of an account tells of its buckets, of nobody of nothing', async () => {
    const report = await ask({ partyAccount: [{ id: 'account' }] })
    expect(report.bucketRefOrValue).toMatchObject([{ id: 'of-account' }])
    expect(await ask({})).toMatchObject({ state: 'done', bucketRefOrValue: [] })
    const unused = await ask({ searchCriteria: { product: [{ id: 'unused' }] } })
    expect(unused.product).toEqual([{ id: 'unused', consumptionSummary: [] }])
  })

  test('is kept with its answer, and tells of itself once', async () => {
    const { id } = await office.create('QueryUsageConsumption', by('ada'))
    expect(await office.told('QueryUsageConsumption', id)).toEqual(['QueryUsageConsumptionCreateEvent'])
    expect(await office.read('QueryUsageConsumption', id)).toMatchObject({
      queryUsageConsumptionDate: expect.any(String),
      usageConsumption: [{ state: 'done' }],
    })
  })
})

describe('a usage record', () => {
  const euros = (value: number) => ({ unit: 'EUR', value })

  test.each([
    [{ taxRate: 19, taxExcludedRatingAmount: euros(0.99) }, 0.99, 1.18],
    [{ taxRate: 19, taxIncludedRatingAmount: euros(1.19) }, 1, 1.19],
    [{ isTaxExempt: true, taxRate: 19, taxIncludedRatingAmount: euros(1) }, 1, 1],
  ])('priced as %j tells both sums', async (rating, net, gross) => {
    const { ratedProductUsage } = await office.create('Usage', { ratedProductUsage: [rating] })
    expect(ratedProductUsage).toMatchObject([
      { taxExcludedRatingAmount: euros(net), taxIncludedRatingAmount: euros(gross) },
    ])
  })

  test('stays as it was billed', async () => {
    await office.import('Usage', { id: 'billed', status: 'billed' })
    await expect(office.patch('Usage', 'billed', { usageType: 'sms' })).rejects.toMatchObject({
      code: 'resourceLocked',
    })
    await expect(office.remove('Usage', 'billed')).rejects.toMatchObject({ code: 'resourceNotDeletable' })
    expect(await office.patch('Usage', 'billed', { description: 'a call' })).toMatchObject({
      description: 'a call',
    })
  })
})

describe('a request for a report on usage (TMF909, 914)', () => {
  async function reportOn(body: JsonObject): Promise<JsonObject> {
    const request = await office.create('UsageConsumptionReportRequest', body)
    expect(request.status).toBe('done')
    expect(await office.told('UsageConsumptionReportRequest', request.id)).toEqual([
      'UsageConsumptionReportRequestStateChangeEvent',
    ])
    const { id } = request.usageConsumptionReport as { id: string }
    return office.read('UsageConsumptionReport', id)
  }

  test('is answered with the buckets of a product, and what was used of it', async () => {
    await used('data', { volume: 3, unit: 'GB' }, of('lamp'))
    await office.import('Bucket', {
      id: 'of-lamp',
      name: 'Light',
      usageType: 'data',
      product: [{ id: 'lamp' }],
      remainingValue: { amount: 2, units: 'GB' },
    })
    expect((await reportOn({ product: { id: 'lamp', name: 'Street lamp' } })).bucket).toMatchObject([
      { id: 'of-lamp', name: 'Light', bucketBalance: [{ remainingValue: { amount: 2, units: 'GB' } }] },
      {
        name: 'Usage of product lamp',
        product: [{ id: 'lamp', name: 'Street lamp' }],
        bucketCounter: [{ counterType: 'data', value: { amount: 3, units: 'GB' } }],
      },
    ])
  })

  test('is answered with the buckets it names, as far as they are there', async () => {
    const { bucket } = await reportOn({ bucket: [{ id: 'of-account' }, { id: 'nowhere' }] })
    expect(bucket).toMatchObject([{ id: 'of-account', bucketBalance: [{ remainingValueName: '1.5 GB' }] }])
  })

  test('is answered by the server, whatever a client says of its state', async () => {
    const report = await reportOn({ status: 'InProgress', relatedParty: [{ id: 'nobody' }] })
    expect(report).toMatchObject({ name: 'Usage report', relatedParty: { id: 'nobody' } })
    expect(report).not.toHaveProperty('bucket')
  })
})
