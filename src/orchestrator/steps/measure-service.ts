/** A service test that a client has posted (TMF653): the network measures the service, its specification judges. */
import type { Document } from '../../declare/index.ts'
import type { JsonObject } from '../../derive/json.ts'
import { measured, metricOf } from '../../derive/measure.ts'
import { commandFor } from '../command.ts'
import { type Desk, done, type Outcome, type Task } from '../task.ts'

/** The kinds of services a kind of tests is made on, and of what defines it. */
const tests: Readonly<
  Record<string, { readonly services: readonly string[]; readonly specification: string }>
> = {
  ServiceTest: { services: ['Service', 'IotService'], specification: 'ServiceTestSpecification' },
  NaasServiceTest: { services: ['NaasService'], specification: 'NaasServiceTestSpecification' },
}

export const serviceTests: readonly string[] = Object.keys(tests)

const actor = 'service test'

export const measureService: Task = {
  name: 'Measure a service (TMF653)',
  run: async (desk, step) => {
    const test = testOf(desk)
    // It was removed, or somebody else has its result.
    if (test === undefined || (step.tries === 0 && test.state !== 'acknowledged')) return done()
    if (test.state === 'acknowledged') change(desk, { state: 'inProgress', startDateTime: desk.work.now })
    const { service, definitions, fault } = await askedBy(desk, test)
    if (fault !== undefined || service === undefined) return failed(desk, String(fault))
    const measures = definitions.map(metricOf)
    return {
      kind: 'call',
      command: commandFor(desk, step, 'test', { kind: 'Service', document: service }, { measures }),
    }
  },
  finish: async (desk, _step, result) => {
    const test = testOf(desk)
    if (test?.state !== 'inProgress') return done()
    if (result.outcome === 'refused') {
      return failed(desk, `the network refused the test: ${result.code} ${result.reason}`)
    }
    const { definitions } = await askedBy(desk, test)
    const values = new Map(Object.entries(result.facts).map(([name, value]) => [name.toLowerCase(), value]))
    const results = definitions.map((definition) => measured(definition, values, desk.work.now))
    change(desk, {
      state: results.length > 0 && results.every(({ isGood }) => isGood) ? 'completed' : 'failed',
      testMeasure: results.map(({ measure }) => measure),
      endDateTime: desk.work.now,
    })
    return done()
  },
  giveUp: (desk, _step, message) => {
    if (testOf(desk)?.state === 'inProgress') failed(desk, message)
  },
}

const testOf = ({ work, plan }: Desk): Document | undefined => work.find(plan.of.kind, plan.of.id)

/** What a test is to measure, on which service; or why it cannot be. */
async function askedBy(desk: Desk, test: Document) {
  const { services, specification } = tests[desk.plan.of.kind] ?? { services: [], specification: '' }
  const [service, definition] = [idIn(test.relatedService), idIn(test.testSpecification)]
  await desk.work.look([
    ...services.map((kind) => ({ kind, id: service })),
    { kind: specification, id: definition },
  ])
  const [tested] = services.flatMap((kind) => desk.work.find(kind, service) ?? [])
  const defined = desk.work.find(specification, definition)?.testMeasureDefinition
  const definitions = (Array.isArray(defined) ? defined : []) as JsonObject[]
  return { service: tested, definitions, fault: faultOf(tested, definitions, { service, definition }) }
}

function faultOf(
  tested: Document | undefined,
  definitions: readonly JsonObject[],
  { service, definition }: { readonly service: string; readonly definition: string },
): string | undefined {
  if (tested === undefined) return `service ${service} does not exist`
  if (tested.state !== 'active') return `service ${service} is ${tested.state}, not active`
  if (definitions.length > 0) return undefined
  return `service test specification ${definition} defines nothing to measure`
}

function failed(desk: Desk, reason: string): Outcome {
  const settings = (testOf(desk)?.characteristic as JsonObject[] | undefined) ?? []
  const characteristic = [...settings, { name: 'failureReason', value: reason }]
  change(desk, { state: 'failed', characteristic, endDateTime: desk.work.now })
  return { kind: 'fail', message: reason }
}

function change(desk: Desk, attributes: JsonObject): void {
  const author = { ...desk.author, actor }
  desk.work.change(desk.page(desk.plan.of.kind), desk.plan.of.id, attributes, author)
}

const idIn = (reference: unknown): string => String((reference as { id?: unknown } | undefined)?.id ?? '')
