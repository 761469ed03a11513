/** Registers who wants to be told of events: a hub for each API, and one for each topic (wire contract, section 21.1). */
import { type ApiPage, refuse } from '../declare/index.ts'
import type { Caller } from '../resources/caller.ts'
import type { Context } from '../resources/context.ts'
import { newId } from '../resources/identifier.ts'
import { inWork } from '../resources/work.ts'
import {
  addSubscription,
  changeSecret,
  type HubKey,
  readSecretOf,
  readStatuses,
  removeSubscription,
  type SubscriptionStatus,
} from '../store/subscriptions.ts'
import type { Egress } from './egress.ts'
import { judge, readRegistration, type Verdict } from './registration.ts'
import { newSecret, readSecret } from './signature.ts'
import { readQuery, subscriptionTopic } from './subscriber.ts'

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

/** A new subscription as its client is answered. */
export type Subscribed = Pick<Subscription, 'id' | 'callback' | 'query'>

export interface SubscribeOptions {
  /** The external base URL that hrefs in the events begin with. */
  readonly base: string
  /** Whether the callback may be called. */
  readonly verdict: Verdict
  readonly secret?: string
  /** The topic whose hub it is. */
  readonly topic?: string
  /** How many subscriptions a client may have. */
  readonly limit?: number
}

/** How long deliveries are signed with a former secret too: a day, in milliseconds. */
const overlap = 86_400_000

/** Registers a callback. Throws the refusals of section 21.1. */
export async function subscribe(
  context: Context,
  api: ApiPage,
  body: unknown,
  { base, verdict, topic, limit = 100, ...chosen }: SubscribeOptions,
  caller: Caller,
): Promise<Subscribed> {
  const { callback, query } = readRegistration(api, body)
  const secret = chosen.secret === undefined ? newSecret() : readSecret(chosen.secret)
  await readQuery(context, api, { tenant: caller.tenant, topic: topic ?? null, query: query ?? null })
  if (verdict !== 'allowed') throw verdict
  const id = newId('hub')
  const row = { ...keyOf(api, topic, caller), id, callback, query: query ?? null, base, secret }
  const added = await inWork(context, caller.tenant, ({ tx }) => addSubscription(tx, row, limit))
  if (added === 'limitReached') {
    throw refuse('limitReached', `You have ${limit} subscriptions; delete one first`)
  }
  if (added !== 'added') {
    const message = `You have this subscription already: ${added.existing}`
    throw refuse('duplicateSubscription', message, {
      referenceError: `${base}${pathOf(api, topic)}/${encodeURIComponent(added.existing)}`,
    })
  }
  return { id, callback, ...(query === undefined ? {} : { query }) }
}

/** The secret by which deliveries of one of the caller's own subscriptions are signed; undefined when it is not there. */
export function readOwnSecret(
  context: Context,
  api: ApiPage,
  id: string,
  caller: Caller,
  topic?: string,
): Promise<string | undefined> {
  return readSecretOf(context.database, keyOf(api, topic, caller), id)
}

/**
 * Gives one of the caller's own subscriptions another secret, the one that was chosen or a new one. For a day, deliveries
 * are signed with the former one too. Throws `invalidHeader` and `resourceNotFound`.
 */
export async function renewSecret(
  context: Context,
  api: ApiPage,
  id: string,
  { topic, ...chosen }: { readonly secret?: string; readonly topic?: string },
  caller: Caller,
): Promise<void> {
  const secret = chosen.secret === undefined ? newSecret() : readSecret(chosen.secret)
  const isChanged = await inWork(context, caller.tenant, ({ tx, now }) => {
    const until = new Date(Date.parse(now) + overlap).toISOString()
    tx.wake(subscriptionTopic)
    return changeSecret(tx, keyOf(api, topic, caller), id, { secret, until })
  })
  if (!isChanged) throw notFound(id)
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
  const isRemoved = await inWork(context, caller.tenant, ({ tx }) =>
    removeSubscription(tx, keyOf(api, topic, caller), id),
  )
  if (!isRemoved) throw notFound(id)
}

/** The verbs as a node offers them: it judges callbacks by its own rules, and has its own limit. */
export function subscriptionsWith(egress: Egress, limit?: number) {
  const register: typeof subscribe = (context, api, body, options, caller) =>
    subscribe(context, api, body, { ...options, ...(limit === undefined ? {} : { limit }) }, caller)
  return {
    judge: (body: unknown) => judge(egress, body),
    subscribe: register,
    listSubscriptions,
    readSubscription,
    readOwnSecret,
    renewSecret,
    unsubscribe,
  }
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

function notFound(id: string) {
  return refuse('resourceNotFound', `hub '${id.slice(0, 300)}' does not exist`)
}
