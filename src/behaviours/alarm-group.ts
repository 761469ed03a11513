/** TMF642: gathers alarms under the one that lies behind them, and takes them out again. */
import { type Document, refuse } from '../declare/index.ts'
import type { JsonObject } from '../derive/json.ts'
import type { Author } from '../resources/caller.ts'
import type { Work } from '../resources/work.ts'
import { maxAlarms } from './alarm-pattern.ts'

const kind = 'Alarm'

interface Ref {
  /** A number, too, in what a client sends: the file has one. */
  readonly id?: unknown
}

/** Ties the task's alarms to their parent; gives those it did. Throws when there is no such parent. */
export async function group(work: Work, task: Document, by: Author): Promise<Document[]> {
  const { parent, children } = await membersOf(work, task)
  const gathered = children.filter((child) => child.id !== parent.id && !isIn(parent.parentAlarm, child.id))
  for (const child of gathered) {
    if (isIn(child.parentAlarm, parent.id)) continue
    set(
      work,
      child.id,
      { parentAlarm: [...refsIn(child.parentAlarm), refTo(parent)], isRootCause: false },
      by,
    )
  }
  const before = refsIn(parent.correlatedAlarm)
  const added = gathered.filter(({ id }) => !isIn(before, id)).map(refTo)
  set(work, parent.id, { correlatedAlarm: [...before, ...added], isRootCause: true }, by)
  return gathered
}

/** Unties the task's alarms from their parent; gives those that were tied to it. */
export async function ungroup(work: Work, task: Document, by: Author): Promise<Document[]> {
  const { parent, children } = await membersOf(work, task)
  const released = children.filter((child) => isIn(child.parentAlarm, parent.id))
  for (const child of released) {
    set(work, child.id, { parentAlarm: without(child.parentAlarm, [parent]) }, by)
  }
  set(work, parent.id, { correlatedAlarm: without(parent.correlatedAlarm, released) }, by)
  return released
}

async function membersOf(work: Work, task: Document): Promise<{ parent: Document; children: Document[] }> {
  const id = String((task.parentAlarm as Ref | undefined)?.id ?? '')
  const ids = [...new Set(refsIn(task.correlatedAlarm).flatMap((ref) => (ref.id ? [String(ref.id)] : [])))]
  if (ids.length > maxAlarms)
    throw refuse('limitReached', `A group may take at most ${maxAlarms} alarms at once`)
  await work.lock([id, ...ids].map((each) => ({ kind, id: each })))
  const parent = work.find(kind, id)
  if (parent === undefined) {
    const message = `alarm '${id.slice(0, 300)}' does not exist`
    throw refuse('referencedEntityNotFound', `parentAlarm: ${message}`, {
      errorItem: [{ code: 'referencedEntityNotFound', path: 'parentAlarm', message }],
    })
  }
  return { parent, children: ids.flatMap((each) => work.find(kind, each) ?? []) }
}

function set(work: Work, id: string, attributes: JsonObject, by: Author): void {
  work.change(work.model.homeOf(kind).page, id, attributes, by)
}

const refsIn = (list: unknown): Ref[] => (Array.isArray(list) ? list : [])
const refTo = ({ id, href }: Document) => ({ id, href })
const isIn = (list: unknown, id: string): boolean => refsIn(list).some((ref) => ref.id === id)

/** A list without the references to some alarms; undefined when nothing is left, which removes it. */
function without(list: unknown, alarms: readonly Document[]): Ref[] | undefined {
  const left = refsIn(list).filter((ref) => !alarms.some(({ id }) => id === ref.id))
  return left.length > 0 ? left : undefined
}
