/** Finds the alarms a task is about: those that look like one of its samples (TMF642 `alarmPattern`). */
import { type Document, type ResourcePage, refuse } from '../declare/index.ts'
import { holds } from '../derive/contains.ts'
import type { JsonObject } from '../derive/json.ts'
import { fieldAt } from '../derive/path.ts'
import { search } from '../resources/search.ts'
import type { Work } from '../resources/work.ts'

/** How many alarms one task may change. */
export const maxAlarms = 1_000
const maxPatterns = 20

/** The alarms that match, locked. Throws `limitReached` when they are too many for one task. */
export async function matchingAlarms(work: Work, patterns: readonly JsonObject[]): Promise<Document[]> {
  if (patterns.length > maxPatterns) {
    throw refuse('limitReached', `A task may have at most ${maxPatterns} elements in alarmPattern`)
  }
  const { page } = work.model.homeOf('Alarm')
  const ids = new Set<string>()
  for (const pattern of patterns) for (const id of await idsLike(work, page, pattern)) ids.add(id)
  if (ids.size > maxAlarms) {
    const message = `alarmPattern means more than ${maxAlarms} alarms; narrow it, such as by state or alarmedObject`
    throw refuse('limitReached', message)
  }
  await work.lock([...ids].map((id) => ({ kind: page.kind, id })))
  // Between the search and the lock, another task may have changed them.
  return [...ids].flatMap((id) => {
    const alarm = work.find(page.kind, id)
    return alarm && patterns.some((pattern) => isLike(alarm, pattern)) ? [alarm] : []
  })
}

async function idsLike(work: Work, page: ResourcePage, pattern: JsonObject): Promise<string[]> {
  if (pattern.id !== undefined) return [String(pattern.id)]
  const found = await search(work, page.kind, textsIn(page, pattern), { limit: maxAlarms + 1 })
  return found.map(({ id }) => id)
}

/** Where an alarm is, is ours to say: a sample's `href` does not matter. */
function isLike(alarm: Document, { href: _href, id, ...sample }: JsonObject): boolean {
  return (id === undefined || alarm.id === String(id)) && holds(alarm, sample)
}

/** The texts of a sample by their paths: what the database is asked for. */
function textsIn(page: ResourcePage, sample: JsonObject, above: readonly string[] = []) {
  const found: Record<string, string[]> = {}
  for (const [name, value] of Object.entries(sample)) {
    const path = [...above, name]
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      Object.assign(found, textsIn(page, value as JsonObject, path))
      continue
    }
    const { kind, known } = fieldAt(page, path)
    const isText = (kind === 'text' || kind === 'oneOf') && known === path.length && name !== 'href'
    if (typeof value === 'string' && isText) found[path.join('.')] = [value]
  }
  return found
}
