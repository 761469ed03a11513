/** Heal, scale and migrate (TMF664): tasks that change a resource function in the background, at once or when asked for. */
import { type Document, refuse } from '../declare/index.ts'
import { type FunctionTask, healed, migrated, scaled } from '../derive/resource-function.ts'
import { isDateTime } from '../derive/schema.ts'
import type { Behaviour } from '../resources/behaviour.ts'
import type { Author } from '../resources/caller.ts'
import { callWhenDue } from '../resources/due.ts'
import type { Work } from '../resources/work.ts'
import type { Database } from '../store/database.ts'

const kind = 'ResourceFunction'

/** The behaviours of the three tasks. */
export function resourceFunctionTaskBehaviours(database: Database): [string, Behaviour][] {
  return [
    ['Heal', task(database, 'Heal', healed)],
    ['Scale', task(database, 'Scale', scaled)],
    ['Migrate', task(database, 'Migrate', migrated)],
  ]
}

function task(database: Database, name: string, outcome: FunctionTask): Behaviour {
  return {
    onCreate: async (work, document, caller) => {
      if (document.state !== 'accepted') return
      const id = functionOf(document)
      await work.look([{ kind, id }])
      if (work.find(kind, id) === undefined) {
        throw refuse(
          'referencedEntityNotFound',
          `resourceFunction.id: resourceFunction '${id}' does not exist`,
        )
      }
      callWhenDue({ work, database }, { kind: name, id: document.id }, caller, startOf(document) ?? work.now)
    },
    whenDue: (work, id, by) => run(work, { name, id, outcome }, { ...by, actor: 'activation' }),
  }
}

async function run(
  work: Work,
  { name, id, outcome }: { readonly name: string; readonly id: string; readonly outcome: FunctionTask },
  author: Author,
): Promise<undefined> {
  // Always the task before its function: two tasks of one function cannot wait for each other.
  await work.lock([{ kind: name, id }])
  const document = work.find(name, id)
  if (document?.state !== 'accepted') return
  const target = functionOf(document)
  await work.lock([{ kind, id: target }])
  const { page } = work.model.homeOf(name)
  work.change(page, id, { state: 'inProgress' }, author)
  const before = work.find(kind, target)
  const after = before && outcome(document, before)
  if (after) work.change(work.model.homeOf(kind).page, target, after, author)
  work.change(page, id, { state: after ? 'done' : 'terminatedWithError' }, author)
}

const functionOf = ({ resourceFunction }: Document): string =>
  String((resourceFunction as { id?: unknown }).id)

/** When a task asks to begin; its `startTime` is text in the official file. */
function startOf({ startTime }: Document): string | undefined {
  if (typeof startTime !== 'string' || !isDateTime(startTime)) return undefined
  const moment = new Date(startTime)
  return Number.isNaN(moment.getTime()) ? undefined : moment.toISOString()
}
