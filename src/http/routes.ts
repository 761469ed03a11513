/**
 * The routes of the server, found by the steps of a path. The framework has one route, which takes every path and asks
 * here: to take in the thousands that the pages make would be most of what a start costs it.
 */
import type { FastifyReply, FastifyRequest, RouteGenericInterface } from 'fastify'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** Gives the body of the answer, or the reply when it has sent one itself. */
export type RouteHandler<Generic extends RouteGenericInterface = RouteGenericInterface> = (
  request: FastifyRequest<Generic>,
  reply: FastifyReply,
) => Promise<unknown>

/** A path that is served, such as `/tmf-api/serviceOrdering/v4/serviceOrder/:id`, and by which methods. */
export interface Route {
  readonly pattern: string
  readonly handlers: ReadonlyMap<string, RouteHandler>
}

export interface FoundRoute {
  readonly route: Route
  /** The parameters of the path, decoded. */
  readonly params: Readonly<Record<string, string>>
}

declare module 'fastify' {
  interface FastifyRequest {
    /** The route whose path was asked for; it may not offer the method. */
    route: Route | undefined
  }
}

interface OwnRoute extends Route {
  readonly handlers: Map<string, RouteHandler>
  /** The names of the parameters, in the order of the path. */
  readonly names: readonly string[]
}

/** Where a step of a path leads. */
interface Junction {
  readonly steps: Map<string, Junction>
  /** Any one step, which is then a parameter. */
  any?: Junction
  route?: OwnRoute
}

export class Routes {
  readonly #root: Junction = { steps: new Map() }

  get<Generic extends RouteGenericInterface>(pattern: string, handler: RouteHandler<Generic>): void {
    this.#add('GET', pattern, handler as RouteHandler)
  }

  post<Generic extends RouteGenericInterface>(pattern: string, handler: RouteHandler<Generic>): void {
    this.#add('POST', pattern, handler as RouteHandler)
  }

  put<Generic extends RouteGenericInterface>(pattern: string, handler: RouteHandler<Generic>): void {
    this.#add('PUT', pattern, handler as RouteHandler)
  }

  patch<Generic extends RouteGenericInterface>(pattern: string, handler: RouteHandler<Generic>): void {
    this.#add('PATCH', pattern, handler as RouteHandler)
  }

  delete<Generic extends RouteGenericInterface>(pattern: string, handler: RouteHandler<Generic>): void {
    this.#add('DELETE', pattern, handler as RouteHandler)
  }

  /**
   * The route of a request target, one that offers the method where there is one: a step that is named goes before a
   * parameter. The target must be percent-encoded UTF-8, as the framework has seen to.
   */
  find(method: string, target: string): FoundRoute | undefined {
    const steps = stepsOf(target)
    const values: string[] = []
    const route =
      seek(this.#root, steps, 0, values, ({ handlers }) => handlers.has(method)) ??
      seek(this.#root, steps, 0, values, () => true)
    if (route === undefined) return undefined
    const params: Record<string, string> = {}
    for (const [index, name] of route.names.entries()) params[name] = values[index] ?? ''
    return { route, params }
  }

  #add(method: Method, pattern: string, handler: RouteHandler): void {
    const names: string[] = []
    let place = this.#root
    for (const step of stepsOf(pattern)) {
      if (step.startsWith(':')) {
        names.push(step.slice(1))
        place.any ??= { steps: new Map() }
        place = place.any
      } else {
        const next = place.steps.get(step) ?? { steps: new Map() }
        place.steps.set(step, next)
        place = next
      }
    }
    place.route ??= { pattern, names, handlers: new Map() }
    const { handlers } = place.route
    if (handlers.has(method)) throw new Error(`${method} ${pattern} has two handlers`)
    handlers.set(method, handler)
    // What can be got can also be asked after: the answer is the same, and node:http leaves the body out.
    if (method === 'GET') handlers.set('HEAD', handler)
  }
}

/** Follows the steps from a place; leaves the values of the parameters on the way in `values`. */
function seek(
  place: Junction,
  steps: readonly string[],
  index: number,
  values: string[],
  isSought: (route: Route) => boolean,
): OwnRoute | undefined {
  const step = steps[index]
  if (step === undefined) return place.route && isSought(place.route) ? place.route : undefined
  const named = place.steps.get(step)
  const found = named && seek(named, steps, index + 1, values, isSought)
  if (found || place.any === undefined || step === '') return found
  const depth = values.length
  values.push(step)
  const route = seek(place.any, steps, index + 1, values, isSought)
  if (route === undefined) values.length = depth
  return route
}

/** The steps of the path of a target, decoded. One slash at its end does not count. */
function stepsOf(target: string): string[] {
  const end = target.search(/[?#]/)
  const path = (end < 0 ? target : target.slice(0, end)).replace(/^https?:\/\/[^/]*/, '')
  const start = path.startsWith('/') ? 1 : 0
  const steps = path.slice(start, path.length > 1 && path.endsWith('/') ? -1 : undefined).split('/')
  return path.includes('%') ? steps.map(decodeURIComponent) : steps
}
