/** The events of a topic, read from the log (wire contract, section 22). */
import { eventDomain, refuse } from '../declare/index.ts'
import { type Arranged, arrange, type Entry, walkThrough } from '../derive/arrange.ts'
import type { Filter } from '../derive/condition.ts'
import { equalValues, isEquality } from '../derive/equal-values.ts'
import type { JsonObject } from '../derive/validate.ts'
import type { ListQuery, Source, Walked, WalkQuery } from '../resources/behaviour.ts'
import type { Caller } from '../resources/caller.ts'
import type { Context } from '../resources/context.ts'
import { type LoggedRecord, readThread } from '../store/event-log.ts'
import {
  countSelected,
  readBeyond,
  readEvent,
  readFirst,
  readSelected,
  type Selection,
} from '../store/event-search.ts'
import type { StoredText } from '../store/reading.ts'
import { reportedKind, ShownEvent } from './shown-event.ts'
import { findTopic, type Topic } from './topic.ts'

type Place = Pick<Context, 'model' | 'database' | 'types'>
type Events = { rows: StoredText[]; total: number }

/** How many events are looked through one by one when no index answers a query. */
const maxScanned = 10_000

/** Serves `/topic/{id}/event`, or the events of a topic of one's own choice. */
export function eventSource(
  context: Place,
  find: (caller: Caller, parent?: string) => Topic | Promise<Topic> = (caller, parent) =>
    topicAt(context, caller, parent),
): Source {
  return {
    list: async (query, caller) => listed(context, await find(caller, query.parent), query, caller),
    walk: async (query, caller) => walked(context, await find(caller, query.parent), query, caller),
    read: async ({ id, parent }, caller) => {
      const topic = await find(caller, parent)
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
  const { offset, limit } = query.window
  const all: Filter = [...query.filter, ...topic.filter]
  if (isSelectedWhole(all, query)) {
    const selection = selectionOf(context, topic, all)
    const { events, total } = await readSelected(context.database, tenant, selection, query.window)
    return { rows: shown(context, topic, events).map(({ row }) => row), total }
  }
  const found = await arranged(context, topic, query, tenant)
  return { rows: found.slice(offset, offset + limit).map(({ row }) => row), total: found.length }
}

/** From a position on: the log itself is read on from there, unless it must be looked through. */
async function walked(context: Place, topic: Topic, query: WalkQuery, { tenant }: Caller): Promise<Walked> {
  const { walk, isCounted } = query
  const all: Filter = [...query.filter, ...topic.filter]
  if (isSelectedWhole(all, query)) {
    const { database } = context
    const selection = selectionOf(context, topic, all)
    const [xid = '', seq = ''] = walk.from?.sequence.split(' ').map((part) => String(BigInt(part))) ?? []
    const { limit, isBackward } = walk
    const beyond = { limit, isBackward, ...(walk.from ? { from: { xid, seq } } : {}) }
    const events = await readBeyond(database, tenant, selection, beyond)
    const rows = shown(context, topic, events).map(({ row, sequence }) => {
      return { row, position: { values: [], sequence } }
    })
    return { rows, ...(isCounted ? { total: await countSelected(database, tenant, selection) } : {}) }
  }
  const found = await arranged(context, topic, query, tenant)
  const rows = walkThrough(query.sort ?? [], found, walk)
  return { rows, ...(isCounted ? { total: found.length } : {}) }
}

/** Whether the log can be asked for exactly these events, in its own order. */
function isSelectedWhole(all: Filter, { sort = [] }: Pick<ListQuery, 'sort'>): boolean {
  return sort.length === 0 && equalValues(all, 'correlationId') === undefined && all.every(isSelected)
}

/** The events that match, looked through one by one, in order. */
async function arranged(
  context: Place,
  topic: Topic,
  { filter, sort = [], parent }: Pick<ListQuery, 'filter' | 'sort' | 'parent'>,
  tenant: string,
): Promise<Arranged<StoredText>[]> {
  const { page } = context.model.homeOf(reportedKind)
  const all = [...filter, ...topic.filter]
  const events = await candidates(context, topic, all, tenant)
  const entries = shown(context, topic, events, parent)
  if (equalValues(all, 'correlationId') === undefined) return arrange(page, { filter, sort }, entries)
  // What happened on a thread happened in the order of the numbers.
  const numbered = entries.map((entry) => ({
    ...entry,
    sequence: entry.sequence.split(' ').reverse().join(' '),
  }))
  return arrange(page, { filter, sort }, numbered)
}

async function candidates(
  context: Place,
  topic: Topic,
  filter: Filter,
  tenant: string,
): Promise<LoggedRecord[]> {
  const { database } = context
  const threads = equalValues(filter, 'correlationId')
  if (threads) {
    return (await Promise.all(threads.map((thread) => readThread(database, tenant, thread)))).flat()
  }
  const events = await readFirst(database, tenant, selectionOf(context, topic, filter), maxScanned + 1)
  if (events.length > maxScanned) {
    throw refuse(
      'queryTooExpensive',
      `More than ${maxScanned} events would have to be looked through: ask for a correlationId, or narrow it down by eventType or topic`,
    )
  }
  return events
}

/** The events a topic shows, as it shows them. */
function shown(
  { model }: Place,
  topic: Topic,
  events: readonly LoggedRecord[],
  parent?: string,
): Entry<StoredText>[] {
  const { page } = model.homeOf(reportedKind)
  return events.flatMap((record) => {
    const body = topic.show(new ShownEvent(model, record))
    if (body === undefined) return []
    const { xid, seq } = record.cursor
    // As texts they come in the order of the log.
    const sequence = `${xid.padStart(20, '0')} ${seq.padStart(20, '0')}`
    const href = model.hrefOf(page, record.id, parent ?? null)
    return [{ row: rowOf(record, body), document: { id: record.id, href, ...body }, sequence }]
  })
}

function rowOf(record: LoggedRecord, body: JsonObject): StoredText {
  return { id: record.id, revision: 1, updated: Date.parse(record.time), text: JSON.stringify(body) }
}

/** Attributes that the log itself is asked for. */
const columns: readonly string[] = ['eventType', 'eventId', 'id', 'domain']

function isSelected(group: Filter[number]): boolean {
  return columns.some((name) => group.length > 0 && group.every((test) => isEquality(test, name)))
}

/** What the log can be asked for: exactly the groups that `isSelected`, and the kinds of the topic. */
function selectionOf({ model }: Place, { api }: Topic, filter: Filter): Selection {
  const domains = equalValues(filter, 'domain')
  const isWanted = (domain: string) => domains?.includes(domain) !== false
  const homes = model.collections.filter(
    (home) =>
      (api ? home.api === api : model.homeOf(home.page.kind) === home) && isWanted(eventDomain(home.api)),
  )
  const announcing = homes.filter(({ page }) => page.announces.size > 0)
  const named = api ? [eventDomain(api)].filter(isWanted) : domains
  const ids = [equalValues(filter, 'eventId'), equalValues(filter, 'id')].filter(
    (values) => values !== undefined,
  )
  const isEverything = api === undefined && domains === undefined
  return {
    types: equalValues(filter, 'eventType'),
    ids: ids.length < 2 ? ids[0] : ids[0]?.filter((id) => ids[1]?.includes(id)),
    kinds: isEverything ? undefined : announcing.map(({ page }) => page.kind),
    reported: named && { kind: reportedKind, domains: named },
  }
}
