/** The query of a subscription: which events it wants, which part of them, and how they are sent (section 21.1). */
import { type ApiPage, eventTypes, refuse } from '../declare/index.ts'
import { parseFields, type Selection, selectFields } from '../derive/fields.ts'
import { type Filter, parseQuery } from '../derive/filter.ts'
import { matches } from '../derive/matches.ts'
import { type JsonObject, nearest } from '../derive/validate.ts'
import type { DeliveryStyle } from './callback.ts'
import { EventShape } from './event-shape.ts'

/** What can happen to these resources, and what one may ask about it. */
export interface EventModel {
  readonly shape: EventShape
  /** The types of events there are; undefined where others may report types of their own. */
  readonly types: readonly string[] | undefined
}

const known = new WeakMap<ApiPage, EventModel>()

/** The events of an API. */
export function eventsOf(api: ApiPage): EventModel {
  let events = known.get(api)
  if (events === undefined) {
    const announcing = api.resources.filter(({ announces }) => announces.size > 0)
    const types = [...new Set(announcing.flatMap(eventTypes))].sort()
    events = { shape: new EventShape(announcing), types }
    known.set(api, events)
  }
  return events
}

const maxLength = 2048
const styles: readonly string[] = ['exact', 'listener']

export class EventQuery {
  readonly style: DeliveryStyle
  /** The event types it wants; undefined when it wants any. */
  readonly types: ReadonlySet<string> | undefined
  readonly #shape: EventShape
  readonly #filter: Filter
  readonly #selection: Selection

  /** Reads the text of a query. Throws refusals that say what is wrong with it. */
  constructor(events: EventModel, text: string) {
    if (text.length > maxLength) {
      throw refuse('queryTooComplex', `A subscription's query may have at most ${maxLength} characters`)
    }
    const { parameters, conditions } = parseQuery(text.replace(/^\?/, ''))
    for (const name of parameters.keys()) {
      if (name !== 'fields')
        throw refuse('invalidQuery', `'${name}' has no meaning in a subscription's query`)
    }
    const { shape } = events
    this.#shape = shape
    this.style = styleOf(conditions)
    const filter = shape.parse(conditions.filter((condition) => !isStyle(condition)))
    checkTypes(events, filter)
    const byType = filter.find((group) => group.every(isByType))
    this.types = byType && new Set(byType.flatMap(({ values }) => values))
    this.#filter = filter.filter((group) => group !== byType)
    const named = parseFields(parameters.get('fields') ?? [])
    this.#selection = named && [...kept, ...named.flatMap((path) => shape.expand(path))]
  }

  /** Whether the query wants an event. */
  wants(body: JsonObject): boolean {
    if (this.types && !this.types.has(String(body.eventType))) return false
    return matches(this.#shape.page, this.#filter, body)
  }

  /** The part of an event that is sent. */
  part(body: JsonObject): JsonObject {
    if (this.#selection === undefined) return body
    const identity = Object.keys((body.event ?? {}) as JsonObject).flatMap((member) => [
      ['event', member, 'id'],
      ['event', member, 'href'],
    ])
    return selectFields(this.#shape.page, body, [...this.#selection, ...identity])
  }
}

const kept = [['eventId'], ['eventType'], ['eventTime']]
const isStyle = (condition: string): boolean => condition.startsWith('delivery=')
const isByType = ({ path }: { readonly path: readonly string[] }): boolean => path[0] === 'eventType'

function styleOf(conditions: readonly string[]): DeliveryStyle {
  const [style, another] = conditions.filter(isStyle).map((condition) => condition.slice('delivery='.length))
  if (style === undefined) return 'default'
  if (another !== undefined || !styles.includes(style)) {
    throw refuse('invalidQuery', `delivery must be one of ${styles.join(', ')}, once`)
  }
  return style as DeliveryStyle
}

function checkTypes({ types }: EventModel, filter: Filter): void {
  if (types === undefined) return
  for (const wanted of filter
    .flat()
    .filter(isByType)
    .flatMap(({ values }) => values)) {
    if (types.includes(wanted)) continue
    const message = `'${wanted.slice(0, 100)}' is no event type here${nearest(wanted, types)}`
    throw refuse('unknownEventType', `${message.replace(/\?$/, '')}; valid are ${types.join(', ')}`)
  }
}
