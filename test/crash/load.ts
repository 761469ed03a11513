/** A sales channel that never lets up, and a subscriber that hears of everything. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exampleOrder } from '../support/operator.ts'
import { pause } from './process.ts'

const ordersPath = '/tmf-api/productOrderingManagement/v4/productOrder'

/** Places fibre orders steadily until told to stop; remembers those that were accepted. */
export class Load {
  readonly accepted: string[] = []
  #isOn = true
  #channels: Promise<void>[]

  constructor(url: () => string, channels: number) {
    const body = JSON.stringify(exampleOrder('fibre-product-order'))
    this.#channels = Array.from({ length: channels }, async () => {
      while (this.#isOn) {
        const answer = await fetch(url() + ordersPath, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body,
        }).catch(() => undefined)
        // No answer says nothing: such an order may or may not exist, and nobody counts on it.
        if (answer?.status === 201) {
          const order = (await answer.json().catch(() => undefined)) as { id: string } | undefined
          if (order) this.accepted.push(order.id)
        }
        await pause(60)
      }
    })
  }

  async stop(): Promise<void> {
    this.#isOn = false
    await Promise.all(this.#channels)
  }
}

/** Listens for events and dedupes by eventId, as a subscriber does. */
export class Subscriber {
  readonly eventIds = new Set<string>()
  #server: Server
  #url = ''

  constructor() {
    this.#server = createServer((request, response) => {
      let text = ''
      request.on('data', (chunk) => {
        text += chunk
      })
      request.on('end', () => {
        const { eventId } = JSON.parse(text) as { eventId: string }
        this.eventIds.add(eventId)
        response.writeHead(201).end()
      })
    })
  }

  async open(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
    this.#url = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/events`
  }

  /** Registers with the hubs of some APIs. */
  async subscribe(url: string, bases: readonly string[]): Promise<void> {
    for (const base of bases) {
      const answer = await fetch(`${url}${base}/hub`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ callback: this.#url }),
      })
      if (answer.status !== 201) throw new Error(`no subscription: ${await answer.text()}`)
    }
  }

  close(): void {
    this.#server.closeAllConnections()
    this.#server.close()
  }
}
