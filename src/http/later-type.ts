/**
 * The media type of answers by the second generation of the APIs: `application/json` without a charset, refusals
 * included (wire contract, sections 4 and 26).
 */
import type { FastifyInstance } from 'fastify'
import type { ApiPage } from '../declare/index.ts'
import { jsonType } from './negotiation.ts'

/** Has the server answer so below the base paths of these APIs. */
export function laterType(app: FastifyInstance, apis: readonly ApiPage[]): void {
  const bases = apis.filter(({ generation }) => generation === 5).map(({ path }) => path)
  if (bases.length === 0) return
  app.addHook('onSend', (request, reply, _payload, done) => {
    const isLater = bases.some((base) => isBelow(request.url, base))
    if (isLater && reply.getHeader('Content-Type') === jsonType) {
      reply.header('Content-Type', 'application/json')
    }
    done()
  })
}

function isBelow(url: string, base: string): boolean {
  const next = url.charAt(base.length)
  return url.startsWith(base) && (next === '' || next === '/' || next === '?')
}
