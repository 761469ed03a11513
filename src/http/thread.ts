/** `GET /goldthread/v1/thread/{correlationId}`: all events of one golden thread, in the order they happened. */
import { announces, envelopeOf } from '../derive/events.ts'
import type { Collection, Model } from '../derive/model.ts'
import { readThread } from '../store/event-log.ts'
import { openTenant } from './caller.ts'
import type { Edge } from './edge.ts'
import { checkAccept, jsonType } from './negotiation.ts'
import { withBase } from './representation.ts'
import type { Routes } from './routes.ts'

/** Adds the golden thread. */
export function threadRoute(routes: Routes, { context, base }: Edge): void {
  routes.get<{ Params: { id: string } }>('/goldthread/v1/thread/:id', async (request, reply) => {
    checkAccept(request.headers.accept)
    const external = base.of(request.raw)
    const { id } = request.params
    const records = id.includes('\u0000') ? [] : await readThread(context.database, openTenant, id)
    const events = records.map((record) => {
      const { page, api } = announcer(context.model, record.kind, record.type)
      const { actor } = record
      return { ...envelopeOf(record, page, api), reportingSystem: { id: actor, name: actor } }
    })
    reply.header('Content-Type', jsonType).header('Cache-Control', 'no-store')
    reply.header('X-Total-Count', events.length).header('X-Result-Count', events.length)
    return withBase(JSON.stringify(events), external)
  })
}

/** The collection that tells of an event: the one whose page announces it, else the home of its kind. */
function announcer(model: Model, kind: string, type: string): Collection {
  const found = model.collections.find(({ page }) => page.kind === kind && announces(page, type))
  return found ?? model.homeOf(kind)
}
