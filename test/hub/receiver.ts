/** A receiver of events: a real HTTP server that notes what it gets and answers as it is told. */
import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Received {
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly text: string
  // The tests look into events of every shape.
  readonly body: ReturnType<typeof JSON.parse>
}

export type Answering = (received: Received, response: ServerResponse) => void

const ok: Answering = (_received, response) => response.writeHead(204).end()

export function status(code: number, headers: Record<string, string> = {}): Answering {
  return (_received, response) => response.writeHead(code, headers).end()
}

export class Receiver {
  readonly received: Received[] = []
  readonly url: string
  answer: Answering = ok
  readonly #server: Server
  #waiting: (() => void)[] = []

  private constructor(server: Server) {
    this.#server = server
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    server.on('request', (request, response) => {
      const chunks: Buffer[] = []
      request.on('data', (chunk: Buffer) => chunks.push(chunk))
      request.on('end', () => {
        const text = Buffer.concat(chunks).toString()
        const { url: path = '', headers } = request
        const received = { path, headers, text, body: JSON.parse(text) }
        this.received.push(received)
        this.answer(received, response)
        for (const wake of this.#waiting.splice(0)) wake()
      })
    })
  }

  static async open(): Promise<Receiver> {
    const server = createServer()
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    return new Receiver(server)
  }

  /** Waits until so many events have come. */
  async has(count: number): Promise<readonly Received[]> {
    while (this.received.length < count) await new Promise<void>((resolve) => this.#waiting.push(resolve))
    return this.received
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections()
    this.#server.close()
    await once(this.#server, 'close')
  }
}
