/** A sales channel: it speaks the public API over HTTP and nothing else. */

export type Json = { [name: string]: unknown }

/** A request that was answered with an error; the message is the TMF error's. */
class ChannelError extends Error {}

export class Channel {
  readonly #url: string
  /** The golden thread of everything this channel does. */
  readonly correlationId: string

  constructor(url: string, correlationId: string) {
    this.#url = url
    this.correlationId = correlationId
  }

  post(path: string, body: Json): Promise<Json> {
    return this.#send('POST', path, body) as Promise<Json>
  }

  get(path: string): Promise<unknown> {
    return this.#send('GET', path)
  }

  async #send(method: string, path: string, body?: Json): Promise<unknown> {
    const response = await fetch(this.#url + path, {
      method,
      headers: {
        'X-Correlation-ID': this.correlationId,
        ...(body ? { 'Content-Type': 'application/json' } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    const answer: unknown = response.status === 204 ? {} : await response.json()
    if (response.ok) return answer
    const { code, message } = answer as { code?: string; message?: string }
    throw new ChannelError(`${method} ${path}: ${code} ${message}`)
  }
}
