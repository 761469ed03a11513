/** How requests go out: where the server is, who asks, and which golden thread a request belongs to. */
import { NotYetDone } from './not-yet-done.ts'
import { type ErrorBody, RequestRefused } from './request-refused.ts'

export interface ClientOptions {
  /** An access token, or what gives one: it is asked before each request. */
  readonly token?: string | (() => string | Promise<string>)
  /** The golden thread of every request that names no other. */
  readonly correlationId?: string
  /** Takes the place of the platform's own, to go through a proxy or to be tested. */
  readonly fetch?: typeof fetch
}

/** A request below the server's URL. */
export interface Request {
  readonly method: string
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: unknown
}

export class Connection {
  /** The server's URL, without a slash at the end. */
  readonly url: string
  readonly #options: ClientOptions

  constructor(url: string, options: ClientOptions) {
    this.url = url.replace(/\/+$/, '')
    this.#options = options
  }

  /** Sends a request. Throws a RequestRefused unless it succeeds, and NotYetDone when that is not known yet. */
  async send({ method, path, headers, body }: Request): Promise<Response> {
    const { token, correlationId, fetch: send = fetch } = this.#options
    const bearer = typeof token === 'function' ? await token() : token
    const response = await send(this.url + path, {
      method,
      headers: {
        Accept: 'application/json',
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(bearer === undefined ? {} : { Authorization: `Bearer ${bearer}` }),
        ...(correlationId === undefined ? {} : { 'X-Correlation-ID': correlationId }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    if (response.status === 202) {
      throw new NotYetDone(`${method} ${path}`, response.headers.get('location') ?? '')
    }
    if (response.ok) return response
    throw new RequestRefused(`${method} ${path}`, response.status, await errorOf(response))
  }
}

async function errorOf(response: Response): Promise<ErrorBody> {
  const body: unknown = await response.json().catch(() => undefined)
  const isError = typeof body === 'object' && body !== null && 'code' in body
  return isError ? (body as ErrorBody) : { code: String(response.status), reason: response.statusText }
}
