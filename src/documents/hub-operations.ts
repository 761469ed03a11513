/** The operations of an API's hubs, and of the listeners that events are posted to (wire contract, section 21). */
import { type ApiPage, eventTypes, type ResourcePage } from '../declare/index.ts'
import { listenerName } from '../derive/events.ts'
import { collectionPath } from './collection-path.ts'
import { generationOf } from './generation.ts'
import type { Operation, Parameter } from './operation.ts'
import { idempotencyKey, path, webhookSecret } from './parameters.ts'
import { uncapitalised } from './words.ts'

const tag = 'events subscription'

/** The operations of the hub of an API, and of those of its documents that have one of their own. */
export function hubOperations(api: ApiPage): Operation[] {
  const own = api.resources.filter((page) => page.facts.hasHub)
  return [hubAt(api), ...own.map((page) => hubAt(api, page))].flat()
}

function hubAt(api: ApiPage, page?: ResourcePage): Operation[] {
  const { hub, typesAreSent } = generationOf(api)
  const type = typesAreSent ? { '@type': hub.output } : {}
  const place = page ? `${collectionPath(page)}/{${page.path}Id}/hub` : '/hub'
  const about = page ? ` to a ${page.path}` : ''
  const above: Parameter[] = page ? [path(`${page.path}Id`, `Identifier of the ${page.path}`)] : []
  const one = [...above, path('id', 'Identifier of the subscription')]
  const suffix = page ? `To${page.name}` : ''
  const common = { tag, description: 'Own subscriptions only.' }
  const callback = 'https://listener.example.com/tmf'
  return [
    {
      ...common,
      id: `listSubscriptions${suffix}`,
      method: 'GET',
      path: place,
      summary: `Lists the subscriptions${about}`,
      parameters: above,
      answers: [
        {
          status: 200,
          description: 'The subscriptions',
          type: hub.output,
          isList: true,
          headers: ['X-Total-Count', 'X-Result-Count'],
        },
      ],
      refusals: [406],
    },
    {
      ...common,
      id: page ? `registerListener${suffix}` : 'registerListener',
      method: 'POST',
      path: place,
      summary: `Subscribes a listener${about}`,
      description: 'Events are posted to the callback, signed with the secret of the answer.',
      parameters: [...above, webhookSecret, idempotencyKey],
      body: {
        type: hub.input,
        description: 'Where events go, and which',
        mediaTypes: ['application/json'],
        examples: { all: { callback, ...type }, some: { callback, query: someEvents(api), ...type } },
      },
      answers: [
        { status: 201, description: 'Subscribed', type: hub.output, headers: ['Location', 'Webhook-Secret'] },
      ],
      refusals: [400, 406, 409, 413, 415],
    },
    {
      ...common,
      id: `retrieveSubscription${suffix}`,
      method: 'GET',
      path: `${place}/{id}`,
      summary: `Retrieves a subscription${about}`,
      parameters: one,
      answers: [{ status: 200, description: 'The subscription', type: hub.output, headers: [] }],
      refusals: [404, 406],
    },
    {
      ...common,
      id: page ? `unregisterListener${suffix}` : 'unregisterListener',
      method: 'DELETE',
      path: `${place}/{id}`,
      summary: `Ends a subscription${about}`,
      description: 'Events not yet delivered are dropped.',
      parameters: [...one, idempotencyKey],
      answers: [{ status: 204, description: 'Ended', headers: [] }],
      refusals: [404],
    },
    {
      ...common,
      id: `changeSecret${suffix}`,
      method: 'POST',
      path: `${place}/{id}/secret`,
      summary: `Changes the secret of a subscription${about}`,
      description: 'For a day, events are signed with the former secret too.',
      parameters: [...one, webhookSecret, idempotencyKey],
      answers: [{ status: 204, description: 'Changed', headers: ['Webhook-Secret'] }],
      refusals: [400, 404],
    },
  ]
}

function someEvents(api: ApiPage): string {
  const [type] = api.resources.flatMap(eventTypes)
  return type === undefined ? 'priority=high' : `eventType=${type}`
}

/** What a listener on the client's side is asked, once for each event type of the API. */
export function listenerOperations(api: ApiPage): Operation[] {
  const { listenerStatus, hub } = generationOf(api)
  const answer = { status: listenerStatus, description: 'Notified', headers: [] }
  return [...new Set(api.resources.flatMap(eventTypes))].map((type) => ({
    id: `listenTo${type}`,
    method: 'POST' as const,
    path: `/listener/${listenerName(type)}`,
    tag: 'notification listeners (client side)',
    summary: `Tells a client of a ${uncapitalised(type)}`,
    description: 'Posted by the server to a callback; any 2xx is taken as received.',
    parameters: [],
    body: { type, description: 'The event', mediaTypes: ['application/json'], examples: {} },
    answers: [listenerStatus === 201 ? { ...answer, type: hub.output } : answer],
    refusals: [],
  }))
}
