/** The query of a subscription: which events it wants, which part of them, and how they are sent (section 21.1). */
import { type ApiPage, eventTypes, Refusal, refuse } from '../declare/index.ts'
import type { Filter } from '../derive/condition.ts'
import { equalValues, isEquality } from '../derive/equal-values.ts'
import { type Field, fieldOf, readFields, type Selection } from '../derive/fields.ts'
import { nearest } from '../derive/nearest.ts'
import { parseQuery } from '../derive/query-string.ts'
import { selectFields } from '../derive/select-fields.ts'
import type { TypeTable } from '../derive/type-table.ts'
import type { JsonObject } from '../derive/validate.ts'
import type { DeliveryStyle } from './callback.ts'
import { EventShape } from './event-shape.ts'
import { selects } from './selects.ts'

/** What can happen to these resources, and what one may ask about it. */
export interface EventModel {
  readonly shape: EventShape
  /** The types of events there are; undefined where others may report types of their own. */
  readonly types: readonly string[] | undefined
}

const known = new WeakMap<TypeTable, Map<ApiPage, EventModel>>()

/** The events of an API, whose resources may be of all types that a tenant has. */
export function eventsOf(api: ApiPage, table: TypeTable): EventModel {
  const ofTable = known.get(table) ?? new Map<ApiPage, EventModel>()
  known.set(table, ofTable)
  let events = ofTable.get(api)
  if (events === undefined) {
    const announcing = api.resources.filter(({ announces }) => announces.size > 0)
    const types = [...new Set(announcing.flatMap(eventTypes))].sort()
    const pages = announcing.map((page) => table.pageOf(page))
    events = { shape: new EventShape(pages, api.generation === 5), types }
    ofTable.set(api, events)
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
      if (name !== 'fields' && name !== 'filter')
        throw refuse('invalidQuery', `'${name}' has no meaning in a subscription's query`)
    }
    const { shape } = events
    this.#shape = shape
    this.style = styleOf(conditions)
    const filter = shape.parse({ parameters, conditions: conditions.filter((each) => !isStyle(each)) })
    checkTypes(events, filter)
    const types = equalValues(filter, 'eventType')
    this.types = types && new Set(types)
    this.#filter = filter.filter((group) => !group.every((test) => isEquality(test, 'eventType')))
    const named = readFields(parameters.get('fields') ?? [])
    this.#selection = named && [
      ...kept,
      ...named.flatMap((steps) => shape.ways(steps)).map((way) => fieldOf(shape.page, way)),
    ]
  }

  /** Whether the query wants an event. */
  wants(body: JsonObject): boolean {
    if (this.types && !this.types.has(String(body.eventType))) return false
    return selects(this.#shape.page, this.#filter, body)
  }

  /** The part of an event that is sent. */
  part(body: JsonObject): JsonObject {
    if (this.#selection === undefined) return body
    const identity = Object.keys((body.event ?? {}) as JsonObject).flatMap((member) => [
      fieldNamed('event', member, 'id'),
      fieldNamed('event', member, 'href'),
    ])
    try {
      return selectFields(this.#shape.page, body, [...this.#selection, ...identity])
    } catch (error) {
      // A part that would take too long to find is sent with all the rest: there is nobody to refuse it to.
      if (error instanceof Refusal) return body
      throw error
    }
  }
}

const fieldNamed = (...steps: string[]): Field => ({ name: steps.join('.'), steps })
const kept = [fieldNamed('eventId'), fieldNamed('eventType'), fieldNamed('eventTime')]
const isStyle = (condition: string): boolean => condition.startsWith('delivery=')

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
  const named = filter.flat().filter((test) => isEquality(test, 'eventType'))
  for (const wanted of named.flatMap(({ values }) => values)) {
    if (types.includes(wanted)) continue
    const message = `'${wanted.slice(0, 100)}' is no event type here${nearest(wanted, types)}`
    throw refuse('unknownEventType', `${message.replace(/\?$/, '')}; valid are ${types.join(', ')}`)
  }
}
