/** Heal, scale and migrate (TMF664): the network does it, and the function is then as the task asked. */
import type { Document } from '../../declare/index.ts'
import type { JsonObject } from '../../derive/json.ts'
import { type FunctionTask, healed, migrated, scaled } from '../../derive/resource-function.ts'
import type { NetworkAction } from '../adapter.ts'
import { commandFor } from '../command.ts'
import type { Step } from '../plan.ts'
import { type Desk, done, type Outcome, type Task } from '../task.ts'

interface Change {
  readonly action: NetworkAction
  readonly outcome: FunctionTask
}

/** What each kind of task does to a function. */
const changes: Readonly<Record<string, Change>> = {
  Heal: { action: 'heal', outcome: healed },
  Scale: { action: 'scale', outcome: scaled },
  Migrate: { action: 'migrate', outcome: migrated },
}

export const functionTasks: readonly string[] = Object.keys(changes)

export const changeFunction: Task = {
  name: 'Heal, scale or migrate a function (TMF664)',
  run: async (desk, step) => {
    const { task, target, change } = at(desk, step)
    const after = target && change.outcome(task, target)
    move(desk, step, 'inProgress')
    if (target === undefined || after === undefined) {
      move(desk, step, 'terminatedWithError')
      return { kind: 'fail', message: `${step.id} cannot be carried out` }
    }
    const document = { ...target, ...after }
    const parameters = parametersOf(task)
    const command = commandFor(
      desk,
      step,
      change.action,
      { kind: 'ResourceFunction', document },
      { parameters },
    )
    return { kind: 'call', command }
  },
  finish: async (desk, step, result) => {
    const { task, target, change } = at(desk, step)
    if (result.outcome === 'refused') {
      return failed(desk, step, `the network refused to ${change.action} it: ${result.code} ${result.reason}`)
    }
    const after = target && change.outcome(task, target)
    if (after === undefined) return failed(desk, step, 'it is not as it was when the network was told')
    desk.work.change(desk.page(desk.plan.of.kind), desk.plan.of.id, after, step.by ?? desk.author)
    move(desk, step, 'done')
    return done()
  },
  giveUp: (desk, step, message) => {
    failed(desk, step, message)
  },
}

function at(desk: Desk, { about, id }: Step) {
  const change = about && changes[about.kind]
  if (about === undefined || change === undefined) throw new Error(`step ${id} is about no task`)
  const { kind, id: target } = desk.plan.of
  return { about, change, task: desk.get(about.kind, about.id), target: desk.work.find(kind, target) }
}

function move(desk: Desk, step: Step, state: string): void {
  const { about } = at(desk, step)
  desk.work.change(desk.page(about.kind), about.id, { state }, step.by ?? desk.author)
}

/** A task has nowhere to say why it failed: its function does. */
function failed(desk: Desk, step: Step, why: string): Outcome {
  const { about, target } = at(desk, step)
  if (target !== undefined) {
    const note = {
      author: 'goldthread',
      date: desk.work.now,
      text: `${about.kind} ${about.id} failed: ${why}`,
    }
    const notes = [...((target.note as JsonObject[] | undefined) ?? []), note]
    desk.work.change(desk.page(desk.plan.of.kind), target.id, { note: notes }, step.by ?? desk.author)
  }
  move(desk, step, 'terminatedWithError')
  return { kind: 'fail', message: why }
}

const ofTheTaskItself = new Set(['id', 'href', 'name', 'state', 'resourceFunction', 'startTime', 'schedule'])

/** What the task asks for. */
function parametersOf(task: Document): JsonObject {
  return Object.fromEntries(
    Object.entries(task).filter(([name]) => !ofTheTaskItself.has(name) && !name.startsWith('@')),
  )
}
