import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Document } from '../../src/declare/index.ts'
import type { JsonObject } from '../../src/derive/json.ts'
import { Office } from './office.ts'

let office: Office
beforeAll(async () => {
  office = await Office.open()
})
afterAll(() => office.close())

const rule = (measurement: string, more: JsonObject = {}) =>
  office.create('ThresholdRule', {
    '@type': 'SimpleThresholdRule',
    name: `${measurement} is too low`,
    condition: 'Raise',
    severity: 'MAJOR',
    measurement: { '@type': 'PerformanceMeasurementRef', id: measurement, name: measurement },
    conformanceTargetLower: 100,
    ...more,
  })

/** A job that holds figures against rules. */
async function watch(rules: readonly Document[], more: JsonObject = {}): Promise<string> {
  const threshold = await office.create('Threshold', {
    '@type': 'Threshold',
    name: 'Speed',
    thresholdRule: rules.map(({ id }) => ({ '@type': 'ThresholdRuleRef', id })),
  })
  const job = await office.create('ThresholdJob', {
    '@type': 'ThresholdJob',
    granularity: 'G_5MN',
    performanceThreshold: { '@type': 'ThresholdRef', id: threshold.id },
    ...more,
  })
  return job.id
}

/** A test of a service that measured something. */
const measure = (service: string, metricName: string, value: unknown) =>
  office.create('ServiceTest', {
    name: 'Speed test',
    state: 'completed',
    relatedService: { id: service },
    testSpecification: { id: 'speed' },
    testMeasure: [{ metricName, unitOfMeasure: 'Mbps', value: { name: metricName, value } }],
  })

const look = (job: string) => office.whenDue('ThresholdJob', job)
const alarmsOf = async (job: string) =>
  (await office.all('Alarm')).filter(({ externalAlarmId }) => String(externalAlarmId).startsWith(`${job}/`))
const statesOf = async (job: string) => (await alarmsOf(job)).map(({ state }) => state)

