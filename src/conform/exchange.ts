/** Requests to the server under test, with what was sent and answered kept for the report. */
import { demand, Shortfall } from './verdict.ts'

export interface ServerOptions {
  /** The server's URL, before `/tmf-api`. */
  readonly url: string
  /** Sent with every request, such as the credentials the server asks for. */
  readonly headers?: Readonly<Record<string, string>>
  /** Milliseconds an answer may take. */
  readonly timeout: number
}

export interface Sent {
  readonly method: string
  readonly path: string
  /** Sent as JSON. */
  readonly body?: unknown
  /** Sent as it is. */
  readonly text?: string
  /** How the client would like to be answered (RFC 7240). */
  readonly prefer?: string
}

export interface Answer {
  readonly status: number
  readonly headers: Headers
  /** The body, read as JSON; undefined when it is none. */
  readonly json: unknown
}

/** After so many requests in a row without an answer nobody waits any longer. */
const mostSilences = 5

export class ServerUnderTest {
  readonly #options: ServerOptions
  #last = ''
  #silences = 0

  constructor(options: ServerOptions) {
    this.#options = { ...options, url: options.url.replace(/\/+$/, '') }
  }

  /** The last request and its answer, in two lines; empty when there was none since `begin`. */
  get last(): string {
    return this.#last
  }

  /** Begins another check. */
  begin(): void {
    this.#last = ''
  }

  /** Sends a request. Throws a Shortfall when no answer comes in time. */
  async send({ method, path, body, text, prefer }: Sent): Promise<Answer> {
    const { url, headers } = this.#options
    const content = text ?? (body === undefined ? undefined : JSON.stringify(body))
    this.#last = `${method} ${path}${content === undefined ? '' : ` ${shortened(content)}`}`
    const { response, answered } = await this.#exchange(url + path, {
      method,
      headers: {
        Accept: 'application/json',
        ...(content === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(prefer === undefined ? {} : { Prefer: prefer }),
        ...headers,
      },
      ...(content === undefined ? {} : { body: content }),
    })
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

  /** The whole answer: a server may also fall silent in the middle of one. */
  async #exchange(url: string, request: RequestInit): Promise<{ response: Response; answered: string }> {
    if (this.#silences >= mostSilences) throw new Shortfall('The server does not answer any more')
    try {
      const response = await fetch(url, { ...request, signal: AbortSignal.timeout(this.#options.timeout) })
      const answered = await response.text()
      this.#silences = 0
      return { response, answered }
    } catch (error) {
      this.#silences += 1
      throw new Shortfall(`${this.#last} is not answered: ${reasonOf(error as Error)}`)
    }
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
