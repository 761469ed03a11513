/** Requests no route takes: an unknown path is 404; of a known one, OPTIONS tells the methods and any other is 405. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { refuse } from '../declare/index.ts'
import { sendRefusal } from './errors.ts'
import { patchTypes } from './negotiation.ts'

const order = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']

/** Answers a request for a path that has no route, or whose route does not offer the method. */
export function answerUnrouted(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { route } = request
  if (route === undefined) {
    const [path = ''] = request.url.split('?')
    const message = `${request.method} ${path.slice(0, 200)} leads nowhere; GET the base path of an API to see its resources`
    return sendRefusal(reply, refuse('noSuchPath', message))
  }
  const { pattern, handlers } = route
  const offered = order.filter((method) => handlers.has(method))
  reply.header('Allow', [...offered, 'OPTIONS'].join(', '))
  if (handlers.has('PATCH')) reply.header('Accept-Patch', patchTypes.join(', '))
  if (request.method === 'OPTIONS') return reply.code(204).send()
  const name = pattern.split('/').findLast((segment) => segment !== '' && !segment.startsWith(':'))
  const said = offered.filter((method) => method !== 'HEAD').join(', ')
  return sendRefusal(
    reply,
    refuse('methodNotAllowed', `${request.method} is not offered on ${name}; offered: ${said}`),
  )
}
