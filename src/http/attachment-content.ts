/** The content of an attachment that a document brought along: for download, never to be shown by a browser. */
import { refuse } from '../declare/index.ts'
import { read } from '../resources/read.ts'
import { callerOf } from './caller.ts'
import type { Edge } from './edge.ts'
import { placeOf } from './reading.ts'
import type { Routes } from './routes.ts'

interface Params {
  readonly id: string
  readonly attachment: string
}

interface Attachment {
  readonly id?: string
  readonly name?: string
  readonly mimeType?: string
  readonly content?: string
}

/** Adds the routes of every page whose attachments can be read on their own. */
export function attachmentRoutes(routes: Routes, { context }: Edge): void {
  for (const { page, path } of context.model.collections) {
    if (page.facts.files !== 'attached') continue
    routes.get<{ Params: Params }>(`${path}/:id/attachment/:attachment/content`, async (request, reply) => {
      const place = placeOf(page, { id: request.params.id })
      const row = await read(context, page, place, callerOf(page, request.id))
      const attachments: Attachment[] = JSON.parse(row.text).attachment ?? []
      const found = attachments.find(({ id }) => id === request.params.attachment)
      if (found?.content === undefined) {
        throw refuse('resourceNotFound', `${page.member} '${place.id}' has no such attachment with content`)
      }
      reply.header('Content-Type', mediaTypeOf(found)).header('Content-Disposition', dispositionOf(found))
      reply.header('X-Content-Type-Options', 'nosniff').header('Content-Security-Policy', 'sandbox')
      reply.header('Cache-Control', 'no-cache').header('ETag', `"${row.revision}"`)
      return reply.send(Buffer.from(found.content, 'base64'))
    })
  }
}

/** What the attachment says it is, where that is a media type at all. */
function mediaTypeOf({ mimeType = '' }: Attachment): string {
  return /^[\w.+-]{1,100}\/[\w.+-]{1,100}$/.test(mimeType) ? mimeType : 'application/octet-stream'
}

function dispositionOf({ name }: Attachment): string {
  if (name === undefined) return 'attachment'
  // RFC 8187: what is no plain letter is percent-encoded, so that no name can end the header.
  const shown = [...name].slice(0, 100).join('')
  const encoded = encodeURIComponent(shown).replace(
    /['()*!]/g,
    (each) => `%${each.charCodeAt(0).toString(16)}`,
  )
  return `attachment; filename*=UTF-8''${encoded}`
}
