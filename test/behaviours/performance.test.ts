import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { JsonObject } from '../../src/derive/json.ts'
import { Office } from './office.ts'

let office: Office
beforeAll(async () => {
  office = await Office.open()
  await Promise.all([
    measure('svc-1', 'speed', 90),
    measure('svc-2', 'speed', 110),
    measure('svc-1', 'delay', 7),
  ])
})
afterAll(() => office.close())

const measure = (service: string, metricName: string, value: number, captureDateTime?: string) =>
  office.create('ServiceTest', {
    name: 'Test',
    state: 'completed',
    relatedService: { id: service },
    testSpecification: { id: 'spec' },
    testMeasure: [
      { metricName, value: { name: metricName, value }, ...(captureDateTime ? { captureDateTime } : {}) },
    ],
  })

const job = (kind: string, more: JsonObject = {}) =>
  office.create(kind, { fileTransferData: [{ fileFormat: 'json' }], ...more })

/** What the last tracking record of a job holds, as `indicator=value of thing`. */
async function gathered(kind: string, id: string): Promise<string[]> {
  const [last] = ((await office.read(kind, id)).trackingRecord as { id: string }[]).slice(-1)
  const { characteristic } = await office.read('TrackingRecord', last?.id ?? '')
  const figures = (characteristic ?? []) as {
    name: string
    value: { value: number; object: { id: string } }
  }[]
  return figures.map(({ name, value }) => `${name}=${value.value} of ${value.object.id}`).sort()
}

describe('a collection on demand', () => {
  test('gathers the figures it asks for, once', async () => {
    const { id } = await job('OnDemandCollection', { performanceIndicatorSpecification: [{ name: 'speed' }] })
    await office.doWhatIsDue()
    expect(await office.read('OnDemandCollection', id)).toMatchObject({ executionState: 'completed' })
    expect(await gathered('OnDemandCollection', id)).toEqual(['speed=110 of svc-2', 'speed=90 of svc-1'])
    expect(await office.told('OnDemandCollection', id)).toEqual([
      'OnDemandCollectionCreateEvent',
      'OnDemandCollectionExecutionStateChangeEvent',
      'OnDemandCollectionAttributeValueChangeEvent',
      'OnDemandCollectionFilesReadyEvent',
      'OnDemandCollectionExecutionStateChangeEvent',
    ])
    await office.doWhatIsDue()
    expect((await office.read('OnDemandCollection', id)).trackingRecord).toHaveLength(1)
  })

  test('knows figures by the specifications it points to, and things by their class and a condition', async () => {
    const specification = await office.create('PerformanceIndicatorSpecification', { name: 'speed' })
    const { id } = await job('OnDemandCollection', {
      performanceIndicatorGroupSpecification: [
        { name: 'all', performanceIndicatorSpecification: [{ id: specification.id }] },
      ],
      monitoredClassCriteria: { monitoredObjectClass: 'Service', objectInstanceFilter: 'id=svc-1' },
    })
    await office.doWhatIsDue()
    expect(await gathered('OnDemandCollection', id)).toEqual(['speed=90 of svc-1'])
  })

  test('takes figures of its period only', async () => {
    await measure('svc-3', 'load', 1, '2026-03-01T08:00:00Z')
    await measure('svc-3', 'load', 2, '2026-03-01T10:00:00+01:00')
    const { id } = await job('OnDemandCollection', {
      performanceIndicatorSpecification: [{ name: 'load' }],
      collectionPeriod: { startDateTime: '2026-03-01T08:30:00Z', endDateTime: '2026-03-01T09:00:00Z' },
    })
    await office.doWhatIsDue()
    expect(await gathered('OnDemandCollection', id)).toEqual(['load=2 of svc-3'])
  })

  test('without a way to hand over its figures is refused', async () => {
    await expect(job('OnDemandCollection', { fileTransferData: [] })).rejects.toMatchObject({
      code: 'missingAttribute',
    })
  })

  test('fails with a condition on nothing, and says so', async () => {
    const { id } = await job('OnDemandCollection', {
      monitoredClassCriteria: { objectInstanceFilter: 'x=1' },
    })
    await office.doWhatIsDue()
    const { executionState, trackingRecord } = await office.read('OnDemandCollection', id)
    expect(executionState).toBe('failed')
    expect(trackingRecord).toMatchObject([{ description: expect.stringMatching(/objectInstanceFilter.*x/) }])
    expect(await office.told('OnDemandCollection', id)).toContain(
      'OnDemandCollectionFilesPreparationErrorEvent',
    )
  })
})

describe('a measurement collection job', () => {
  const kind = 'MeasurementCollectionJob'

  test('gathers again and again, and tells of its last runs', async () => {
    const { id } = await job(kind, { reportingPeriod: 'r_5mn' })
    let next: string | undefined
    for (let run = 0; run < 22; run++) next = await office.whenDue(kind, id)
    expect(Date.parse(next ?? '') - Date.now()).toBeGreaterThan(290_000)
    const { executionState, trackingRecord } = await office.read(kind, id)
    expect([executionState, (trackingRecord as unknown[]).length]).toEqual(['inProgress', 20])
    expect(await gathered(kind, id)).toContain('delay=7 of svc-1')
  })

  test('waits while it is locked', async () => {
    const { id } = await job(kind, { adminState: 'locked' })
    await office.doWhatIsDue()
    expect(await office.read(kind, id)).toMatchObject({ executionState: 'pending' })
    await office.patch(kind, id, { adminState: 'unlocked' })
    await office.doWhatIsDue()
    expect(await office.read(kind, id)).toMatchObject({ executionState: 'inProgress' })
    await office.patch(kind, id, { executionState: 'cancelled' })
    expect(await office.whenDue(kind, id)).toBeUndefined()
    expect((await office.read(kind, id)).trackingRecord).toHaveLength(1)
  })

  test('is completed when its schedule ends', async () => {
    const scheduleDefinition = { scheduleDefinitionEndTime: '2020-01-01T00:00:00Z' }
    const { id } = await job(kind, { scheduleDefinition })
    await office.doWhatIsDue()
    const done = await office.read(kind, id)
    expect(done.executionState).toBe('completed')
    expect(done).not.toHaveProperty('trackingRecord')
  })

  test('is moved on by us alone', async () => {
    const { id } = await job(kind)
    await expect(office.patch(kind, id, { executionState: 'completed' })).rejects.toMatchObject({
      code: 'stateTransitionNotAllowed',
    })
  })
})
