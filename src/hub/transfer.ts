/**
 * Fetches files from elsewhere and sends files there, under the same guard as callbacks: no redirects, no address
 * that only we can reach, no more bytes and no more time than allowed.
 */
import { type ClientRequest, type IncomingMessage, request as plain } from 'node:http'
import { request as encrypted } from 'node:https'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Egress } from './egress.ts'
import { unpacked } from './unpacked.ts'

export interface TransferLimits {
  /** Bytes, unpacked. */
  readonly size: number
  /** Milliseconds without a byte. */
  readonly idle: number
  /** Milliseconds for all of it; as long as it takes when absent. */
  readonly total?: number
}

export class Transfer {
  readonly #egress: Egress
  readonly #limits: TransferLimits

  constructor(egress: Egress, limits: TransferLimits = { size: 200 * 2 ** 20, idle: 30_000 }) {
    this.#egress = egress
    this.#limits = limits
  }

  /** The bytes of a file, unpacked, while they come. Throws what to tell the owner of the URL. */
  async *get(url: string): AsyncGenerator<Uint8Array> {
    const request = this.#open(url, 'GET', { Accept: '*/*', 'Accept-Encoding': 'gzip, deflate, br' })
    const { size, total } = this.#limits
    const late = new Error('no answer in time')
    const timer = total === undefined ? undefined : setTimeout(() => request.destroy(late), total)
    try {
      request.end()
      const response = await answerOf(request)
      yield* unpacked(response, response.headers['content-encoding'], size)
    } finally {
      clearTimeout(timer)
      request.destroy()
    }
  }

  /** Sends a file. Throws what to tell the owner of the URL. */
  async put(
    url: string,
    file: { readonly mediaType: string; readonly size: number },
    bytes: AsyncIterable<Uint8Array>,
  ): Promise<void> {
    const headers = { 'Content-Type': file.mediaType, 'Content-Length': String(file.size) }
    const request = this.#open(url, 'PUT', headers)
    const answered = answerOf(request)
    // Whichever fails first tells why; the other must not go unheard.
    answered.catch(() => {})
    await Promise.race([pipeline(Readable.from(bytes), request), answered])
    const response = await answered
    response.resume()
    request.destroy()
  }

  #open(url: string, method: string, headers: Record<string, string>): ClientRequest {
    const lookup = this.#egress.lookup(url)
    const open = url.toLowerCase().startsWith('https:') ? encrypted : plain
    const request = open(url, { method, headers, lookup, agent: false })
    request.setTimeout(this.#limits.idle, () => request.destroy(new Error('no answer in time')))
    return request
  }
}

function answerOf(request: ClientRequest): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request.on('error', reject)
    request.on('close', () => reject(new Error('the connection was closed')))
    request.on('response', (response) => {
      const status = response.statusCode ?? 0
      if (status >= 200 && status < 300) resolve(response)
      else {
        response.resume()
        reject(new Error(`the answer was ${status}`))
        request.destroy()
      }
    })
  })
}
