/**
 * Topics: named selections of all events (wire contract, section 22). `all` and one for each API are built in;
 * others are stored, each with a query over the envelope and one over the content.
 */
import { type ApiPage, eventDomain, refuse } from '../declare/index.ts'
import type { Filter } from '../derive/condition.ts'
import type { Model } from '../derive/model.ts'
import { parseQuery } from '../derive/query-string.ts'
import { rootNames } from '../derive/root-names.ts'
import type { TypeTable } from '../derive/type-table.ts'
import type { JsonObject } from '../derive/validate.ts'
import type { Context } from '../resources/context.ts'
import { readOne } from '../store/reading.ts'
import { type EventModel, eventsOf } from './event-query.ts'
import { EventShape } from './event-shape.ts'
import { selects } from './selects.ts'
import type { ShownEvent } from './shown-event.ts'

export interface Topic {
  /** The only API whose events it has; undefined when it has those of all. */
  readonly api: ApiPage | undefined
  readonly events: EventModel
  /** What its own queries ask, beside what a reader asks. */
  readonly filter: Filter
  /** The event as the topic shows it; undefined when it is not of this topic. */
  readonly show: (event: ShownEvent) => JsonObject | undefined
}

/** The documents of the topics that are always there. */
export function builtInTopics(model: Model): (JsonObject & { id: string })[] {
  const domains = model.apis
    .filter(({ resources }) => resources.some(({ announces }) => announces.size > 0))
    .map((api) => ({
      id: eventDomain(api),
      name: `${api.number} ${api.name}`,
      headerQuery: `domain=${eventDomain(api)}`,
    }))
  return [{ id: 'all', name: 'All events' }, ...domains]
}

/** The topic with this id; undefined when the tenant has none. */
export async function findTopic(
  { model, database, types }: Pick<Context, 'model' | 'database' | 'types'>,
  tenant: string,
  id: string,
): Promise<Topic | undefined> {
  const api = model.apis.find((candidate) => eventDomain(candidate) === id)
  if (api && builtInTopics(model).some((topic) => topic.id === id)) {
    return domainTopic(api, await types.of(tenant))
  }
  const text =
    id === 'all' ? '{}' : (await readOne(database, tenant, model.homeOf('Topic').page, { id }))?.text
  if (text === undefined) return undefined
  return types.use(tenant, (table) => topicOf(model, table, JSON.parse(text) as JsonObject))
}

const allEvents = new WeakMap<TypeTable, EventModel>()

/** A stored topic from its document. Throws refusals when one of its queries cannot be read. */
export function topicOf(model: Model, table: TypeTable, { headerQuery, contentQuery }: JsonObject): Topic {
  let events = allEvents.get(table)
  if (events === undefined) {
    const announcing = model.pages.filter(({ announces }) => announces.size > 0)
    const pages = announcing.map((page) => table.pageOf(page))
    events = { shape: new EventShape(pages, true), types: undefined }
    allEvents.set(table, events)
  }
  const { shape } = events
  const filter = [
    ...readFilter(events, 'headerQuery', headerQuery),
    ...readFilter(events, 'contentQuery', contentQuery),
  ]
  const show = (event: ShownEvent) => {
    const body = event.atHome()
    return body && selects(shape.page, filter, body) ? event.withSource(body) : undefined
  }
  return { api: undefined, events, filter, show }
}

function domainTopic(api: ApiPage, table: TypeTable): Topic {
  const show = (event: ShownEvent) => {
    const body = event.inDomain(api)
    return body && event.withSource(body)
  }
  return { api, events: { ...eventsOf(api, table), types: undefined }, filter: [], show }
}

function readFilter({ shape }: EventModel, name: string, text: unknown): Filter {
  if (typeof text !== 'string' || text === '') return []
  const query = parseQuery(text.replace(/^\?/, ''))
  const parameter = [...query.parameters.keys()].find((each) => each !== 'filter')
  if (parameter !== undefined) throw refuse('invalidQuery', `'${parameter}' has no meaning in ${name}`)
  const filter = shape.parse(query)
  for (const first of filter.flat().flatMap(rootNames)) {
    if ((first === 'event') === (name === 'contentQuery')) continue
    const where =
      name === 'contentQuery' ? 'the content, such as serviceOrder.state' : 'the envelope, such as eventType'
    throw refuse('unknownQueryAttribute', `'${first}' in ${name}: it filters ${where}`)
  }
  return filter
}
