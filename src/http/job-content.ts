/**
 * The files of import and export jobs (wire contract, section 19): one is put up before an import job names it, and
 * the result of an export job is taken down.
 */
import { Readable } from 'node:stream'
import { createGzip } from 'node:zlib'
import { refuse } from '../declare/index.ts'
import { unpacked } from '../hub/unpacked.ts'
import { isUsableId, usableIds } from '../resources/identifier.ts'
import { findContent, readContent, writeContent } from '../store/contents.ts'
import { clientOf } from './caller.ts'
import type { Edge } from './edge.ts'
import { checkContentType, jsonType } from './negotiation.ts'
import type { Routes } from './routes.ts'

const maxUpload = 200 * 2 ** 20
const uploadTypes = ['application/json', 'application/x-ndjson', 'application/octet-stream']
/** How long what was put up waits for its job: seven days, in milliseconds. */
const keptFor = 7 * 24 * 3_600_000

interface Params {
  readonly name: string
}

/** Adds the routes of every API that has jobs. */
export function jobContentRoutes(routes: Routes, edge: Edge): void {
  for (const api of edge.context.model.apis) {
    for (const page of api.resources) {
      const path = `${api.path}/${page.path}/content`
      if (page.facts.files === 'uploaded') addUpload(routes, edge, path)
      if (page.facts.files === 'downloaded') addDownload(routes, edge, path)
    }
  }
}

function addUpload(routes: Routes, { context, base }: Edge, path: string): void {
  routes.put<{ Params: Params }>(`${path}/:name`, async (request, reply) => {
    const mediaType = checkContentType(request.headers['content-type'], uploadTypes)
    const { name } = request.params
    if (!isUsableId(name)) throw refuse('invalidFormat', `the name of a file ${usableIds}`)
    if (Number(request.headers['content-length']) > maxUpload) {
      throw refuse('bodyTooLarge', `The file may have at most ${maxUpload} bytes`)
    }
    const address = `${path}/${encodeURIComponent(name)}`
    const url = base.of(request.raw) + address
    const expires = new Date(Date.now() + keptFor).toISOString()
    const file = { tenant: clientOf(request.id).tenant, address, url, mediaType, expires }
    const bytes = unpacked(request.raw, request.headers['content-encoding'], maxUpload)
    const { size } = await writeContent(context.database, file, bytes)
    reply.code(201).header('Location', url).header('Content-Type', jsonType)
    return JSON.stringify({ name, url, mimeType: mediaType, size, validFor: { endDateTime: expires } })
  })
}

function addDownload(routes: Routes, { context }: Edge, path: string): void {
  routes.get<{ Params: Params }>(`${path}/:name`, async (request, reply) => {
    const { tenant } = clientOf(request.id)
    const address = `${path}/${encodeURIComponent(request.params.name)}`
    const content = await findContent(context.database, tenant, { address })
    if (content === undefined) throw refuse('resourceNotFound', 'There is no such file, or no longer')
    reply.header('Content-Type', content.mediaType).header('X-Content-Type-Options', 'nosniff')
    reply.header('Content-Disposition', 'attachment; filename="export"').header('Cache-Control', 'no-store')
    const bytes = Readable.from(readContent(context.database, tenant, content))
    if (!/\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) {
      reply.header('Content-Length', content.size)
      return reply.send(bytes)
    }
    reply.header('Content-Encoding', 'gzip').header('Vary', 'Accept-Encoding')
    return reply.send(bytes.compose(createGzip()))
  })
}
