/** Listens for the events a server sends, on a port of this machine. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { JsonObject } from '../derive/json.ts'
import { isObject } from './shape.ts'

/** An event, and the path of the callback it was sent to. */
export interface Received {
  readonly path: string
  readonly event: JsonObject
}

/** After so many events in a row that did not come nobody waits for the next. */
const mostMisses = 3

export class Listener {
  readonly #server: Server
  readonly #received: Received[] = []
  #misses = 0
  #wake = () => {}

  constructor() {
    this.#server = createServer((request, response) => {
      let text = ''
      request.on('data', (chunk) => {
        text += chunk
      })
      request.on('end', () => {
        const event = readEvent(text)
        if (event) this.#received.push({ path: request.url ?? '', event })
        response.writeHead(201).end()
        this.#wake()
      })
    })
  }

  /** Begins to listen; gives the URL that callbacks begin with. */
  async open(host: string): Promise<string> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject).listen(0, host, resolve)
    })
    const name = host.includes(':') ? `[${host}]` : host
    return `http://${name}:${(this.#server.address() as AddressInfo).port}`
  }

  close(): void {
    this.#server.closeAllConnections()
    this.#server.close()
  }

  /** The events that were sent to a callback so far. */
  sentTo(path: string): JsonObject[] {
    return this.#received.filter((each) => each.path.startsWith(path)).map(({ event }) => event)
  }

  /** Waits for an event that is as asked; undefined when none comes in time. */
  async event(
    path: string,
    isWanted: (event: JsonObject) => boolean,
    timeout: number,
  ): Promise<JsonObject | undefined> {
    const deadline = Date.now() + (this.#misses < mostMisses ? timeout : 0)
    for (;;) {
      const found = this.sentTo(path).find(isWanted)
      const left = deadline - Date.now()
      if (found) this.#misses = 0
      else if (left <= 0) this.#misses += 1
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

function readEvent(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) ? value : undefined
  } catch {
    return undefined
  }
}
