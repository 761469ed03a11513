/** A subscription ready for use: its query read, its API or topic found. Of what it is made of only its secret changes. */
import { type ApiPage, Refusal, refuse } from '../declare/index.ts'
import type { Model } from '../derive/model.ts'
import { withBase } from '../derive/own-path.ts'
import type { JsonObject } from '../derive/validate.ts'
import type { Context } from '../resources/context.ts'
import type { LoggedRecord } from '../store/event-log.ts'
import { readSubscriptions, type StoredSubscription } from '../store/subscriptions.ts'
import { EventQuery, eventsOf } from './event-query.ts'
import { ShownEvent } from './shown-event.ts'
import { findTopic } from './topic.ts'

/** What is woken when something about a subscription has changed. */
export const subscriptionTopic = 'subscription'

export interface Subscriber {
  readonly row: StoredSubscription
  readonly query: EventQuery
  /** Whether a transaction was not over when the subscription was made. */
  readonly isNew: (xid: string) => boolean
  /** The event as its hub shows it; undefined when it is none of that hub's. */
  readonly show: (event: ShownEvent) => JsonObject | undefined
}

/** Whether a subscriber is to be told of an event. */
export function wants({ query, isNew, show }: Subscriber, event: ShownEvent): boolean {
  if (!isNew(event.record.cursor.xid)) return false
  if (query.types && !query.types.has(event.record.type)) return false
  const body = show(event)
  return body !== undefined && query.wants(body)
}

/** The text that is sent of an event, its hrefs absolute. */
export function bodyOf({ row, query, show }: Subscriber, model: Model, record: LoggedRecord): string {
  const body = show(new ShownEvent(model, record)) ?? {}
  const base = JSON.stringify(row.base).slice(1, -1)
  return withBase(JSON.stringify(query.part(body)), base)
}

/** The secrets that deliveries are signed with at a moment, in milliseconds since 1970: two while it is being changed. */
export function secretsOf({ row }: Subscriber, now: number): string[] {
  const { secret, former_secret: former, former_until: until } = row
  return former !== null && until !== null && now < until.getTime() ? [secret, former] : [secret]
}

type Place = Pick<Context, 'model' | 'database' | 'types'>

/** Subscribers by tenant and id, read once. */
export class Subscribers {
  readonly #place: Place
  #known = new Map<string, Subscriber | Error>()

  constructor(place: Place) {
    this.#place = place
  }

  /** Some subscribers of a tenant: the refusal in place of one whose query can no longer be read; none where it is gone. */
  async find(tenant: string, ids: readonly string[]): Promise<Map<string, Subscriber | Error>> {
    // While we read, it may be emptied: what we find is the same, but what was read before that is not kept after it.
    const known = this.#known
    const keyOf = (id: string) => `${tenant} ${id}`
    const found = new Map<string, Subscriber | Error>()
    for (const id of ids) {
      const subscriber = known.get(keyOf(id))
      if (subscriber) found.set(id, subscriber)
    }
    const missing = ids.filter((id) => !found.has(id))
    if (missing.length === 0) return found
    for (const row of await readSubscriptions(this.#place.database, tenant, missing)) {
      const subscriber = await this.#subscriberOf(row).catch(lasting)
      found.set(row.id, subscriber)
      known.set(keyOf(row.id), subscriber)
    }
    return found
  }

  /** Forgets all; what is still needed is read again. */
  clear(): void {
    this.#known = new Map()
  }

  async #subscriberOf(row: StoredSubscription): Promise<Subscriber> {
    const api = this.#place.model.apis.find(({ number }) => number === row.api)
    if (api === undefined) throw refuse('resourceNotFound', `${row.api} is not served any more`)
    return { row, isNew: laterThan(row.since), ...(await readQuery(this.#place, api, row)) }
  }
}

/**
 * What a subscription at a hub asks for, and how that hub shows events. Throws `resourceNotFound` when the topic whose hub
 * it is does not exist, and the refusals of its query.
 */
export async function readQuery(
  place: Place,
  api: ApiPage,
  { tenant, topic: id, query }: Pick<StoredSubscription, 'tenant' | 'topic' | 'query'>,
): Promise<Pick<Subscriber, 'query' | 'show'>> {
  const text = query ?? ''
  if (id !== null) {
    const topic = await findTopic(place, tenant, id)
    if (topic === undefined) throw refuse('resourceNotFound', `topic '${id.slice(0, 300)}' does not exist`)
    return { query: new EventQuery(topic.events, text), show: topic.show }
  }
  const read = await place.types.use(tenant, (table) => new EventQuery(eventsOf(api, table), text))
  return { query: read, show: (event) => event.by(api) }
}

/** Why a subscription cannot be read. What only keeps us from reading it just now is thrown: it says nothing about it. */
function lasting(error: Error): Error {
  if (error instanceof Refusal && passing.has(error.code)) throw error
  return error
}

const passing: ReadonlySet<string> = new Set(['unavailable', 'queryTooExpensive'])

/** Whether a transaction was not over at a snapshot `xmin:xmax:running,…`. */
function laterThan(snapshot: string): (xid: string) => boolean {
  const [, xmax = '0', running = ''] = snapshot.split(':')
  const end = BigInt(xmax)
  const open = new Set(running.split(','))
  return (xid) => BigInt(xid) >= end || open.has(xid)
}
