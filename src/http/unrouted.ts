/** Requests no route takes: an unknown path is 404; of a known one, OPTIONS tells the methods and any other is 405. */
import type { FastifyReply, FastifyRequest, RouteOptions } from 'fastify'
import { refuse } from '../declare/index.ts'
import { sendRefusal } from './errors.ts'
import { patchTypes } from './negotiation.ts'

const order = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']

/** The paths that have routes, gathered while routes are added. */
export class KnownPaths {
  readonly #methods = new Map<string, Set<string>>()

  /** To be called for every route. */
  add({ url, method }: Pick<RouteOptions, 'url' | 'method'>): void {
    const known = this.#methods.get(url) ?? new Set()
    this.#methods.set(url, known)
    for (const each of [method].flat()) known.add(each)
  }

  /** Answers a request that no route takes. */
  answer(request: FastifyRequest, reply: FastifyReply): FastifyReply {
    const [path = ''] = request.url.split('?')
    const pattern = this.#patternOf(path)
    if (pattern === undefined) {
      const message = `${request.method} ${path.slice(0, 200)} leads nowhere; GET the base path of an API to see its resources`
      return sendRefusal(reply, refuse('noSuchPath', message))
    }
    const methods = this.#methods.get(pattern) ?? new Set()
    const offered = order.filter((method) => methods.has(method))
    reply.header('Allow', [...offered, 'OPTIONS'].join(', '))
    if (methods.has('PATCH')) reply.header('Accept-Patch', patchTypes.join(', '))
    if (request.method === 'OPTIONS') return reply.code(204).send()
    const name = pattern.split('/').findLast((segment) => segment !== '' && !segment.startsWith(':'))
    const said = offered.filter((method) => method !== 'HEAD').join(', ')
    return sendRefusal(
      reply,
      refuse('methodNotAllowed', `${request.method} is not offered on ${name}; offered: ${said}`),
    )
  }

  #patternOf(path: string): string | undefined {
    const segments = (path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path).split('/')
    return [...this.#methods.keys()].find((pattern) => isMatch(pattern.split('/'), segments))
  }
}

function isMatch(pattern: readonly string[], segments: readonly string[]): boolean {
  const isOpen = pattern.at(-1) === '*'
  if (isOpen ? segments.length < pattern.length : segments.length !== pattern.length) return false
  return pattern.every((step, index) =>
    step.startsWith(':') ? segments[index] !== '' : step === '*' || step === segments[index],
  )
}
