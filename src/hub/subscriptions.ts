/** Registers who wants to be told of events: a hub for each API, and one for each topic (wire contract, section 21.1). */
import { type ApiPage, refuse } from '../declare/index.ts'
import { nearest, readObject } from '../derive/validate.ts'
import type { Caller } from '../resources/caller.ts'
import type { Context } from '../resources/context.ts'
import { newId } from '../resources/identifier.ts'
import {
  addSubscription,
  type HubKey,
  readStatuses,
  removeSubscription,
  type SubscriptionStatus,
} from '../store/subscriptions.ts'
import { transaction } from '../store/transaction.ts'
import { readCallback } from './callback.ts'
import { Egress } from './egress.ts'
import { type EventModel, EventQuery, eventsOf } from './event-query.ts'
import { newSecret, readSecret } from './signature.ts'
import { findTopic } from './topic.ts'

/** What a client may know of its subscription. */
export interface Subscription {
  readonly id: string
  readonly callback: string
  readonly query?: string
  readonly status: string
  /** How many events wait to be delivered; counted up to 10000. */
  readonly pendingEvents: number
  readonly lastError?: string
}

/** A new subscription, with the secret its deliveries are signed with. */
export type Subscribed = Pick<Subscription, 'id' | 'callback' | 'query'> & { readonly secret: string }

export interface SubscribeOptions {
  /** The external base URL that hrefs in the events begin with. */
  readonly base: string
  readonly secret?: string
  /** The topic whose hub it is. */
  readonly topic?: string
  /** Judges the callback; without it, only public https targets are allowed. */
  readonly egress?: Egress
}

const maxSubscriptions = 100
const attributes = ['callback', 'query', '@type', '@baseType', '@schemaLocation']
const strictEgress = new Egress()

/** Registers a callback. Throws the refusals of section 21.1. */
export async function subscribe(
  context: Context,
  api: ApiPage,
  body: unknown,
  options: SubscribeOptions,
  caller: Caller,
): Promise<Subscribed> {
  const { callback, query } = readRegistration(api, body)
  const secret = options.secret === undefined ? newSecret() : readSecret(options.secret)
  new EventQuery(await eventsAt(context, api, options.topic, caller), query ?? '')
  await (options.egress ?? strictEgress).check(callback)
  const id = newId('hub')
  const { base } = options
  const row = { ...keyOf(api, options.topic, caller), id, callback, query: query ?? null, base, secret }
  const added = await transaction(context.database, { tenant: caller.tenant, now: isoNow }, (tx) =>
    addSubscription(tx, row, maxSubscriptions),
  )
  if (added === 'limitReached') {
    throw refuse('limitReached', `You have ${maxSubscriptions} subscriptions; delete one first`)
  }
  if (added !== 'added') {
    const message = `You have this subscription already: ${added.existing}`
    throw refuse('duplicateSubscription', message, {
      referenceError: `${base}${pathOf(api, options.topic)}/${encodeURIComponent(added.existing)}`,
    })
  }
  return { id, callback, ...(query === undefined ? {} : { query }), secret }
}

/** The caller's own subscriptions at a hub, oldest first. */
export async function listSubscriptions(
  context: Context,
  api: ApiPage,
  caller: Caller,
  topic?: string,
): Promise<Subscription[]> {
  return (await readStatuses(context.database, keyOf(api, topic, caller))).map(show)
}

/** One of the caller's own subscriptions. Throws `resourceNotFound`. */
export async function readSubscription(
  context: Context,
  api: ApiPage,
  id: string,
  caller: Caller,
  topic?: string,
): Promise<Subscription> {
  const [found] = await readStatuses(context.database, keyOf(api, topic, caller), id)
  if (found === undefined) throw notFound(id)
  return show(found)
}

/** Ends one of the caller's own subscriptions; what it had still to be sent is dropped. Throws `resourceNotFound`. */
export async function unsubscribe(
  context: Context,
  api: ApiPage,
  id: string,
  caller: Caller,
  topic?: string,
): Promise<void> {
  const isRemoved = await transaction(context.database, { tenant: caller.tenant, now: isoNow }, (tx) =>
    removeSubscription(tx, keyOf(api, topic, caller), id),
  )
  if (!isRemoved) throw notFound(id)
}

/** The same verbs with the callbacks judged by a node's own rules. */
export function subscriptionsWith(egress: Egress) {
  const register: typeof subscribe = (context, api, body, options, caller) =>
    subscribe(context, api, body, { ...options, egress }, caller)
  return { subscribe: register, listSubscriptions, readSubscription, unsubscribe }
}

function readRegistration(api: ApiPage, body: unknown): { callback: string; query: string | undefined } {
  const { callback, query, ...rest } = readObject(body)
  if (api.generation === 5 && typeof rest['@type'] !== 'string') {
    throw refuse('missingAttribute', "@type is required; send 'Hub'")
  }
  for (const name of Object.keys(rest)) {
    if (attributes.includes(name)) continue
    throw refuse(
      'unknownAttribute',
      `'${name}' is not an attribute of a subscription${nearest(name, attributes)}`,
    )
  }
  if (query !== undefined && query !== null && typeof query !== 'string') {
    throw refuse('invalidQuery', 'query must be a text such as eventType=ServiceOrderStateChangeEvent')
  }
  return { callback: readCallback(callback), query: query ?? undefined }
}

async function eventsAt(
  context: Context,
  api: ApiPage,
  topic: string | undefined,
  { tenant }: Caller,
): Promise<EventModel> {
  if (topic === undefined) return eventsOf(api)
  const found = await findTopic(context, tenant, topic)
  if (found === undefined) throw refuse('resourceNotFound', `topic '${topic.slice(0, 300)}' does not exist`)
  return found.events
}

function keyOf(api: ApiPage, topic: string | undefined, { tenant, actor }: Caller): HubKey {
  return { tenant, client: actor, api: api.number, topic: topic ?? null }
}

function pathOf(api: ApiPage, topic: string | undefined): string {
  return topic === undefined ? `${api.path}/hub` : `${api.path}/topic/${encodeURIComponent(topic)}/hub`
}

function show({ id, callback, query, status, last_error, pending }: SubscriptionStatus): Subscription {
  return {
    id,
    callback,
    ...(query === null ? {} : { query }),
    status,
    pendingEvents: pending,
    ...(last_error === null ? {} : { lastError: last_error }),
  }
}

const isoNow = (): string => new Date().toISOString()

function notFound(id: string) {
  return refuse('resourceNotFound', `hub '${id.slice(0, 300)}' does not exist`)
}
