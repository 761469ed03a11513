/** Tasks of the network that clients post: heal, scale and migrate (TMF664), and service tests (TMF653, TMF909). */
import { type Document, refuse } from '../declare/index.ts'
import { isDateTime } from '../derive/schema.ts'
import type { Behaviour } from '../resources/behaviour.ts'
import { callWhenDue } from '../resources/due.ts'
import { enqueue } from './activator.ts'
import { functionTasks } from './steps/change-function.ts'
import { serviceTests } from './steps/measure-service.ts'

const functionKind = 'ResourceFunction'

/** The behaviours of the tasks. */
export function taskBehaviours(): [string, Behaviour][] {
  return [
    ...functionTasks.map((kind): [string, Behaviour] => [kind, functionTask(kind)]),
    ...serviceTests.map((kind): [string, Behaviour] => [kind, serviceTest(kind)]),
  ]
}

/** A task joins the queue of its function: at once, or to begin when it asks to. */
function functionTask(kind: string): Behaviour {
  return {
    onCreate: async (work, task, { correlationId, trace }) => {
      if (task.state !== 'accepted') return
      const of = { kind: functionKind, id: String((task.resourceFunction as { id?: unknown }).id) }
      await work.look([of])
      if (work.find(of.kind, of.id) === undefined) {
        throw refuse(
          'referencedEntityNotFound',
          `resourceFunction.id: resourceFunction '${of.id}' does not exist`,
        )
      }
      const retryAt = startOf(task)
      await enqueue(work, of, {
        id: `${kind.toLowerCase()}:${task.id}`,
        task: 'changeFunction',
        needs: [],
        about: { kind, id: task.id },
        by: { actor: 'activation', correlationId, ...(trace ? { trace } : {}) },
        ...(retryAt ? { retryAt } : {}),
      })
    },
  }
}

/** When a task asks to begin; its `startTime` is text in the official file. */
function startOf({ startTime }: Document): string | undefined {
  if (typeof startTime !== 'string' || !isDateTime(startTime)) return undefined
  const moment = new Date(startTime)
  return Number.isNaN(moment.getTime()) ? undefined : moment.toISOString()
}

/** A test posted without a state or a measure is run; any other is the record of one that was run elsewhere. */
function serviceTest(kind: string): Behaviour {
  return {
    onCreate: async (work, { id, state, testMeasure }, caller) => {
      if (state !== 'acknowledged' || testMeasure !== undefined) return
      callWhenDue(work, { kind, id }, caller)
    },
  }
}
