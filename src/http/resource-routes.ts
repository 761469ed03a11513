/** The routes of the information model: for each collection the verbs its page offers. */
import type { Edge } from './edge.ts'
import { foundFirst } from './found-first.ts'
import { listing } from './listing.ts'
import { type Handler, type Params, retrieve } from './reading.ts'
import type { Routes } from './routes.ts'
import { change, creation, removal, replacing } from './writing.ts'

/** Adds the routes of every collection. */
export function resourceRoutes(routes: Routes, edge: Edge): void {
  for (const collection of edge.context.model.collections) {
    const { verbs } = collection.page
    const many = collection.path.replace('{parent}', ':parent')
    const one = `${many}/:id`
    const checked = (handler: Handler) => foundFirst(edge, collection, handler)
    if (verbs.has('list')) routes.get<{ Params: Params }>(many, checked(listing(edge, collection)))
    if (verbs.has('create')) routes.post<{ Params: Params }>(many, checked(creation(edge, collection)))
    if (verbs.has('read')) routes.get<{ Params: Params }>(one, checked(retrieve(edge, collection)))
    if (verbs.has('patch')) routes.patch<{ Params: Params }>(one, checked(change(edge, collection)))
    if (verbs.has('replace')) routes.put<{ Params: Params }>(one, checked(replacing(edge, collection)))
    if (verbs.has('remove')) routes.delete<{ Params: Params }>(one, checked(removal(edge, collection)))
  }
}
