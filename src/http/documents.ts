/** The documents of every API and their index: made from the pages when they are first asked for, and kept as text. */
import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { departures } from '../apis/departures.ts'
import type { ApiPage } from '../declare/index.ts'
import { isNoneMatch } from '../derive/etag.ts'
import { inJson, withExternalBase } from '../documents/base.ts'
import { conformancePage } from '../documents/conformance-page.ts'
import { conformanceProfile } from '../documents/conformance-profile.ts'
import { generationOf } from '../documents/generation.ts'
import { escapeHtml } from '../documents/html.ts'
import { indexList, indexPage } from '../documents/index-page.ts'
import { openApi } from '../documents/open-api.ts'
import { postmanCollection, postmanEnvironment } from '../documents/postman.ts'
import { referencePage } from '../documents/reference.ts'
import { swagger } from '../documents/swagger.ts'
import { tryPage } from '../documents/try-page.ts'
import { clientOf } from './caller.ts'
import type { Edge } from './edge.ts'
import { kindCounts } from './kind-counts.ts'
import { preferredType } from './media-type.ts'
import { jsonType } from './negotiation.ts'
import { htmlHeaders } from './page-headers.ts'
import type { Routes } from './routes.ts'

type MediaType = 'application/json' | 'text/html'

/** How a document is made, by the media types it is offered in; the first is what a client gets that does not care. */
type Offer = Partial<Record<MediaType, () => string>>

/** Adds the documents of every API, and the index of all. */
export function documentRoutes(routes: Routes, edge: Edge): void {
  const { apis } = edge.context.model
  for (const api of apis) {
    for (const [name, offer] of Object.entries(documentsOf(api))) {
      routes.get(`${api.path}/${name}`, serving(edge, offer))
    }
  }
  const counts = kindCounts(edge.context)
  const asPage = serving(edge, { 'text/html': () => indexPage(apis, departures) })
  routes.get('/apis', async (request, reply) => {
    const type = preferredType(request.headers.accept, ['application/json', 'text/html'])
    if (type === 'text/html') return asPage(request, reply)
    const list = JSON.stringify(indexList(apis, await counts(clientOf(request.id).tenant)))
    reply.header('Content-Type', jsonType).header('Cache-Control', 'no-cache').header('Vary', 'Accept')
    return withExternalBase(list, edge.base.of(request.raw), inJson)
  })
}

function documentsOf(api: ApiPage): Record<string, Offer> {
  const json = (make: () => unknown): Offer => ({ 'application/json': () => JSON.stringify(make()) })
  const profile = () => conformanceProfile(api, departures)
  return {
    'openapi.json': json(() => openApi(api)),
    ...(generationOf(api).hasSwagger ? { 'swagger.json': json(() => swagger(api)) } : {}),
    'postman.json': json(() => postmanCollection(api)),
    'postman-environment.json': json(() => postmanEnvironment(api)),
    reference: { 'text/html': () => referencePage(api) },
    docs: { 'text/html': () => tryPage(api) },
    conformance: { ...json(profile), 'text/html': () => conformancePage(api, profile()) },
  }
}

interface Kept {
  readonly text: string
  readonly digest: string
}

/** Answers with a document, made at the first request for it. */
function serving({ base }: Edge, offer: Offer) {
  const kept = new Map<MediaType, Kept>()
  const offered = Object.keys(offer) as MediaType[]
  return async (request: FastifyRequest, reply: FastifyReply): Promise<string | null> => {
    const type = preferredType(request.headers.accept, offered)
    const external = base.of(request.raw)
    const { text, digest } = kept.get(type) ?? keep(kept, type, offer[type])
    // The address a client uses stands in the text: another address, another representation.
    const etag = `"${digestOf(digest + external)}"`
    reply.header('ETag', etag).header('Cache-Control', 'no-cache').header('Vary', 'Accept')
    if (isNoneMatch(request.headers['if-none-match'], etag)) {
      reply.code(304)
      return null
    }
    reply.headers(type === 'text/html' ? htmlHeaders : { 'Content-Type': jsonType })
    return withExternalBase(text, external, type === 'text/html' ? escapeHtml : inJson)
  }
}

function keep(kept: Map<MediaType, Kept>, type: MediaType, make: (() => string) | undefined): Kept {
  const text = make?.() ?? ''
  const made = { text, digest: digestOf(text) }
  kept.set(type, made)
  return made
}

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16)
