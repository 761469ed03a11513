/** The routes of the information model: for each collection the verbs its page offers. */
import type { Edge } from './edge.ts'
import { listing } from './listing.ts'
import { type Params, retrieve } from './reading.ts'
import type { Routes } from './routes.ts'
import { change, creation, removal, replacing } from './writing.ts'

/** Adds the routes of every collection. */
export function resourceRoutes(routes: Routes, edge: Edge): void {
  for (const collection of edge.context.model.collections) {
    const { verbs } = collection.page
    const many = collection.path.replace('{parent}', ':parent')
    const one = `${many}/:id`
    if (verbs.has('list')) routes.get<{ Params: Params }>(many, listing(edge, collection))
    if (verbs.has('create')) routes.post<{ Params: Params }>(many, creation(edge, collection))
    if (verbs.has('read')) routes.get<{ Params: Params }>(one, retrieve(edge, collection))
    if (verbs.has('patch')) routes.patch<{ Params: Params }>(one, change(edge, collection))
    if (verbs.has('replace')) routes.put<{ Params: Params }>(one, replacing(edge, collection))
    if (verbs.has('remove')) routes.delete<{ Params: Params }>(one, removal(edge, collection))
  }
}
