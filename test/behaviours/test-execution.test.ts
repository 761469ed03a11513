/** Runs of tests (TMF708) end by themselves, with a result (TMF707). */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Document } from '../../src/declare/index.ts'
import type { JsonObject } from '../../src/derive/json.ts'
import { Office } from './office.ts'

let office: Office
beforeAll(async () => {
  office = await Office.open()
})
afterAll(() => office.close())

const allocation = { resourceManagerUrl: 'https://lab.example.com' }
const environment = { testEnvironmentAllocationExecution: allocation }

const run = (kind: string, more: JsonObject = {}): Promise<Document> =>
  office.create(kind, { testEnvironmentProvisioningExecution: environment, ...more })

async function outcome(kind: string, { id }: Document): Promise<unknown> {
  await office.doWhatIsDue()
  return (await office.read(kind, id)).state
}

const resultOf = async (kind: string, { id }: Document) =>
  (await office.all(kind)).filter(({ testExecution }) => (testExecution as { id: string }).id === id)

const testCase = async (state: string) =>
  (await office.create('TestCase', { description: 'Ping', version: '1', testCaseDefinition: {}, state })).id

describe('a run', () => {
  test.each([
    ['TestCaseExecution', 'TestCaseResult', 'testCaseResultDefinition'],
    ['TestSuiteExecution', 'TestSuiteResult', 'testSuiteResultDefinition'],
    ['NonFunctionalTestExecution', 'NonFunctionalTestResult', 'nonFunctionalTestResultDefinition'],
  ])('of kind %s is completed in the background, with one %s', async (kind, result, definition) => {
    const execution = await run(kind)
    expect(execution.state).toBe('acknowledged')
    expect(await outcome(kind, execution)).toBe('completed')
    const results = await resultOf(result, execution)
    expect(results).toMatchObject([{ testExecution: { state: 'completed', '@referredType': kind } }])
    const { content = '' } = (results[0]?.[definition] ?? {}) as { content?: string }
    expect(JSON.parse(Buffer.from(content, 'base64').toString())).toMatchObject({ verdict: 'passed' })
    const moves = [`${kind}CreateEvent`, `${kind}StateChangeEvent`, `${kind}StateChangeEvent`]
    expect(await office.told(kind, execution.id)).toEqual(moves)
  })

  test.each([
    ['TestEnvironmentAllocationExecution', allocation],
    ['TestEnvironmentProvisioningExecution', environment],
  ])('of kind %s is completed without a result', async (kind, body) => {
    expect(await outcome(kind, await office.create(kind, body))).toBe('completed')
  })

  test('of a test that is in use is completed, of a deprecated or unknown one rejected', async () => {
    const kind = 'TestCaseExecution'
    const usable = await run(kind, { testCase: { id: await testCase('stable') } })
    const old = await run(kind, { testCase: { id: await testCase('deprecated') } })
    const unknown = await run(kind, { testCase: { id: 'nowhere' } })
    const outcomes = [await outcome(kind, usable), await outcome(kind, old), await outcome(kind, unknown)]
    expect(outcomes).toEqual(['completed', 'rejected', 'rejected'])
    expect(await resultOf('TestCaseResult', old)).toEqual([])
  })

  test('in an environment that could not be set up fails, and its result says so', async () => {
    const broken = { ...environment, state: 'failed' }
    const execution = await run('TestCaseExecution', { testEnvironmentProvisioningExecution: broken })
    expect(await outcome('TestCaseExecution', execution)).toBe('failed')
    const [result] = await resultOf('TestCaseResult', execution)
    expect(result?.testCaseResultDefinition).toMatchObject({ description: 'failed' })
  })

  test('that is told as over is a record, and one that was removed is forgotten', async () => {
    const over = await run('TestCaseExecution', { state: 'cancelled' })
    const removed = await run('TestCaseExecution')
    await office.remove('TestCaseExecution', removed.id)
    await office.doWhatIsDue()
    expect(await outcome('TestCaseExecution', over)).toBe('cancelled')
    expect(await resultOf('TestCaseResult', removed)).toEqual([])
  })
})
