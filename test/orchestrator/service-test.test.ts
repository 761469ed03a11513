/** Service tests (TMF653): one that is posted without a state is measured by the network, and judged by its specification. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Document } from '../../src/declare/index.ts'
import type { JsonObject } from '../../src/derive/json.ts'
import { readHistory } from '../../src/store/event-log.ts'
import { Operator } from '../support/operator.ts'

let operator: Operator
beforeAll(async () => {
  operator = await Operator.open()
})
afterAll(() => operator.close())

const isOver = ({ state }: Document) => state !== 'acknowledged' && state !== 'inProgress'

const speed = {
  metricName: 'throughput',
  unitOfMeasure: 'Mbit/s',
  thresholdRule: [
    { name: 'fast enough', conformanceTargetLower: '900', conformanceComparatorLower: '>=' },
    {
      name: 'not too fast',
      conformanceTargetUpper: '1000',
      consequence: [{ name: 'call', prescribeAction: 'ring' }],
    },
  ],
}

async function run(
  { state = 'active', ...values }: { state?: string; throughput?: unknown; downstreamSpeed?: number },
  definitions: readonly JsonObject[] | undefined = [speed],
  more: JsonObject = {},
): Promise<Document> {
  const service = await operator.create('Service', {
    state,
    serviceSpecification: { id: 'ss-1' },
    serviceCharacteristic: Object.entries(values).map(([name, value]) => ({ name, value })),
  })
  const specification = await operator.create('ServiceTestSpecification', {
    name: 'Speed',
    relatedServiceSpecification: [{ id: 'ss-1' }],
    testMeasureDefinition: definitions,
  })
  const { id } = await operator.create('ServiceTest', {
    name: 'Test',
    relatedService: { id: service.id },
    testSpecification: { id: specification.id },
    ...more,
  })
  return operator.becomes('ServiceTest', id, isOver)
}

const told = async (id: string): Promise<string[]> =>
  (await readHistory(operator.context.database, 'default', 'ServiceTest', id)).map(({ type }) => type)

const journal = (service: string) =>
  operator.context.database.read<{ key: string; action: string }>({
    text: `select key, action from network.journal where target = $1`,
    values: [`Service/${service}`],
  })

test('a test of a good service is completed with what was measured', async () => {
  const done = await run({ throughput: 940 })
  expect(done.state).toBe('completed')
  expect(done.testMeasure).toEqual([
    {
      metricName: 'throughput',
      unitOfMeasure: 'Mbit/s',
      captureDateTime: done.endDateTime,
      value: { name: 'throughput', value: 940, valueType: 'number' },
    },
  ])
  expect(await told(done.id)).toEqual([
    'ServiceTestCreateEvent',
    'ServiceTestAttributeValueChangeEvent',
    'ServiceTestStateChangeEvent',
    'ServiceTestAttributeValueChangeEvent',
    'ServiceTestStateChangeEvent',
  ])
})

test('the network is asked once, and what it finds is judged, not what the service was set up with', async () => {
  const slow = await run({ downstreamSpeed: 950 })
  expect([slow.state, slow.testMeasure]).toEqual([
    'failed',
    [expect.objectContaining({ value: { name: 'throughput', value: 893, valueType: 'number' } })],
  ])
  const { id } = slow.relatedService as { id: string }
  expect(await journal(id)).toEqual([{ key: `default/ServiceTest/${slow.id}/measure/1`, action: 'test' }])
})

test('a network that refuses the test, or never answers, fails it and says why', async () => {
  operator.network.fail({ action: 'test', times: 1, as: 'refused', code: 'T-7', reason: 'no probe' })
  operator.network.fail({ action: 'test', times: 4, as: 'fault', reason: 'timeout' })
  const reasons = []
  for (const _ of [1, 2]) reasons.push((await run({ throughput: 940 })).characteristic)
  expect(reasons).toEqual([
    [{ name: 'failureReason', value: 'the network refused the test: T-7 no probe' }],
    [{ name: 'failureReason', value: 'timeout (4 tries)' }],
  ])
})

test('a value at the limit is good, one beyond it breaks the rule and says which', async () => {
  expect((await run({ throughput: 900 })).state).toBe('completed')
  expect((await run({ throughput: 1000 })).state).toBe('completed')
  const slow = await run({ throughput: 899.9 })
  expect([slow.state, slow.testMeasure]).toEqual([
    'failed',
    [expect.objectContaining({ ruleViolation: [expect.objectContaining({ name: 'fast enough' })] })],
  ])
  const fast = await run({ throughput: 1001 })
  expect(fast.testMeasure).toEqual([
    expect.objectContaining({
      ruleViolation: [
        {
          name: 'not too fast',
          conformanceTargetUpper: '1000',
          appliedConsequence: [{ name: 'call', appliedAction: 'ring' }],
        },
      ],
    }),
  ])
})

test('a strict comparator and an exact target are taken at their word', async () => {
  const strict = {
    metricName: 'throughput',
    thresholdRule: [{ conformanceTargetLower: '900', conformanceComparatorLower: '>' }],
  }
  expect((await run({ throughput: 900 }, [strict])).state).toBe('failed')
  const exact = { metricName: 'throughput', thresholdRule: [{ conformanceTargetExact: 'high' }] }
  expect((await run({ throughput: 'high' }, [exact])).state).toBe('completed')
  expect((await run({ throughput: 'low' }, [exact])).state).toBe('failed')
})

test('a value that cannot be had, or is no number where one is needed, fails the test', async () => {
  const missing = await run({})
  expect([missing.state, missing.testMeasure]).toEqual([
    'failed',
    [expect.not.objectContaining({ value: expect.anything() })],
  ])
  expect((await run({ throughput: 'fast' })).state).toBe('failed')
})

test.each([
  ['is not active', { state: 'inactive', throughput: 940 }, [speed], /is inactive, not active/],
  ['has nothing to be measured by', { throughput: 940 }, [], /defines nothing to measure/],
])('a test of a service that %s fails and says why', async (_what, service, definitions, why) => {
  const failed = await run(service, definitions)
  expect([failed.state, failed.characteristic]).toEqual([
    'failed',
    [{ name: 'failureReason', value: expect.stringMatching(why) }],
  ])
})

test('a test of a service there is not fails and says so', async () => {
  const body = { name: 'Test', relatedService: { id: 'nobody' }, testSpecification: { id: 'nothing' } }
  const { id } = await operator.create('ServiceTest', body)
  expect((await operator.becomes('ServiceTest', id, isOver)).characteristic).toEqual([
    { name: 'failureReason', value: 'service nobody does not exist' },
  ])
})

test('a test that was run elsewhere is kept as it is', async () => {
  const kept = await run({ throughput: 1 }, [speed], { state: 'completed' })
  expect([kept.state, kept.testMeasure]).toEqual(['completed', undefined])
})

test('a service of devices (TMF914) is tested as any other, one of the network (TMF909) by tests of its own', async () => {
  const good = { state: 'active', serviceCharacteristic: [{ name: 'throughput', value: 950 }] }
  const iot = await operator.create('IotService', { ...good, serviceSpecification: { id: 'ss-1' } })
  const naas = await operator.create('NaasService', { ...good, serviceSpecification: { id: 'ns-1' } })
  const definition = { name: 'Speed', testMeasureDefinition: [speed] }
  const ofAny = await operator.create('ServiceTestSpecification', {
    ...definition,
    relatedServiceSpecification: [{ id: 'ss-1' }],
  })
  const ofNaas = await operator.create('NaasServiceTestSpecification', {
    ...definition,
    relatedServiceSpecification: { id: 'ns-1' },
  })
  const test = (kind: string, relatedService: string, testSpecification: string) =>
    operator.create(kind, {
      name: 'Test',
      relatedService: { id: relatedService },
      testSpecification: { id: testSpecification },
    })
  const [first, second, astray] = [
    await test('ServiceTest', iot.id, ofAny.id),
    await test('NaasServiceTest', naas.id, ofNaas.id),
    await test('ServiceTest', naas.id, ofAny.id),
  ]
  const ended = async (kind: string, id: string) => (await operator.becomes(kind, id, isOver)).state
  expect(await ended('ServiceTest', first.id)).toBe('completed')
  expect(await ended('NaasServiceTest', second.id)).toBe('completed')
  expect(await ended('ServiceTest', astray.id)).toBe('failed')
})
