/** Activation: resources are configured, then services switched on, then tested; each is a command to the network. */
import type { NetworkAction, NetworkCommand } from '../adapter.ts'
import { commandFor } from '../command.ts'
import type { Realised, Step } from '../plan.ts'
import { type Desk, done, type Outcome, type Task } from '../task.ts'

export const activateResource: Task = {
  name: 'Configure a resource (TMF702)',
  run: async (desk, step) => {
    const id = realisedBy(desk.plan.data.resources, step)
    return { kind: 'call', command: command(desk, step, 'configure', 'Resource', id) }
  },
  finish: async (desk, step, result) => {
    const id = realisedBy(desk.plan.data.resources, step)
    if (result.outcome === 'refused') return refusedBy(desk, 'Resource', id, result)
    putInUse(desk, id)
    return done(`${desk.get('Resource', id).name} is in use`)
  },
}

export const activateService: Task = {
  name: 'Activate a service (TMF640)',
  run: async (desk, step) => {
    const id = realisedBy(desk.plan.data.services, step)
    return { kind: 'call', command: command(desk, step, 'activate', 'Service', id) }
  },
  finish: async (desk, step, result) => {
    const id = realisedBy(desk.plan.data.services, step)
    if (result.outcome === 'refused') return refusedBy(desk, 'Service', id, result)
    switchOn(desk, id)
    return done(`${desk.get('Service', id).name} is active`)
  },
}

export const testService: Task = {
  name: 'Test the service (TMF653)',
  run: async (desk, step) => {
    const { data } = desk.plan
    const id = realisedBy(data.services, step)
    const part = data.design.services.find(({ key }) => key === keyOf(step))
    if (data.tests.every(({ key }) => key !== keyOf(step))) {
      const { id: test } = desk.create('ServiceTest', {
        name: `Test of ${desk.get('Service', id).name}`,
        description: `Ordered by ${desk.plan.of.id}`,
        mode: 'PROACTIVE',
        state: 'inProgress',
        startDateTime: desk.work.now,
        relatedService: desk.refTo('Service', id),
        testSpecification: { id: part?.test, '@referredType': 'ServiceTestSpecification' },
      })
      data.tests.push({ key: keyOf(step), id: test })
    }
    return { kind: 'call', command: command(desk, step, 'test', 'Service', id) }
  },
  finish: async (desk, step, result) => {
    const test = realisedBy(desk.plan.data.tests, step)
    const facts = result.outcome === 'done' ? result.facts : {}
    const isPassed = result.outcome === 'done' && facts.passed !== false
    desk.change('ServiceTest', test, {
      state: isPassed ? 'completed' : 'failed',
      endDateTime: desk.work.now,
      characteristic: Object.entries(facts).map(([name, value]) => ({
        name,
        value,
        valueType: typeof value,
      })),
    })
    if (isPassed) return done('passed')
    const why = result.outcome === 'refused' ? result.reason : 'the measured values are not good enough'
    return { kind: 'hold', message: `service test ${test} failed: ${why}` }
  },
}

/** A resource serves: available for its service, no longer idle. */
export function putInUse(desk: Desk, id: string): void {
  desk.change('Resource', id, {
    resourceStatus: 'available',
    usageState: 'active',
    administrativeState: 'unlocked',
    operationalState: 'enable',
    startOperatingDate: desk.work.now,
  })
}

/** A service runs. */
export function switchOn(desk: Desk, id: string): void {
  desk.change('Service', id, {
    state: 'active',
    hasStarted: true,
    isServiceEnabled: true,
    startDate: desk.work.now,
  })
}

function command(
  desk: Desk,
  step: Step,
  action: NetworkAction,
  kind: 'Resource' | 'Service',
  id: string,
): NetworkCommand {
  return commandFor(desk, step, action, { kind, document: desk.get(kind, id) })
}

function refusedBy(desk: Desk, kind: string, id: string, result: { code: string; reason: string }): Outcome {
  const name = desk.get(kind, id).name ?? id
  return { kind: 'hold', message: `the network refused ${name}: ${result.code} ${result.reason}` }
}

/** A step is named for its part of the design: `resource:<key>`. */
const keyOf = (step: Step): string => step.id.slice(step.id.indexOf(':') + 1)

function realisedBy(list: readonly Realised[], step: Step): string {
  const found = list.find(({ key }) => key === keyOf(step))
  if (found === undefined) throw new Error(`nothing realises ${keyOf(step)}`)
  return found.id
}
