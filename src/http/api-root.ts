/** `GET {basePath}`: what an API is called and which resources it serves (wire contract, section 25). */
import type { Verb } from '../declare/index.ts'
import type { Edge } from './edge.ts'
import { checkAccept, jsonType } from './negotiation.ts'
import type { Routes } from './routes.ts'

const methods: Readonly<Record<Verb, string>> = {
  list: 'GET',
  read: 'GET',
  create: 'POST',
  replace: 'PUT',
  patch: 'PATCH',
  remove: 'DELETE',
}

/** Adds the root of every API. */
export function apiRoots(routes: Routes, { context, base }: Edge): void {
  for (const api of context.model.apis) {
    const collections = context.model.collections.filter((collection) => collection.api === api)
    routes.get(api.path, async (request, reply) => {
      checkAccept(request.headers.accept)
      const external = base.of(request.raw)
      reply.header('Content-Type', jsonType).header('Cache-Control', 'no-cache')
      return JSON.stringify({
        '@type': 'ApiRoot',
        name: api.name,
        version: api.version,
        resource: collections.map(({ page, path }) => ({
          name: page.name,
          href: external + path.replace('{parent}', '{id}'),
          method: [...new Set([...page.verbs].map((verb) => methods[verb]))],
        })),
      })
    })
  }
}
