/**
 * Who calls, and on which golden thread. The sandbox is open: everybody is a client of the default tenant, and may
 * also do what fulfilment may, except where the plan of an order is the one to do it.
 */
import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Mover, ResourcePage } from '../declare/index.ts'
import { readTrace } from '../derive/trace.ts'
import type { Caller } from '../resources/caller.ts'

export const openTenant = 'default'

const clientRights: ReadonlySet<Mover> = new Set<Mover>(['client'])
const fulfilmentRights: ReadonlySet<Mover> = new Set<Mover>(['client', 'engine'])

/** The caller of a request about a page; `trace` is given where the request may change something. */
export function callerOf(page: ResourcePage, correlationId: string, trace?: string): Caller {
  const rights = page.facts.startsWork ? clientRights : fulfilmentRights
  return { tenant: openTenant, actor: 'client', correlationId, rights, ...(trace ? { trace } : {}) }
}

/** The caller of a request that is about no page, such as a subscription. */
export function clientOf(correlationId: string, trace?: string): Caller {
  return {
    tenant: openTenant,
    actor: 'client',
    correlationId,
    rights: fulfilmentRights,
    ...(trace ? { trace } : {}),
  }
}

/** The trace a client says its request is part of, when that can be read. */
export function sentTrace(request: IncomingMessage): string | undefined {
  return readTrace(request.headers.traceparent)
}

/** The caller of a request of those who run the platform. */
export function operatorOf(correlationId: string): Caller {
  return { ...clientOf(correlationId), actor: 'operator' }
}

/** The correlation id a client has sent, when it can be used: 1 to 128 visible ASCII characters. */
export function sentCorrelationId(request: IncomingMessage): string | undefined {
  const sent = request.headers['x-correlation-id']
  return typeof sent === 'string' && /^[\x21-\x7e]{1,128}$/.test(sent) ? sent : undefined
}

/** The correlation id of a request: the one sent, or a new one. */
export function correlationIdOf(request: IncomingMessage): string {
  return sentCorrelationId(request) ?? randomUUID()
}
