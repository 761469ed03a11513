/**
 * A service test that a client posts without a state is run: what its specification defines is measured on the
 * service. One posted with a state is the record of a test that was run elsewhere.
 */
import type { Document } from '../declare/index.ts'
import { measured } from '../derive/measure.ts'
import type { JsonObject } from '../derive/validate.ts'
import type { Behaviour } from '../resources/behaviour.ts'
import type { Author } from '../resources/caller.ts'
import { callWhenDue } from '../resources/due.ts'
import type { Work } from '../resources/work.ts'
import type { Database } from '../store/database.ts'

/** A kind of tests: the kinds of services it is made on, and of what defines it. */
interface Tests {
  readonly kind: string
  readonly services: readonly string[]
  readonly specification: string
}

const allTests: readonly Tests[] = [
  { kind: 'ServiceTest', services: ['Service', 'IotService'], specification: 'ServiceTestSpecification' },
  { kind: 'NaasServiceTest', services: ['NaasService'], specification: 'NaasServiceTestSpecification' },
]

export function serviceTestBehaviours(database: Database): [string, Behaviour][] {
  return allTests.map((tests) => [
    tests.kind,
    {
      onCreate: async (work, { id, state, testMeasure }, caller) => {
        if (state !== 'acknowledged' || testMeasure !== undefined) return
        callWhenDue({ work, database }, { kind: tests.kind, id }, caller)
      },
      whenDue: (work, id, by) => run(tests, work, id, by),
    },
  ])
}

async function run(tests: Tests, work: Work, id: string, by: Author): Promise<undefined> {
  const { kind } = tests
  await work.lock([{ kind, id }])
  const test = work.find(kind, id)
  if (test?.state !== 'acknowledged') return
  const { page } = work.model.homeOf(kind)
  const author = { ...by, actor: 'service test' }
  work.change(page, id, { state: 'inProgress', startDateTime: work.now }, author)
  work.change(page, id, { ...(await resultOf(tests, work, test)), endDateTime: work.now }, author)
}

/** What comes of a test: its measures, or why there are none. */
async function resultOf(tests: Tests, work: Work, test: Document): Promise<JsonObject> {
  const service = idIn(test.relatedService)
  const specification = idIn(test.testSpecification)
  await work.look([
    ...tests.services.map((kind) => ({ kind, id: service })),
    { kind: tests.specification, id: specification },
  ])
  const [tested] = tests.services.flatMap((kind) => work.find(kind, service) ?? [])
  const definitions = work.find(tests.specification, specification)?.testMeasureDefinition
  if (tested === undefined) return failure(test, `service ${service} does not exist`)
  if (tested.state !== 'active') return failure(test, `service ${service} is ${tested.state}, not active`)
  if (!Array.isArray(definitions) || definitions.length === 0) {
    return failure(test, `service test specification ${specification} defines nothing to measure`)
  }
  const values = valuesOf(tested)
  const results = definitions.map((definition: JsonObject) => measured(definition, values, work.now))
  return {
    state: results.every(({ isGood }) => isGood) ? 'completed' : 'failed',
    testMeasure: results.map(({ measure }) => measure),
  }
}

function failure(test: Document, reason: string): JsonObject {
  const settings = (test.characteristic as JsonObject[] | undefined) ?? []
  return { state: 'failed', characteristic: [...settings, { name: 'failureReason', value: reason }] }
}

const idIn = (reference: unknown): string => String((reference as { id?: unknown } | undefined)?.id ?? '')

function valuesOf({ serviceCharacteristic }: Document): Map<string, unknown> {
  const characteristics = (serviceCharacteristic as JsonObject[] | undefined) ?? []
  return new Map(characteristics.map(({ name, value }) => [String(name).toLowerCase(), value]))
}
