/**
 * How many requests each client may make (wire contract, section 4). The whole allowance may be used at once; it comes
 * back evenly. Every node counts for itself.
 */
import type { FastifyInstance } from 'fastify'
import { refuse } from '../declare/index.ts'
import type { Rate } from '../settings.ts'
import type { ClientReader } from './client-address.ts'
import { isObserved } from './health.ts'

/** What a client is told of its allowance. */
export interface Allowance {
  readonly isAllowed: boolean
  /** How many requests it may make at once from here on. */
  readonly remaining: number
  /** Milliseconds until a request is allowed again; 0 when one is. */
  readonly wait: number
  /** Milliseconds until all of the allowance is there again. */
  readonly reset: number
}

/** More clients than are told apart: those not seen for longest are forgotten early. */
const mostClients = 100_000

/**
 * Counts by the generic cell rate algorithm: of each client only the moment is kept at which its allowance is whole
 * again. Nothing of it matters two periods later, so that two generations of clients are all that is kept.
 */
export class RateLimiter {
  readonly #rate: Rate
  readonly #interval: number
  #seen = new Map<string, number>()
  #seenBefore = new Map<string, number>()
  #turn = Number.NEGATIVE_INFINITY

  constructor(rate: Rate) {
    this.#rate = rate
    this.#interval = rate.per / rate.count
  }

  /** Counts a request; `now` is in milliseconds, by a clock that is never set back. */
  take(client: string, now: number): Allowance {
    if (now >= this.#turn || this.#seen.size >= mostClients) {
      this.#seenBefore = this.#seen
      this.#seen = new Map()
      this.#turn = now + this.#rate.per
    }
    const whole = Math.max(now, this.#seen.get(client) ?? this.#seenBefore.get(client) ?? now)
    const after = whole + this.#interval
    // A hair's breadth, since the intervals do not add up to exactly the period.
    const wait = after - now - this.#rate.per
    if (wait > 1e-6 * this.#rate.per) return { isAllowed: false, remaining: 0, wait, reset: whole - now }
    this.#seen.set(client, after)
    const remaining = Math.floor((this.#rate.per - (after - now)) / this.#interval + 1e-6)
    return { isAllowed: true, remaining: Math.max(0, remaining), wait: 0, reset: after - now }
  }
}

/** Has the server refuse what is too much, and tell every client how far it is from that. */
export function rateLimit(app: FastifyInstance, rate: Rate, clientOf: ClientReader): void {
  const limiter = new RateLimiter(rate)
  app.addHook('onRequest', (request, reply, done) => {
    if (isObserved(request.url)) return done()
    const { isAllowed, remaining, wait, reset } = limiter.take(clientOf(request.raw), performance.now())
    reply.header('X-Rate-Limit-Limit', rate.count).header('X-Rate-Limit-Remaining', remaining)
    reply.header('X-Rate-Limit-Reset', seconds(reset))
    if (isAllowed) return done()
    const message = `You may make ${rate.count} requests in ${seconds(rate.per)} s; wait ${seconds(wait)} s`
    done(refuse('rateLimited', message, { headers: { 'Retry-After': String(seconds(wait)) } }))
  })
}

const seconds = (milliseconds: number): number => Math.ceil(milliseconds / 1000)
