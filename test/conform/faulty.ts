/** A server that does one thing wrong: it passes requests on to a right one, and spoils what comes back. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Request {
  readonly method: string
  /** The path without the query. */
  readonly path: string
  readonly query: URLSearchParams
  readonly body: string
}

export interface Answer {
  readonly status: number
  readonly body: string
  readonly headers?: Readonly<Record<string, string>>
}

type PassOn = (request: Request) => Promise<Answer>

/** What becomes of a request; never answers when it never settles. */
export type Fault = (request: Request, passOn: PassOn) => Promise<Answer>

export interface FaultyServer {
  readonly url: string
  close(): void
}

/** Starts a server with a fault before another. */
export async function startFaulty(behind: string, fault: Fault): Promise<FaultyServer> {
  const server = createServer((incoming, outgoing) => {
    answer(behind, fault, incoming, outgoing).catch(() => outgoing.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

async function answer(
  behind: string,
  fault: Fault,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk as Buffer)
  const { pathname, searchParams } = new URL(incoming.url ?? '', behind)
  const passOn: PassOn = async ({ method, path, query, body }) => {
    const target = `${behind}${path}${query.size > 0 ? `?${query}` : ''}`
    const headers = { 'Content-Type': incoming.headers['content-type'] ?? 'application/json' }
    const response = await fetch(target, { method, headers, ...(body === '' ? {} : { body }) })
    return {
      status: response.status,
      body: await response.text(),
      headers: Object.fromEntries(response.headers),
    }
  }
  const request = {
    method: incoming.method ?? 'GET',
    path: pathname,
    query: searchParams,
    body: Buffer.concat(chunks).toString(),
  }
  const { status, body, headers = {} } = await fault(request, passOn)
  const kept = Object.entries(headers).filter(([name]) => /^(x-|location|allow)/.test(name))
  outgoing.writeHead(status, { 'Content-Type': 'application/json', ...Object.fromEntries(kept) }).end(body)
}
