/** A client of one server. */
import type { ApiPage, ResourcePage } from '../declare/index.ts'
import { Collection } from './collection.ts'
import { type ClientOptions, Connection } from './connection.ts'
import { type EventsQuery, eventsOf, type TmfEvent } from './events.ts'

export class Client {
  readonly #connection: Connection

  constructor(url: string, options: ClientOptions = {}) {
    this.#connection = new Connection(url, options)
  }

  /** The documents of a resource; `parent` is the id of what they are nested under. */
  at<Page extends ResourcePage>(api: Pick<ApiPage, 'path'>, page: Page, parent?: string): Collection<Page> {
    return new Collection(this.#connection, api, page, parent)
  }

  /** Every event that matches, oldest first, and then those that come; ends when the signal aborts (TMF688). */
  events(query: EventsQuery = {}): AsyncIterable<TmfEvent> {
    return eventsOf(this.#connection, query)
  }

  /** Anything else the server answers, as JSON. Throws a RequestRefused unless it succeeds. */
  async get(path: string): Promise<unknown> {
    return (await this.#connection.send({ method: 'GET', path })).json()
  }
}
