/** Small words for talking to a server in tests. */

import { once } from 'node:events'
import { request as httpRequest, type IncomingMessage } from 'node:http'
import { connect } from 'node:net'

export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  // The tests look into answers of every shape.
  readonly body: ReturnType<typeof JSON.parse>
}

/** Sends a request. A `json` body is sent as application/json unless the headers say otherwise. */
export async function send(
  url: string,
  { method = 'GET', json, headers = {}, body }: Sent = {},
): Promise<Answer> {
  const sent = json === undefined ? body : JSON.stringify(json)
  const answer = await fetch(url, {
    method,
    headers: json === undefined ? headers : { 'Content-Type': 'application/json', ...headers },
    // As bytes, to which fetch adds no type of its own.
    ...(sent === undefined ? {} : { body: Buffer.from(sent) }),
  })
  const text = await answer.text()
  return { status: answer.status, headers: answer.headers, text, body: parsed(text) }
}

interface Sent {
  readonly method?: string
  readonly json?: unknown
  readonly headers?: Record<string, string>
  readonly body?: string | Uint8Array
}

function parsed(text: string) {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Sends a request whose target and headers go out exactly as written here: `fetch` would mend them. */
export async function sendPlain(
  url: string,
  target: string,
  { method = 'GET', headers = {} }: Pick<Sent, 'method' | 'headers'> = {},
): Promise<Answer> {
  const { hostname, port } = new URL(url)
  const request = httpRequest({ hostname, port, path: target, method, headers, agent: false }).end()
  const [response] = (await once(request, 'response')) as [IncomingMessage]
  const chunks: Buffer[] = []
  for await (const chunk of response) chunks.push(chunk as Buffer)
  const text = Buffer.concat(chunks).toString()
  const got = new Headers(Object.entries(response.headers).map(([name, value]) => [name, String(value)]))
  return { status: response.statusCode ?? 0, headers: got, text, body: parsed(text) }
}

/** Sends lines no HTTP client would send; gives all that comes back until the connection is closed. */
export async function sendLines(url: string, lines: readonly string[]): Promise<string> {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  const chunks: Buffer[] = []
  socket.on('data', (chunk: Buffer) => chunks.push(chunk))
  socket.on('error', () => {})
  socket.write(`${lines.join('\r\n')}\r\n\r\n`)
  await once(socket, 'close')
  return Buffer.concat(chunks).toString()
}
