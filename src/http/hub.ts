/** The hub of every API: where others register to be told of events (wire contract, section 21.1). */
import type { ApiPage } from '../declare/index.ts'
import type { Caller } from '../resources/caller.ts'
import type { Context } from '../resources/context.ts'
import { readJson } from './body.ts'
import { clientOf } from './caller.ts'
import type { Edge } from './edge.ts'
import { checkAccept, checkContentType, jsonType, postTypes } from './negotiation.ts'
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
  readonly subscribe: (
    context: Context,
    api: ApiPage,
    body: unknown,
    options: { readonly base: string; readonly secret?: string; readonly topic?: string },
    caller: Caller,
  ) => Promise<Pick<Subscription, 'id' | 'callback' | 'query'> & { readonly secret: string }>
  readonly listSubscriptions: (
    context: Context,
    api: ApiPage,
    caller: Caller,
    topic?: string,
  ) => Promise<readonly Subscription[]>
  readonly readSubscription: (
    context: Context,
    api: ApiPage,
    id: string,
    caller: Caller,
    topic?: string,
  ) => Promise<Subscription>
  readonly unsubscribe: (
    context: Context,
    api: ApiPage,
    id: string,
    caller: Caller,
    topic?: string,
  ) => Promise<void>
}

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
  { context, settings, base }: Edge,
  hub: Hub,
  { api, path }: { readonly api: ApiPage; readonly path: string },
): void {
  const placeOf = (topic: string | undefined) => path.replace(':topic', encodeURIComponent(topic ?? ''))
  const shown = api.generation === 5 ? asHub : asSubscription

  routes.post<{ Params: Params }>(path, async (request, reply) => {
    checkAccept(request.headers.accept)
    checkContentType(request.headers['content-type'], postTypes)
    const external = base.of(request.raw)
    const body = await readJson(request.raw, settings.maxBody)
    const chosen = request.headers['webhook-secret']
    const { topic } = request.params
    const options = {
      base: external,
      ...(typeof chosen === 'string' ? { secret: chosen } : {}),
      ...(topic === undefined ? {} : { topic }),
    }
    const subscription = await hub.subscribe(context, api, body, options, clientOf(request.id))
    const { id, callback, query, secret } = subscription
    reply.code(201).header('Content-Type', jsonType).header('Webhook-Secret', secret)
    const here = external + placeOf(topic)
    reply.header('Location', hrefOf(here, id))
    return JSON.stringify(shown({ id, callback, query }, here))
  })

  routes.get<{ Params: Params }>(path, async (request, reply) => {
    checkAccept(request.headers.accept)
    const { topic } = request.params
    const external = base.of(request.raw)
    const subscriptions = await hub.listSubscriptions(context, api, clientOf(request.id), topic)
    reply.header('Content-Type', jsonType).header('Cache-Control', 'no-store')
    reply.header('X-Total-Count', subscriptions.length).header('X-Result-Count', subscriptions.length)
    const here = external + placeOf(topic)
    return JSON.stringify(subscriptions.map((each) => shown(each, here)))
  })

  routes.get<{ Params: Params }>(`${path}/:id`, async (request, reply) => {
    checkAccept(request.headers.accept)
    const { id = '', topic } = request.params
    const external = base.of(request.raw)
    const found = await hub.readSubscription(context, api, id, clientOf(request.id), topic)
    reply.header('Content-Type', jsonType).header('Cache-Control', 'no-cache')
    return JSON.stringify(shown(found, external + placeOf(topic)))
  })

  routes.delete<{ Params: Params }>(`${path}/:id`, async (request, reply) => {
    const { id = '', topic } = request.params
    await hub.unsubscribe(context, api, id, clientOf(request.id), topic)
    reply.code(204)
    return null
  })
}

type Shown = Pick<Subscription, 'id' | 'callback' | 'query'>

const hrefOf = (hub: string, id: string): string => `${hub}/${encodeURIComponent(id)}`
const asSubscription = <Told extends Shown>(subscription: Told, _hub: string): Told => subscription

/** As the second generation of the APIs shows it (wire contract, section 26). */
function asHub<Told extends Shown>({ id, ...rest }: Told, hub: string) {
  return { id, href: hrefOf(hub, id), ...rest, '@type': 'Hub' }
}
