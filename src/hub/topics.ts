/** What TMF688 promises beyond storing: built-in topics, events read from the log, events reported from outside. */
import { type Document, eventDomain, refuse } from '../declare/index.ts'
import { arrange, walkThrough } from '../derive/arrange.ts'
import { matches } from '../derive/matches.ts'
import type { JsonObject } from '../derive/validate.ts'
import type { Behaviour, ListQuery, Source } from '../resources/behaviour.ts'
import type { Caller } from '../resources/caller.ts'
import type { Context } from '../resources/context.ts'
import { newEventId } from '../resources/identifier.ts'
import type { Work } from '../resources/work.ts'
import { isReported, readEvent } from '../store/event-search.ts'
import { type ListedText, readMany, readOne, readWalk, type StoredText } from '../store/reading.ts'
import { removeSubscriptionsTo } from '../store/subscriptions.ts'
import { eventSource, topicAt } from './event-source.ts'
import { reportedKind, ShownEvent } from './shown-event.ts'
import { builtInTopics, topicOf } from './topic.ts'

type Place = Pick<Context, 'model' | 'database' | 'types'>

/** The behaviours of TMF688, and of what other APIs show of the events that are reported there, by kind. */
export function eventBehaviours(context: Place): Map<string, Behaviour> {
  const reported = context.model.pages.filter(({ facts }) => facts.isReported)
  return new Map([
    ['Event', eventBehaviour(context)],
    ['Topic', topicBehaviour(context)],
    ...reported.map(({ kind, name }): [string, Behaviour] => {
      const document = { headerQuery: `eventType=${name}` }
      const own = ({ tenant }: Caller) =>
        context.types.use(tenant, (table) => topicOf(context.model, table, document))
      return [kind, { source: eventSource(context, own) }]
    }),
  ])
}

function eventBehaviour(context: Place): Behaviour {
  return {
    source: eventSource(context),
    store: (work, draft, caller, parent) => report(context, work, draft, caller, parent),
  }
}

/** Logs an event from outside. The topic it is posted to must be one that shows it. */
async function report(
  context: Place,
  work: Work,
  draft: JsonObject,
  caller: Caller,
  parent: string | undefined,
): Promise<Document> {
  const { model } = context
  const topic = await topicAt(context, caller, parent)
  const id = await newOrGivenId(context, work, draft.eventId)
  const thread = textOr(draft.correlationId, caller.correlationId || id)
  const page = model.homeOf(reportedKind).page
  const type = String(draft.eventType)
  const resource: Document = {
    id,
    href: model.hrefOf(page, id, parent ?? null),
    ...(topic.api ? { domain: eventDomain(topic.api) } : {}),
    ...draft,
    eventId: id,
    eventTime: textOr(draft.eventTime, work.now),
    correlationId: thread,
  }
  const event = {
    id,
    type,
    kind: reportedKind,
    entity_id: id,
    revision: 1,
    correlation_id: thread,
    actor: caller.actor,
    time: work.now,
    ...(caller.trace ? { trace: caller.trace } : {}),
    resource,
  }
  const record = {
    ...event,
    entityId: id,
    correlationId: thread,
    tenant: caller.tenant,
    cursor: { xid: '0', seq: '0' },
  }
  if (topic.show(new ShownEvent(model, record)) === undefined) {
    throw refuse(
      'validationFailed',
      `topic '${parent}' does not have such events: post it to one that does, such as all`,
    )
  }
  work.tx.log(event)
  return resource
}

const textOr = (value: unknown, fallback: string): string =>
  typeof value === 'string' && value !== '' ? value : fallback

/** The form of the ids that the server gives to events itself. */
const ownForm = /^e-[0-9a-z]{21}$/

async function newOrGivenId({ database }: Place, work: Work, given: unknown): Promise<string> {
  if (typeof given !== 'string' || given === '') return newEventId()
  if (given.length > 255 || /\p{Cc}|\//u.test(given)) {
    throw refuse(
      'invalidFormat',
      'eventId must be 1 to 255 characters without control characters and slashes',
    )
  }
  const { tenant } = work.tx
  const isTaken =
    (await isReported(work.tx, reportedKind, given)) ||
    (ownForm.test(given) && (await readEvent(database, tenant, given)) !== undefined)
  if (isTaken) throw refuse('duplicateId', `An event with the id '${given}' exists already`)
  return given
}

function topicBehaviour(context: Place): Behaviour {
  const isBuiltIn = (id: string) => builtInTopics(context.model).some((topic) => topic.id === id)
  return {
    source: topicSource(context),
    onCreate: async ({ tx }, document) => {
      await context.types.use(tx.tenant, (table) => topicOf(context.model, table, document))
    },
    beforeLock: async (_work, id) => {
      if (!isBuiltIn(id)) return
      throw refuse('resourceNotDeletable', `topic '${id}' is built in and cannot be deleted`)
    },
    onRemove: (work, { id }) => removeSubscriptionsTo(work.tx, id),
  }
}

/** How many stored topics are put in order with the built-in ones. */
const maxTopics = 10_000

/** The built-in topics, then those that are stored. */
function topicSource({ model, database }: Place): Source {
  const { page } = model.homeOf('Topic')
  const updated = 0
  const withHref = <Known extends { readonly id: string }>(document: Known) => {
    return { href: model.hrefOf(page, document.id), ...document }
  }
  const rowOf = ({ id, ...document }: JsonObject & { id: string }): StoredText => {
    return { id, revision: 1, updated, text: JSON.stringify(document) }
  }
  /** All topics that match, in order. */
  const arranged = async ({ filter, sort = [] }: Pick<ListQuery, 'filter' | 'sort'>, tenant: string) => {
    const walk = { limit: maxTopics, isBackward: false }
    const stored = await readWalk(database, tenant, page, { filter, walk, isCounted: false })
    const builtIn = builtInTopics(model).map((document, index) => {
      return {
        row: rowOf(document),
        document: withHref(document),
        sequence: `0 ${String(index).padStart(20, '0')}`,
      }
    })
    const own = stored.rows.map(({ row, position }) => {
      const document = withHref({ id: row.id, ...(JSON.parse(row.text) as JsonObject) })
      return { row, document, sequence: `1 ${position.sequence.padStart(20, '0')}` }
    })
    return arrange<ListedText>(page, { filter, sort }, [...builtIn, ...own])
  }
  return {
    list: async (query, { tenant }) => {
      const { filter } = query
      const { offset, limit } = query.window
      if (query.sort?.length) {
        const all = await arranged(query, tenant)
        return { rows: all.slice(offset, offset + limit).map(({ row }) => row), total: all.length }
      }
      const found = builtInTopics(model).filter((topic) => matches(page, filter, withHref(topic)))
      const first = found.slice(offset, offset + limit).map(rowOf)
      const window = { offset: Math.max(0, offset - found.length), limit: limit - first.length }
      const stored = await readMany(database, tenant, page, { filter, window })
      return { rows: [...first, ...stored.rows], total: found.length + stored.total }
    },
    walk: async (query, { tenant }) => {
      const all = await arranged(query, tenant)
      const rows = walkThrough(query.sort ?? [], all, query.walk)
      return { rows, ...(query.isCounted ? { total: all.length } : {}) }
    },
    read: async ({ id }, { tenant }) => {
      const builtIn = builtInTopics(model).find((topic) => topic.id === id)
      return builtIn ? rowOf(builtIn) : readOne(database, tenant, page, { id })
    },
  }
}
