/** Requests to the server under test, with what was sent and answered kept for the report. */
import { demand, Shortfall } from './verdict.ts'

export interface ServerOptions {
  /** The server's URL, before `/tmf-api`. */
  readonly url: string
  readonly token?: string | undefined
  /** Milliseconds an answer may take. */
  readonly timeout: number
}

export interface Sent {
  readonly method: string
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  /** Sent as JSON. */
  readonly body?: unknown
  /** Sent as it is. */
  readonly text?: string
}

export interface Answer {
  readonly status: number
  readonly headers: Headers
  /** The body, read as JSON; undefined when it is none. */
  readonly json: unknown
}

export class ServerUnderTest {
  readonly #options: ServerOptions
  #last = ''

  constructor(options: ServerOptions) {
    this.#options = { ...options, url: options.url.replace(/\/+$/, '') }
  }

  /** The last request and its answer, in two lines. */
  get last(): string {
    return this.#last
  }

  /** Sends a request. Throws a Shortfall when no answer comes in time. */
  async send({ method, path, headers, body, text }: Sent): Promise<Answer> {
    const { url, token, timeout } = this.#options
    const content = text ?? (body === undefined ? undefined : JSON.stringify(body))
    this.#last = `${method} ${path}${content === undefined ? '' : ` ${shortened(content)}`}`
    const response = await fetch(url + path, {
      method,
      headers: {
        Accept: 'application/json',
        ...(content === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
        ...headers,
      },
      ...(content === undefined ? {} : { body: content }),
      signal: AbortSignal.timeout(timeout),
    }).catch((error: Error) => {
      throw new Shortfall(`${this.#last} is not answered: ${reasonOf(error)}`)
    })
    const answered = await response.text()
    this.#last += `\n${response.status} ${shortened(answered)}`
    return { status: response.status, headers: response.headers, json: parsed(answered) }
  }

  /** Sends a request that must be answered with one of some statuses. */
  async expect(statuses: readonly number[], sent: Sent): Promise<Answer> {
    const answer = await this.send(sent)
    demand(
      statuses.includes(answer.status),
      `${sent.method} ${sent.path} is answered with ${answer.status} instead of ${statuses.join(' or ')}`,
    )
    return answer
  }
}

const reasonOf = (error: Error): string => {
  const { cause } = error
  return cause instanceof Error ? cause.message : error.message
}

const shortened = (text: string): string => (text.length > 600 ? `${text.slice(0, 600)} …` : text)

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
