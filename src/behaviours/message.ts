/**
 * TMF681: a message is sent at its time by a simulated channel, which reaches everyone who has an address of the kind
 * that the type of the message needs.
 */
import type { Document } from '../declare/index.ts'
import type { JsonObject } from '../derive/json.ts'
import type { Behaviour } from '../resources/behaviour.ts'
import type { Author } from '../resources/caller.ts'
import { callWhenDue } from '../resources/due.ts'
import type { Work } from '../resources/work.ts'
import { lockPlan, removePlan } from '../store/plans.ts'

const kind = 'CommunicationMessage'

/** The behaviour of messages. */
export function* messages(): Iterable<readonly [string, Behaviour]> {
  const send = (work: Work, message: Document, by: Author) =>
    callWhenDue(work, { kind, id: message.id }, by, timeOf(message, work.now))
  yield [
    kind,
    {
      onCreate: async (work, message, caller) => {
        if (isToBeSent(message)) send(work, message, caller)
      },
      onChange: async (work, before, message, caller) => {
        const isMoved =
          before.state !== message.state || before.scheduledSendTime !== message.scheduledSendTime
        if (isMoved && isToBeSent(message)) send(work, message, caller)
      },
      // As the engine does, which comes from the plan.
      beforeLock: async (work, id) => {
        await lockPlan(work.tx, kind, id)
      },
      onRemove: (work, message) => removePlan(work.tx, kind, message.id),
      whenDue: async (work, id, by) => {
        await work.lock([{ kind, id }])
        const message = work.find(kind, id)
        if (message === undefined || !isToBeSent(message)) return undefined
        const time = timeOf(message, work.now)
        if (Date.parse(time) > Date.parse(work.now)) return time
        deliver(work, message, { ...by, actor: 'channel' })
        return undefined
      },
    },
  ]
}

const isToBeSent = ({ state }: Document): boolean => state === 'initial' || state === 'inProgress'

/** When a message goes out. One that a client sets going goes out at once. */
function timeOf({ state, scheduledSendTime }: Document, now: string): string {
  if (state !== 'initial' || typeof scheduledSendTime !== 'string') return now
  return new Date(Math.max(Date.parse(scheduledSendTime), Date.parse(now))).toISOString()
}

function deliver(work: Work, message: Document, by: Author): void {
  const { page } = work.model.homeOf(kind)
  work.change(page, message.id, { state: 'inProgress', sendTime: work.now }, by)
  const fault = faultOf(message)
  if (fault === undefined) {
    work.change(page, message.id, { state: 'completed', sendTimeComplete: work.now }, by)
    return
  }
  const known = (message.characteristic as JsonObject[] | undefined) ?? []
  const characteristic = [
    ...known.filter(({ name }) => name !== 'failureReason'),
    { name: 'failureReason', value: fault },
  ]
  work.change(page, message.id, { state: 'failed', characteristic }, by)
}

const addresses = ['phoneNumber', 'email', 'appUserId', 'ip'] as const

/** The kinds of address that serve a type of message; any will do for a type nobody knows. */
function addressesFor(messageType: unknown): readonly string[] {
  const type = String(messageType)
  if (/sms|text/i.test(type)) return ['phoneNumber']
  if (/mail/i.test(type)) return ['email']
  return /push|app/i.test(type) ? ['appUserId'] : addresses
}

/** Why a message cannot arrive; undefined when it can. */
function faultOf({ messageType, receiver }: Document): string | undefined {
  const needed = addressesFor(messageType)
  const isReached = (each: JsonObject) =>
    needed.some((name) => typeof each[name] === 'string' && each[name] !== '')
  const missed = (receiver as JsonObject[]).findIndex((each) => !isReached(each))
  return missed === -1 ? undefined : `receiver[${missed}] has no ${needed.join(' or ')}`
}
