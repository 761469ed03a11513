/** The events of a topic, read from the log (wire contract, section 22). */
import { eventDomain, refuse } from '../declare/index.ts'
import type { Filter } from '../derive/filter.ts'
import { matches } from '../derive/matches.ts'
import type { JsonObject } from '../derive/validate.ts'
import type { ListQuery, Source } from '../resources/behaviour.ts'
import type { Caller } from '../resources/caller.ts'
import type { Context } from '../resources/context.ts'
import { type LoggedRecord, readThread } from '../store/event-log.ts'
import { readEvent, readFirst, readSelected, type Selection } from '../store/event-search.ts'
import type { StoredText } from '../store/reading.ts'
import { reportedKind, ShownEvent } from './shown-event.ts'
import { findTopic, type Topic } from './topic.ts'

type Place = Pick<Context, 'model' | 'database'>
type Events = { rows: StoredText[]; total: number }

/** How many events are looked through one by one when no index answers a query. */
const maxScanned = 10_000
const noEvents: Events = { rows: [], total: 0 }

/** Serves `/topic/{id}/event`. */
export function eventSource(context: Place): Source {
  return {
    list: async (query, caller) => {
      const topic = await topicAt(context, caller, query.parent)
      return topic === undefined ? noEvents : listed(context, topic, query, caller)
    },
    read: async ({ id, parent }, caller) => {
      const topic = await topicAt(context, caller, parent)
      const record = topic && (await readEvent(context.database, caller.tenant, id))
      const body = record && topic.show(new ShownEvent(context.model, record))
      return body && rowOf(record, body)
    },
  }
}

/** The topic a place names. Throws `resourceNotFound`. */
export async function topicAt(context: Place, caller: Caller, parent: string | undefined): Promise<Topic> {
  const topic = await findTopic(context, caller.tenant, parent ?? 'all')
  if (topic === undefined) throw refuse('resourceNotFound', `topic '${parent?.slice(0, 300)}' does not exist`)
  return topic
}

async function listed(context: Place, topic: Topic, query: ListQuery, { tenant }: Caller): Promise<Events> {
  const { database } = context
  const { offset, limit } = query.window
  const all: Filter = [...query.filter, ...topic.filter]
  const threads = valuesOf(all, 'correlationId')
  if (threads) {
    const events = (await Promise.all(threads.map((thread) => readThread(database, tenant, thread)))).flat()
    events.sort((a, b) => Number(BigInt(a.cursor.seq) - BigInt(b.cursor.seq)))
    return pageOf(shown(context, topic, query.filter, events), offset, limit)
  }
  const selection = selectionOf(context, topic, all)
  if (all.every((group) => isSelected(group))) {
    const { events, total } = await readSelected(database, tenant, selection, query.window)
    return { rows: shown(context, topic, [], events), total }
  }
  const events = await readFirst(database, tenant, selection, maxScanned + 1)
  if (events.length > maxScanned) {
    throw refuse(
      'queryTooExpensive',
      `More than ${maxScanned} events would have to be looked through: ask for a correlationId, or narrow it down by eventType or topic`,
    )
  }
  return pageOf(shown(context, topic, query.filter, events), offset, limit)
}

function pageOf(rows: StoredText[], offset: number, limit: number): Events {
  return { rows: rows.slice(offset, offset + limit), total: rows.length }
}

function shown(
  { model }: Place,
  topic: Topic,
  filter: Filter,
  events: readonly LoggedRecord[],
): StoredText[] {
  const { page } = model.homeOf(reportedKind)
  return events.flatMap((record) => {
    const body = topic.show(new ShownEvent(model, record))
    return body && matches(page, filter, { id: record.id, ...body }) ? [rowOf(record, body)] : []
  })
}

function rowOf(record: LoggedRecord, body: JsonObject): StoredText {
  return { id: record.id, revision: 1, updated: Date.parse(record.time), text: JSON.stringify(body) }
}

/** Attributes that the log itself is asked for. */
const columns: readonly string[] = ['eventType', 'eventId', 'id', 'domain']

function isSelected(group: Filter[number]): boolean {
  const [first] = group
  const names = new Set(group.map(({ path }) => path.join('.')))
  return first !== undefined && names.size === 1 && columns.includes(first.path.join('.'))
}

/** The values one of which an attribute must have; undefined when the filter does not say so. */
function valuesOf(filter: Filter, name: string): string[] | undefined {
  const groups = filter.filter((group) => group.every(({ path }) => path.join('.') === name))
  if (groups.length === 0) return undefined
  const sets = groups.map((group) => new Set(group.flatMap(({ values }) => values)))
  return [...(sets[0] ?? [])].filter((value) => sets.every((set) => set.has(value)))
}

/** What the log can be asked for: exactly the groups that `isSelected`, and the kinds of the topic. */
function selectionOf({ model }: Place, { api }: Topic, filter: Filter): Selection {
  const domains = valuesOf(filter, 'domain')
  const isWanted = (domain: string) => domains?.includes(domain) !== false
  const homes = model.collections.filter(
    (home) =>
      (api ? home.api === api : model.homeOf(home.page.kind) === home) && isWanted(eventDomain(home.api)),
  )
  const announcing = homes.filter(({ page }) => page.announces.size > 0)
  const named = api ? [eventDomain(api)].filter(isWanted) : domains
  const ids = [valuesOf(filter, 'eventId'), valuesOf(filter, 'id')].filter((values) => values !== undefined)
  const isEverything = api === undefined && domains === undefined
  return {
    types: valuesOf(filter, 'eventType'),
    ids: ids.length < 2 ? ids[0] : ids[0]?.filter((id) => ids[1]?.includes(id)),
    kinds: isEverything ? undefined : announcing.map(({ page }) => page.kind),
    reported: named && { kind: reportedKind, domains: named },
  }
}
