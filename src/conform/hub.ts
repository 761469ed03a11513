/** The hub of an API under test: one subscription to all its events, and one that asks for a single type of them. */
import type { ApiPage } from '../declare/index.ts'
import type { JsonObject } from '../derive/json.ts'
import type { ServerUnderTest } from './exchange.ts'
import type { Listener } from './listener.ts'
import { demandError, isObject } from './shape.ts'
import { demand, Skipped } from './verdict.ts'

export interface Ear {
  readonly listener: Listener
  /** What callbacks begin with. */
  readonly url: string
  /** Milliseconds an event may take. */
  readonly timeout: number
}

export class HubUnderTest {
  readonly #server: ServerUnderTest
  readonly #api: ApiPage
  readonly #path: string
  readonly #ear: Ear
  readonly #ids: string[] = []
  /** Why nothing can be heard, through no fault of the server. */
  #unheard: string | undefined
  /** The type of event that the second subscription asks for. */
  readonly #onlyType: string

  constructor(server: ServerUnderTest, api: ApiPage, path: string, onlyType: string, ear: Ear) {
    this.#server = server
    this.#api = api
    this.#path = `${path}/hub`
    this.#onlyType = onlyType
    this.#ear = ear
  }

  /** Registers both subscriptions. */
  async subscribe(): Promise<void> {
    await this.#register(`/${this.#api.number}/all`)
    await this.#register(`/${this.#api.number}/one`, `eventType=${this.#onlyType}`)
  }

  /** Waits for an event of all there are. */
  async heard(isWanted: (event: JsonObject) => boolean): Promise<JsonObject | undefined> {
    if (this.#unheard !== undefined) throw new Skipped(this.#unheard)
    demand(this.#ids.length > 0, 'nothing is subscribed to: the registration failed')
    const { listener, timeout } = this.#ear
    return listener.event(`/${this.#api.number}/all`, isWanted, timeout)
  }

  /** What the subscription to one type has heard must be of that type, and be there if the other has heard it. */
  async checkQuery(): Promise<void> {
    const heard = await this.heard(({ eventType }) => eventType === this.#onlyType)
    if (heard === undefined) throw new Skipped(`there was no ${this.#onlyType}`)
    const path = `/${this.#api.number}/one`
    const { listener, timeout } = this.#ear
    const same = await listener.event(path, ({ eventId }) => eventId === heard.eventId, timeout)
    demand(same !== undefined, `the subscription to ${this.#onlyType} has not heard of it`)
    const other = listener.sentTo(path).find(({ eventType }) => eventType !== this.#onlyType)
    demand(other === undefined, `it hears of ${other?.eventType}, too`)
  }

  /** Ends both subscriptions. */
  async unsubscribe(): Promise<void> {
    if (this.#unheard !== undefined) throw new Skipped(this.#unheard)
    demand(this.#ids.length > 0, 'nothing is subscribed to: the registration failed')
    for (const id of this.#ids) {
      const path = `${this.#path}/${encodeURIComponent(id)}`
      await this.#server.expect([204], { method: 'DELETE', path })
      demandError((await this.#server.expect([404], { method: 'DELETE', path })).json, 404)
    }
  }

  async #register(callback: string, query?: string): Promise<void> {
    const body = {
      callback: this.#ear.url + callback,
      ...(query === undefined ? {} : { query }),
      ...(this.#api.generation === 5 ? { '@type': 'Hub' } : {}),
    }
    const { status, json } = await this.#server.send({ method: 'POST', path: this.#path, body })
    if (isObject(json) && json.code === 'callbackNotAllowed') {
      this.#unheard = 'the server does not send events to this machine: allow it to call the listener'
      throw new Skipped(this.#unheard)
    }
    demand(status === 201, `POST ${this.#path} is answered with ${status} instead of 201`)
    demand(isObject(json) && typeof json.id === 'string' && json.id !== '', 'a subscription must have an id')
    demand(json.callback === body.callback, 'a subscription must name its callback')
    this.#ids.push(json.id)
  }
}