describe('a threshold job', () => {
  test('raises an alarm when a figure crosses a rule, and clears it when the figure returns', async () => {
    const low = await rule('speed-a', { perfAlarmSpecThresholdCrossingDescription: 'Slower than sold' })
    const job = await watch([low])
    await measure('svc-1', 'speed-a', 60)
    await look(job)
    const [alarm] = await alarmsOf(job)
    expect(alarm).toMatchObject({
      state: 'raised',
      perceivedSeverity: 'major',
      alarmedObject: { id: 'svc-1' },
      alarmedObjectType: 'Service',
      specificProblem: 'speed-a is too low',
      crossedThresholdInformation: {
        direction: 'down',
        indicatorName: 'speed-a',
        indicatorUnit: 'Mbps',
        observedValue: '60',
        granularity: 'G_5MN',
        thresholdCrossingDescription: 'Slower than sold',
      },
    })
    await look(job)
    expect(await statesOf(job)).toEqual(['raised'])

    await measure('svc-1', 'speed-a', '120.5')
    await look(job)
    expect(await alarmsOf(job)).toMatchObject([{ state: 'cleared', perceivedSeverity: 'cleared' }])
    expect(await office.told('Alarm', alarm?.id ?? '')).toEqual([
      'AlarmCreateEvent',
      'AlarmAttributeValueChangeEvent',
      'AlarmStateChangeEvent',
    ])

    await measure('svc-1', 'speed-a', 10)
    await look(job)
    expect(await statesOf(job)).toEqual(['cleared', 'raised'])
  })

  test('watches usage as well, of the things its criteria mean', async () => {
    const monitoredObjectsCriteria = [{ monitoredObjectFilter: 'id=line-1,line-2' }]
    const job = await watch(
      [await rule('volume', { conformanceTargetLower: undefined, conformanceTargetUpper: 50 })],
      {
        monitoredObjectsCriteria,
      },
    )
    for (const line of ['line-1', 'line-2', 'line-3']) {
      await office.create('Usage', {
        relatedParty: [{ id: line, role: 'user', '@referredType': 'Line' }],
        usageCharacteristic: [{ name: 'volume', value: line === 'line-2' ? 50 : 51 }],
      })
    }
    await look(job)
    expect(await alarmsOf(job)).toMatchObject([{ alarmedObject: { id: 'line-1' } }])
  })

  test('waits with clearing until a rule for that says so', async () => {
    const job = await watch([
      await rule('speed-b'),
      await rule('speed-b', {
        condition: 'Clear',
        conformanceTargetLower: undefined,
        conformanceTargetUpper: 150,
      }),
    ])
    for (const [value, states] of [
      [90, ['raised']],
      [120, ['raised']],
      [151, ['cleared']],
    ] as const) {
      await measure('svc-2', 'speed-b', value)
      await look(job)
      expect(await statesOf(job)).toEqual(states)
    }
  })

  test('raises one alarm, however many nodes look at the same time', async () => {
    const job = await watch([await rule('speed-c')])
    await measure('svc-3', 'speed-c', 1)
    await Promise.all([1, 2, 3, 4].map(() => look(job)))
    expect(await statesOf(job)).toEqual(['raised'])
  })

  test('looks again after its granularity, as long as it may run', async () => {
    const id = await watch([await rule('speed-d')])
    const next = await look(id)
    expect(Date.parse(next ?? '') - Date.now()).toBeGreaterThan(290_000)
    expect(Date.parse(next ?? '') - Date.now()).toBeLessThanOrEqual(300_000)
    await office.patch('ThresholdJob', id, { adminState: 'LOCKED' })
    await measure('svc-4', 'speed-d', 1)
    expect(await look(id)).toBeUndefined()
    expect(await alarmsOf(id)).toEqual([])
    await office.patch('ThresholdJob', id, { adminState: 'UNLOCKED' })
    await office.doWhatIsDue()
    expect(await statesOf(id)).toEqual(['raised'])
  })

  test('is completed when its schedule ends', async () => {
    const scheduleDefinition = {
      '@type': 'ScheduleDefinition',
      id: '1',
      validFor: { startDateTime: '2020-01-01T00:00:00Z', endDateTime: '2020-02-01T00:00:00Z' },
    }
    const id = await watch([await rule('speed-e')], { scheduleDefinition })
    expect(await look(id)).toBeUndefined()
    expect(await office.read('ThresholdJob', id)).toMatchObject({ executionState: 'Completed' })
    expect(await office.told('ThresholdJob', id)).toEqual([
      'ThresholdJobCreateEvent',
      'ThresholdJobStateChangeEvent',
    ])
    await expect(office.patch('ThresholdJob', id, { executionState: 'Active' })).rejects.toMatchObject({
      code: 'stateTransitionNotAllowed',
    })
  })

  test('fails when what it should apply is not there', async () => {
    const performanceThreshold = { '@type': 'ThresholdRef', id: 'nowhere' }
    const { id } = await office.create('ThresholdJob', {
      '@type': 'ThresholdJob',
      granularity: 'G_1H',
      performanceThreshold,
    })
    await office.doWhatIsDue()
    const job = await office.read('ThresholdJob', id)
    expect(job.executionState).toBe('Failed')
    expect(job.trackingRecord).toMatch(/does not exist/)
  })

  test.each([
    ['an unknown granularity', { granularity: '5MIN' }, /granularity/],
    [
      'a condition on nothing',
      { monitoredObjectsCriteria: [{ monitoredObjectFilter: 'colour=red' }] },
      /monitoredObjectFilter.*colour/,
    ],
  ])('fails with %s, and says so', async (_is, more, told) => {
    const job = await watch([await rule('speed-e')], more)
    await office.doWhatIsDue()
    const { executionState, trackingRecord } = await office.read('ThresholdJob', job)
    expect(executionState).toBe('Failed')
    expect(trackingRecord).toMatch(told)
  })

  test('rests in a state of its client’s own', async () => {
    const job = await watch([await rule('speed-h')], { executionState: 'Dreaming' })
    await office.doWhatIsDue()
    expect(await office.read('ThresholdJob', job)).toMatchObject({ executionState: 'Dreaming' })
  })

  test('is refused without its type', async () => {
    await expect(office.create('ThresholdJob', { granularity: 'G_5MN' })).rejects.toMatchObject({
      code: 'missingAttribute',
    })
  })
})

describe('a rule', () => {
  test.each([
    ['condition', 'Perhaps'],
    ['conformanceComparatorLower', '<'],
    ['conformanceComparatorUpper', 'toString'],
  ])('with a %s nobody knows lets its jobs fail', async (name, value) => {
    const job = await watch([await rule('speed-f', { [name]: value })])
    await look(job)
    const { executionState, trackingRecord } = await office.read('ThresholdJob', job)
    expect(executionState).toBe('Failed')
    expect(trackingRecord).toContain(name)
  })

  test('is kept while a threshold has it', async () => {
    const used = await rule('speed-g')
    await watch([used])
    await expect(office.remove('ThresholdRule', used.id)).rejects.toMatchObject({
      code: 'resourceReferenced',
    })
  })
})
