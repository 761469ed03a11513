/** The routes of the information model: for each collection the verbs its page offers. */
import type { FastifyInstance } from 'fastify'
import type { Edge } from './edge.ts'
import { listing } from './listing.ts'
import { type Params, retrieve } from './reading.ts'
import { change, creation, removal, replacing } from './writing.ts'

/** Adds the routes of every collection. */
export function resourceRoutes(app: FastifyInstance, edge: Edge): void {
  for (const collection of edge.context.model.collections) {
    const { verbs } = collection.page
    const many = collection.path.replace('{parent}', ':parent')
    const one = `${many}/:id`
    if (verbs.has('list')) app.get<{ Params: Params }>(many, listing(edge, collection))
    if (verbs.has('create')) app.post<{ Params: Params }>(many, creation(edge, collection))
    if (verbs.has('read')) app.get<{ Params: Params }>(one, retrieve(edge, collection))
    if (verbs.has('patch')) app.patch<{ Params: Params }>(one, change(edge, collection))
    if (verbs.has('replace')) app.put<{ Params: Params }>(one, replacing(edge, collection))
    if (verbs.has('remove')) app.delete<{ Params: Params }>(one, removal(edge, collection))
  }
}
