/** A hub on a database of its own, with words for what the tests do. */
import { apis } from '../../src/apis/index.ts'
import type { ApiPage, Document } from '../../src/declare/index.ts'
import { Egress } from '../../src/hub/egress.ts'
import { Hub, type HubOptions } from '../../src/hub/hub.ts'
import { judge } from '../../src/hub/registration.ts'
import {
  readOwnSecret,
  readSubscription,
  type Subscribed,
  type SubscribeOptions,
  type Subscription,
  subscribe,
} from '../../src/hub/subscriptions.ts'
import type { Behaviours } from '../../src/resources/behaviour.ts'
import type { Caller } from '../../src/resources/caller.ts'
import { create } from '../../src/resources/create.ts'
import { newId } from '../../src/resources/identifier.ts'
import { inWork, type Work } from '../../src/resources/work.ts'
import { type FreshContext, freshContext } from '../support/context.ts'
import { VirtualClock } from './virtual-clock.ts'

export const base = 'https://api.example.com'

export function callerOf(actor = 'crm', tenant = 'default'): Caller {
  return { tenant, actor, correlationId: 'corr-1', rights: new Set(['client', 'engine']) }
}

export function apiOf(number: string): ApiPage {
  const api = apis.find((candidate) => candidate.number === number)
  if (api === undefined) throw new Error(`no ${number}`)
  return api
}

export class Bench {
  readonly context: FreshContext
  readonly clock = new VirtualClock()
  readonly log: string[] = []
  readonly #hubs: Hub[] = []

  private constructor(context: FreshContext) {
    this.context = context
  }

  static async open(behaviours?: Behaviours): Promise<Bench> {
    return new Bench(await freshContext(behaviours))
  }

  async close(): Promise<void> {
    await this.stopHubs()
    await this.context.drop()
  }

  /** Another node's hub. */
  hub(options: Partial<HubOptions> = {}): Hub {
    const log = (message: string) => this.log.push(message)
    const hub = new Hub(this.context, {
      allow: ['127.0.0.1'],
      log,
      clock: this.clock,
      chance: () => 0.5,
      ...options,
    })
    this.#hubs.push(hub)
    return hub
  }

  start(options: Partial<HubOptions> = {}): Hub {
    const hub = this.hub(options)
    hub.start()
    return hub
  }

  async stopHubs(): Promise<void> {
    for (const hub of this.#hubs.splice(0)) await hub.stop()
  }

  /** Ends what an earlier test has left. */
  async clean(): Promise<void> {
    await this.stopHubs()
    await this.sql('delete from subscription')
    this.log.length = 0
  }

  async subscribe(
    callback: string,
    query?: string,
    { api = 'TMF641', caller = callerOf(), ...options }: SubscribeWith = {},
  ): Promise<Subscribed> {
    const body = { callback, ...(query === undefined ? {} : { query }) }
    const verdict = await judge(new Egress(['127.0.0.1']), body)
    return subscribe(this.context, apiOf(api), body, { base, verdict, ...options }, caller)
  }

  /** The secret by which the deliveries of a subscription are signed. */
  async secretOf({ id }: { id: string }): Promise<string> {
    return (await readOwnSecret(this.context, apiOf('TMF641'), id, callerOf())) ?? ''
  }

  status({ id }: { id: string }, api = 'TMF641', caller = callerOf()): Promise<Subscription> {
    return readSubscription(this.context, apiOf(api), id, caller)
  }

  /** A new service order without a plan; its events are all a test makes of it. */
  async order(attributes: Record<string, unknown> = {}, caller = callerOf()): Promise<Document> {
    const page = this.page('ServiceOrder')
    return this.work(caller, async (work) =>
      work.create(page, { category: 'broadband', serviceOrderItem: [], ...attributes }, caller, {
        id: newId(page.path),
      }),
    )
  }

  /** Changes an order so that it announces one event for each value. */
  async describe(id: string, ...texts: string[]): Promise<void> {
    for (const description of texts) await this.change(id, { description })
  }

  change(id: string, attributes: Record<string, unknown>, caller = callerOf()): Promise<Document> {
    const page = this.page('ServiceOrder')
    return this.work(caller, async (work) => {
      await work.lock([{ kind: page.kind, id }])
      return work.change(page, id, attributes, caller)
    })
  }

  work<T>(caller: Caller, use: (work: Work) => Promise<T>): Promise<T> {
    return inWork(this.context, caller.tenant, use)
  }

  create(kind: string, body: Record<string, unknown>, parent?: string): Promise<Document> {
    return create(this.context, this.page(kind), body, callerOf(), parent).then(({ document }) => document)
  }

  page(name: string) {
    return this.context.model.homeOf(name).page
  }

  async sql<Row>(text: string, values: unknown[] = []): Promise<Row[]> {
    const { rows } = await this.context.database.withWriter((client) => client.query(text, values))
    return rows as Row[]
  }

  async pending(): Promise<number> {
    const [row] = await this.sql<{ count: number }>('select count(*)::int from delivery')
    return row?.count ?? 0
  }
}

export type SubscribeWith = Partial<SubscribeOptions> & { readonly api?: string; readonly caller?: Caller }
