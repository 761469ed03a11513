/**
 * TMF642: tasks that acknowledge, clear, remark on or group alarms are carried out in the transaction that creates
 * them; each says which alarms it changed. A cleared alarm has the severity `cleared`, as X.733 has it.
 */
import { type Document, refuse } from '../declare/index.ts'
import type { JsonObject } from '../derive/json.ts'
import type { Behaviour } from '../resources/behaviour.ts'
import type { Author } from '../resources/caller.ts'
import type { Work } from '../resources/work.ts'
import { group, ungroup } from './alarm-group.ts'
import { matchingAlarms } from './alarm-pattern.ts'

/** The behaviours of alarms and of the tasks on them. */
export function* alarms(): Iterable<readonly [string, Behaviour]> {
  yield ['Alarm', { complete: withSeverity }]
  yield task('AckAlarms', 'ackedAlarm', each(acknowledged))
  yield task('UnAckAlarms', 'unAckedAlarm', each(unacknowledged))
  yield task('ClearAlarms', 'clearedAlarm', each(cleared))
  yield task('CommentAlarms', 'commentedAlarm', each(remarkedOn))
  yield task('GroupAlarms', 'groupedAlarm', group)
  yield task('UnGroupAlarms', 'unGroupedAlarm', ungroup)
}

/** Does what a task asks; gives the alarms it was done to. */
type Deed = (work: Work, task: Document, by: Author) => Promise<readonly Document[]>

function task(kind: string, result: string, deed: Deed): readonly [string, Behaviour] {
  return [
    kind,
    {
      onCreate: async (work, document, caller) => {
        // An import brings tasks that are over.
        if (document.state !== 'acknowledged') return
        const { page } = work.model.homeOf(kind)
        const done = await deed(work, document, caller)
        work.change(page, document.id, { state: 'inProgress' }, caller)
        const refs = done.map(({ id, href }) => ({ id, href }))
        work.change(page, document.id, { state: 'done', [result]: refs }, caller)
      },
    },
  ]
}

/** What becomes of an alarm by a task; undefined when it is so already. */
type Change = (alarm: Document, task: Document, now: string) => JsonObject | undefined

function each(change: Change): Deed {
  return async (work, document, by) => {
    const { page } = work.model.homeOf('Alarm')
    const found = await matchingAlarms(work, document.alarmPattern as JsonObject[])
    return found.filter((alarm) => {
      const attributes = change(alarm, document, work.now)
      if (attributes !== undefined) work.change(page, alarm.id, attributes, by)
      return attributes !== undefined
    })
  }
}

function acknowledged({ ackState }: Document, { ackUserId, ackSystemId }: Document): JsonObject | undefined {
  return ackState === 'acknowledged' ? undefined : { ackState: 'acknowledged', ackUserId, ackSystemId }
}

function unacknowledged({ ackState }: Document, { ackUserId, ackSystemId }: Document) {
  return ackState === 'acknowledged' ? { ackState: 'unacknowledged', ackUserId, ackSystemId } : undefined
}

function cleared({ state }: Document, { alarmClearedTime, clearUserId, clearSystemId }: Document) {
  if (state === 'cleared') return undefined
  return { state: 'cleared', perceivedSeverity: 'cleared', alarmClearedTime, clearUserId, clearSystemId }
}

function remarkedOn(alarm: Document, { comment }: Document, now: string): JsonObject {
  const earlier = (alarm.comment as JsonObject[] | undefined) ?? []
  return { comment: [...earlier, { time: now, ...(comment as JsonObject) }] }
}

/** The severity of an alarm follows its state. */
async function withSeverity(work: Work, alarm: JsonObject, before?: Document): Promise<JsonObject> {
  if (before === undefined) return alarm
  const [was, is] = [before.state === 'cleared', alarm.state === 'cleared']
  if (is && !was) {
    return { ...alarm, perceivedSeverity: 'cleared', alarmClearedTime: alarm.alarmClearedTime ?? work.now }
  }
  if (is && alarm.perceivedSeverity !== 'cleared') {
    const message = `alarm ${before.id} is cleared and keeps the severity cleared; move its state to raised as well`
    throw refuse('businessRuleViolated', message, { currentState: 'cleared' })
  }
  if (was && !is && alarm.perceivedSeverity === 'cleared') {
    throw refuse(
      'businessRuleViolated',
      `alarm ${before.id} is raised again: name its perceivedSeverity, too`,
    )
  }
  return alarm
}
