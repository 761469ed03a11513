/** Checks of the hub: a subscription is made, an event of a create is delivered, the subscription ends. */
import { eventType } from '../../declare/index.ts'
import type { Listener } from '../listener.ts'
import { demandError, isObject } from '../shape.ts'
import type { Subject } from '../subject.ts'
import { demand, Skipped } from '../verdict.ts'
import { unknownId } from './create.ts'

export interface Hub {
  readonly listener: Listener
  readonly callback: string
  /** Milliseconds an event may take. */
  readonly timeout: number
}

/** Whether creating a document of the resource is announced. */
export function announcesCreation({ page }: Subject): boolean {
  return page.verbs.has('create') && page.announces.has('created')
}

/** Subscribes, creates, waits for the event, and unsubscribes. */
export async function checkDelivery(subject: Subject, { listener, callback, timeout }: Hub): Promise<void> {
  const { server, api, page, path, body } = subject
  const type = eventType(page, 'created')
  const hub = `${api.path}/hub`
  const registration = {
    callback: `${callback}/${page.path}/${unknownId(page.name)}`,
    query: `eventType=${type}`,
    ...(api.generation === 5 ? { '@type': 'Hub' } : {}),
  }
  const subscribed = await server.send({ method: 'POST', path: hub, body: registration })
  if (isCallbackRefused(subscribed.json)) {
    throw new Skipped('the server does not send events to this machine: allow it to call the listener')
  }
  demand(subscribed.status === 201, `POST ${hub} is answered with ${subscribed.status} instead of 201`)
  const subscription = subscribed.json
  demand(isObject(subscription) && typeof subscription.id === 'string', 'a subscription must have an id')
  try {
    const created = await server.expect([201], { method: 'POST', path, body })
    demand(isObject(created.json), 'a create must be answered with the document')
    const { id } = created.json
    const event = await listener.event(
      (each) => each.eventType === type && resourceOf(each, page.member)?.id === id,
      timeout,
    )
    await server.send({ method: 'DELETE', path: `${path}/${encodeURIComponent(String(id))}` })
    demand(event !== undefined, `no ${type} came within ${timeout / 1000} s`)
    demand(typeof event.eventId === 'string', 'an event must have an eventId')
    demand(typeof event.eventTime === 'string', 'an event must have an eventTime')
  } finally {
    const gone = await server.send({ method: 'DELETE', path: `${hub}/${subscription.id}` })
    demand(gone.status === 204, `DELETE ${hub}/{id} is answered with ${gone.status} instead of 204`)
  }
  const again = await server.expect([404], { method: 'DELETE', path: `${hub}/${subscription.id}` })
  demandError(again.json, 404)
}

function resourceOf(event: Readonly<Record<string, unknown>>, member: string) {
  const payload = event.event
  const resource = isObject(payload) ? payload[member] : undefined
  return isObject(resource) ? resource : undefined
}

function isCallbackRefused(body: unknown): boolean {
  return isObject(body) && body.code === 'callbackNotAllowed'
}
