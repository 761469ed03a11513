/** Checks that a subscriber is told of a create, a change and a removal, by events as TMF630 has them. */
import { type Announcement, eventType, type ResourcePage } from '../../declare/index.ts'
import type { JsonObject } from '../../derive/json.ts'
import { isDateTime } from '../../derive/schema.ts'
import type { Check } from '../check.ts'
import { isObject, problemsOf } from '../shape.ts'
import { documentOf, type Subject } from '../subject.ts'
import { demand, Skipped } from '../verdict.ts'

const created = eventCheck('create', 'created', 'a create', ['created'])
const changed = eventCheck('patch', 'changed', 'a change', ['changed', 'anyChange'])
const removed = eventCheck('remove', 'removed', 'a removal', ['deleted'])

export const eventChecks = { created, changed, removed }

/** A type of event that creating documents of an API sets off; undefined when none does. */
export function createdType(pages: readonly ResourcePage[]): string | undefined {
  const page = pages.find((each) => each.verbs.has('create') && each.announces.has('created'))
  return page && eventType(page, 'created')
}

function eventCheck(
  verb: Check['verb'],
  deed: 'created' | 'changed' | 'removed',
  of: string,
  announcements: readonly Announcement[],
): Check {
  const announced = (page: ResourcePage) => announcements.filter((each) => page.announces.has(each))
  return {
    name: `a subscriber is told of ${of}`,
    verb,
    isOfEvents: true,
    applies: (page) => announced(page).length > 0,
    run: async (subject) => {
      if (subject.missing !== undefined) throw new Skipped(subject.missing)
      const { document } = documentOf(subject)
      if (!subject.done.has(deed)) throw new Skipped(`there was not ${of} to tell of`)
      const types = announced(subject.page).map((each) => eventType(subject.page, each))
      await demandEvent(subject, document, types)
    },
  }
}

async function demandEvent(subject: Subject, document: JsonObject, types: readonly string[]): Promise<void> {
  const { page, hub } = subject
  const told = await hub?.heard(
    (event) => types.includes(String(event.eventType)) && resourceOf(event, page.member)?.id === document.id,
  )
  demand(told !== undefined, `no ${types.join(' or ')} came`)
  demand(typeof told.eventId === 'string' && told.eventId !== '', 'an event must have an eventId')
  demand(
    typeof told.eventTime === 'string' && isDateTime(told.eventTime),
    'an event must have an eventTime, which is a date-time',
  )
  const texts = ['correlationId', 'domain', 'title', 'description', 'priority', 'fieldPath']
  const wrong = texts.find((name) => told[name] !== undefined && typeof told[name] !== 'string')
  demand(wrong === undefined, `${wrong} of an event must be a text`)
  const resource = resourceOf(told, page.member) ?? {}
  const problems = problemsOf(subject, resource)
  demand(problems.length === 0, `its ${page.member} is not valid: ${problems.slice(0, 5).join('; ')}`)
}

function resourceOf({ event }: JsonObject, member: string): JsonObject | undefined {
  const resource = isObject(event) ? event[member] : undefined
  return isObject(resource) ? resource : undefined
}
