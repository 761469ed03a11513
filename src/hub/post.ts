/** Sends one request to a callback: no redirects, one time limit for all of it, the body of the answer passed over. */
import { Agent, type ClientRequest, type IncomingMessage, request as plain } from 'node:http'
import { Agent as EncryptedAgent, request as encrypted } from 'node:https'
import type { Egress } from './egress.ts'

export interface Posting {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** Milliseconds. */
  readonly timeout: number
}

export interface PostAnswer {
  readonly status: number
  readonly retryAfter: string | undefined
}

const maxBody = 4096
/** Connections are kept for a while, since one event is seldom alone. */
const kept = { keepAlive: true, timeout: 30_000 }

export class Poster {
  readonly #egress: Egress
  // A connection that is kept leads to an address that was judged when it was made.
  readonly #agents = { http: new Agent(kept), https: new EncryptedAgent(kept) }

  constructor(egress: Egress) {
    this.#egress = egress
  }

  /** Sends and gives the answer's status; throws when there is no answer in time. */
  async post(posting: Posting): Promise<PostAnswer> {
    const lookup = this.#egress.lookup(posting.url)
    const deadline = performance.now() + posting.timeout
    for (;;) {
      const request = this.#open(posting, lookup)
      try {
        return await answerOf(request, posting, deadline)
      } catch (error) {
        // The other side may close a kept connection just when we use it again: that says nothing about the request.
        const isStale = request.reusedSocket && (error as { code?: string }).code === 'ECONNRESET'
        if (!isStale || performance.now() >= deadline) throw error
      }
    }
  }

  close(): void {
    this.#agents.http.destroy()
    this.#agents.https.destroy()
  }

  #open({ url, headers }: Posting, lookup: ReturnType<Egress['lookup']>): ClientRequest {
    return url.toLowerCase().startsWith('https:')
      ? encrypted(url, { method: 'POST', headers, lookup, agent: this.#agents.https })
      : plain(url, { method: 'POST', headers, lookup, agent: this.#agents.http })
  }
}

function answerOf(request: ClientRequest, { body, timeout }: Posting, deadline: number): Promise<PostAnswer> {
  return new Promise((resolve, reject) => {
    const late = new Error(`no answer within ${timeout / 1000} s`)
    const timer = setTimeout(() => request.destroy(late), deadline - performance.now())
    request.on('close', () => {
      clearTimeout(timer)
      reject(late)
    })
    request.on('error', reject)
    request.on('response', (response) => {
      passOver(response)
      resolve({ status: response.statusCode ?? 0, retryAfter: response.headers['retry-after'] })
    })
    request.end(body)
  })
}

function passOver(response: IncomingMessage): void {
  let length = 0
  response.on('error', () => {})
  response.on('data', (chunk: Buffer) => {
    length += chunk.length
    if (length > maxBody) response.destroy()
  })
}

/** Why there was no answer, in words that do not say where the callback leads. */
export function faultOf(error: unknown): string {
  const { code, message } = error as { code?: string; message?: string }
  if (code === undefined || code === 'callbackNotAllowed') return message ?? 'no answer'
  return `no connection (${code})`
}
