/** The hub of every API: where others register to be told of events (wire contract, section 21.1). */
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ApiPage } from '../declare/index.ts'
import type { Verdict } from '../hub/registration.ts'
import type { Caller } from '../resources/caller.ts'
import type { Context } from '../resources/context.ts'
import { readJson } from './body.ts'
import { clientOf } from './caller.ts'
import type { Edge } from './edge.ts'
import { answerOnce } from './idempotency.ts'
import { checkAccept, checkContentType, jsonType, postTypes } from './negotiation.ts'
import { withBase } from './representation.ts'
import type { Routes } from './routes.ts'

/** What a client may know of its subscription. */
export interface Subscription {
  readonly id: string
  readonly callback: string
  readonly query?: string | undefined
  readonly status: string
  readonly pendingEvents: number
  readonly lastError?: string | undefined
}

/** What the routes ask of the hub; `src/hub/subscriptions.ts` answers. */
export interface Hub {
  /** Whether the callback of a registration may be called: what takes time is asked before the transaction. */
  readonly judge: (body: unknown) => Promise<Verdict>
  readonly subscribe: (
    context: Context,
    api: ApiPage,
    body: unknown,
    options: {
      readonly base: string
      readonly verdict: Verdict
      readonly secret?: string
      readonly topic?: string
    },
    caller: Caller,
  ) => Promise<Pick<Subscription, 'id' | 'callback' | 'query'>>
  readonly listSubscriptions: (
    context: Context,
    api: ApiPage,
    caller: Caller,
    topic?: string,
  ) => Promise<readonly Subscription[]>
  readonly readSubscription: (...one: One) => Promise<Subscription>
  readonly readOwnSecret: (...one: One) => Promise<string | undefined>
  readonly renewSecret: (
    context: Context,
    api: ApiPage,
    id: string,
    options: { readonly secret?: string; readonly topic?: string },
    caller: Caller,
  ) => Promise<void>
  readonly unsubscribe: (...one: One) => Promise<void>
}

/** One of a caller's own subscriptions, at the hub of an API or of a topic. */
type One = [context: Context, api: ApiPage, id: string, caller: Caller, topic?: string]

/** Adds the hub of every API, and of every document that has one of its own. */
export function hubRoutes(routes: Routes, edge: Edge, hub: Hub): void {
  for (const api of edge.context.model.apis) addHub(routes, edge, hub, { api, path: `${api.path}/hub` })
  for (const { api, page, path } of edge.context.model.collections) {
    if (page.facts.hasHub) addHub(routes, edge, hub, { api, path: `${path}/:topic/hub` })
  }
}

interface Params {
  readonly id?: string
  readonly topic?: string
}

function addHub(
  routes: Routes,
  edge: Edge,
  hub: Hub,
  { api, path }: { readonly api: ApiPage; readonly path: string },
): void {
  const { context, settings, base } = edge
  const placeOf = ({ topic = '' }: Params) => path.replace(':topic', encodeURIComponent(topic))
  const hrefOf = (params: Params, id: string) => `${placeOf(params)}/${encodeURIComponent(id)}`
  const shown = (params: Params, subscription: Shown) =>
    api.generation === 5 ? asHub(subscription, hrefOf(params, subscription.id)) : subscription

  routes.post<{ Params: Params }>(path, async (request, reply) => {
    checkAccept(request.headers.accept)
    const type = checkContentType(request.headers['content-type'], postTypes)
    const external = base.of(request.raw)
    const body = await readJson(request.raw, settings.maxBody)
    const caller = clientOf(request.id)
    const { params } = request
    const options = { base: external, verdict: await hub.judge(body), ...chosenOf(request) }
    const read = { caller, path: placeOf(params), type, body }
    const answer = await answerOnce(edge, request, reply, read, async (joined) => {
      const subscription = await hub.subscribe(joined, api, body, options, caller)
      const location = hrefOf(params, subscription.id)
      return { status: 201, location, body: JSON.stringify(shown(params, subscription)) }
    })
    const id = idOf(String(reply.getHeader('location')))
    await tellSecret(reply, hub.readOwnSecret(context, api, id, caller, params.topic))
    return answer
  })

  routes.get<{ Params: Params }>(path, async (request, reply) => {
    checkAccept(request.headers.accept)
    const { params } = request
    const external = base.of(request.raw)
    const subscriptions = await hub.listSubscriptions(context, api, clientOf(request.id), params.topic)
    reply.header('Content-Type', jsonType).header('Cache-Control', 'no-store')
    reply.header('X-Total-Count', subscriptions.length).header('X-Result-Count', subscriptions.length)
    return withBase(JSON.stringify(subscriptions.map((each) => shown(params, each))), external)
  })

  routes.get<{ Params: Params }>(`${path}/:id`, async (request, reply) => {
    checkAccept(request.headers.accept)
    const { id = '', topic } = request.params
    const external = base.of(request.raw)
    const found = await hub.readSubscription(context, api, id, clientOf(request.id), topic)
    reply.header('Content-Type', jsonType).header('Cache-Control', 'no-cache')
    return withBase(JSON.stringify(shown(request.params, found)), external)
  })

  routes.post<{ Params: Params }>(`${path}/:id/secret`, async (request, reply) => {
    const { id = '', topic } = request.params
    const caller = clientOf(request.id)
    const read = { caller, path: `${hrefOf(request.params, id)}/secret`, type: '', body: undefined }
    const answer = await answerOnce(edge, request, reply, read, async (joined) => {
      await hub.renewSecret(joined, api, id, chosenOf(request), caller)
      return { status: 204 }
    })
    await tellSecret(reply, hub.readOwnSecret(context, api, id, caller, topic))
    return answer
  })

  routes.delete<{ Params: Params }>(`${path}/:id`, async (request, reply) => {
    const { id = '', topic } = request.params
    const caller = clientOf(request.id)
    const read = { caller, path: hrefOf(request.params, id), type: '', body: undefined }
    return answerOnce(edge, request, reply, read, async (joined) => {
      await hub.unsubscribe(joined, api, id, caller, topic)
      return { status: 204 }
    })
  })
}

/** What a request chooses: whose hub it is about, and the secret of its header. */
function chosenOf({ params, headers }: FastifyRequest<{ Params: Params }>) {
  const secret = headers['webhook-secret']
  return {
    ...(params.topic === undefined ? {} : { topic: params.topic }),
    ...(typeof secret === 'string' ? { secret } : {}),
  }
}

/** Also who repeats a request is told the secret, since the answer that told it is lost; unless all has ended since. */
async function tellSecret(reply: FastifyReply, asked: Promise<string | undefined>): Promise<void> {
  const secret = await asked
  if (secret !== undefined) reply.header('Webhook-Secret', secret)
}

type Shown = Pick<Subscription, 'id' | 'callback' | 'query'>

const idOf = (location: string): string => decodeURIComponent(location.slice(location.lastIndexOf('/') + 1))

/** As the second generation of the APIs shows it (wire contract, section 26). */
function asHub<Told extends Shown>({ id, ...rest }: Told, href: string) {
  return { id, href, ...rest, '@type': 'Hub' }
}
