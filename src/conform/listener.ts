/** Listens for the events a server sends, on a port of this machine. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { isObject } from './shape.ts'

export type Received = Readonly<Record<string, unknown>>

export class Listener {
  readonly #server: Server
  readonly #received: Received[] = []
  #wake = () => {}

  constructor() {
    this.#server = createServer((request, response) => {
      let text = ''
      request.on('data', (chunk) => {
        text += chunk
      })
      request.on('end', () => {
        const event = readEvent(text)
        if (event) this.#received.push(event)
        response.writeHead(201).end()
        this.#wake()
      })
    })
  }

  /** Begins to listen; gives the callback to register. */
  async open(host: string): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, host, resolve))
    return `http://${host}:${(this.#server.address() as AddressInfo).port}/events`
  }

  close(): void {
    this.#server.closeAllConnections()
    this.#server.close()
  }

  /** Waits for an event that is as asked; undefined when none comes in time. */
  async event(isWanted: (event: Received) => boolean, timeout: number): Promise<Received | undefined> {
    const deadline = Date.now() + timeout
    for (;;) {
      const found = this.#received.find(isWanted)
      const left = deadline - Date.now()
      if (found || left <= 0) return found
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, left)
        this.#wake = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    }
  }
}

function readEvent(text: string): Received | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) ? value : undefined
  } catch {
    return undefined
  }
}
