/** A whole operator on a database of its own: the sample catalogue and network, the engine, and a technician if wanted. */

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Document, Mover } from '../../src/declare/index.ts'
import type { JsonObject } from '../../src/derive/validate.ts'
import type { FailureRule } from '../../src/network/failures.ts'
import { SimulatedNetwork } from '../../src/network/simulated.ts'
import { nodeBehaviours } from '../../src/node-behaviours.ts'
import { activator } from '../../src/orchestrator/activator.ts'
import { Catalogue } from '../../src/orchestrator/catalogue.ts'
import { Engine, type EngineOptions } from '../../src/orchestrator/engine.ts'
import type { Behaviour } from '../../src/resources/behaviour.ts'
import type { Caller } from '../../src/resources/caller.ts'
import { create } from '../../src/resources/create.ts'
import { importRecords, parseRecords } from '../../src/resources/import.ts'
import { patch } from '../../src/resources/patch.ts'
import { read } from '../../src/resources/read.ts'
import { seed } from '../../src/seed.ts'
import { eventTopic, type LoggedRecord, readThread } from '../../src/store/event-log.ts'
import { type FreshContext, freshContext } from './context.ts'

const finalStates = ['completed', 'rejected', 'failed', 'cancelled', 'partial']

export function callerOf(correlationId = '', rights: readonly Mover[] = ['client', 'engine']): Caller {
  return { tenant: 'default', actor: 'test', correlationId, rights: new Set(rights) }
}

export interface OperatorOptions {
  /** Whether work orders are completed at once by a technician; on unless said otherwise. */
  readonly hasTechnician?: boolean
  readonly failures?: readonly FailureRule[]
  readonly engine?: Partial<EngineOptions>
}

export class Operator {
  readonly context: FreshContext
  readonly network: SimulatedNetwork
  readonly engine: Engine
  readonly log: string[] = []
  readonly #hasTechnician: boolean

  private constructor(context: FreshContext, options: OperatorOptions, catalogue: Catalogue) {
    this.context = context
    this.network = new SimulatedNetwork(context.database, { script: options.failures ?? [] })
    this.#hasTechnician = options.hasTechnician ?? true
    this.engine = new Engine(context, {
      adapter: this.network,
      catalogue,
      log: (message) => this.log.push(message),
      retry: { first: 1, longest: 5, attempts: 4, chance: () => 0.5 },
      ...options.engine,
    })
  }

  static async open(options: OperatorOptions = {}): Promise<Operator> {
    const behaviours = new Map<string, Behaviour>()
    const context = { ...(await freshContext(behaviours)), activator }
    const catalogue = new Catalogue(context.database, context.model)
    for (const [kind, behaviour] of nodeBehaviours(context, catalogue)) behaviours.set(kind, behaviour)
    await seed(context)
    const operator = new Operator(context, options, catalogue)
    operator.engine.start()
    return operator
  }

  async close(): Promise<void> {
    await this.engine.stop()
    await this.context.drop()
  }

  /** Loads a folder of fixtures. */
  async load(folder: string): Promise<void> {
    const records = readdirSync(folder)
      .sort()
      .filter((name) => name.endsWith('.json') && !name.includes('order'))
      .flatMap((name) => parseRecords(readFileSync(join(folder, name), 'utf8')))
      .map((document) => ({ page: this.#page(String(document['@type'])), document }))
    await importRecords(this.context, records, callerOf('fixtures'))
  }

  create(kind: string, body: JsonObject, correlationId = ''): Promise<Document> {
    return create(this.context, this.#page(kind), body, callerOf(correlationId)).then(
      ({ document }) => document,
    )
  }

  patch(kind: string, id: string, body: JsonObject, rights?: readonly Mover[]): Promise<Document> {
    return patch(this.context, this.#page(kind), { id }, body, callerOf('patch', rights)).then(
      ({ document }) => document,
    )
  }

  async read(kind: string, id: string): Promise<Document> {
    const row = await read(this.context, this.#page(kind), { id }, callerOf())
    return { id, href: this.context.model.hrefOf(this.#page(kind), id), ...JSON.parse(row.text) }
  }

  thread(correlationId: string): Promise<LoggedRecord[]> {
    return readThread(this.context.database, 'default', correlationId)
  }

  /** Waits until an order is in one of the states; the technician works meanwhile. */
  reaches(kind: string, id: string, states: readonly string[] = finalStates): Promise<Document> {
    return this.becomes(kind, id, (order) => states.includes(String(order.state)))
  }

  /** Waits until an order is as asked; the technician works meanwhile. */
  async becomes(kind: string, id: string, isSo: (order: Document) => boolean): Promise<Document> {
    const deadline = Date.now() + 20_000
    for (;;) {
      const woken = this.#woken()
      const order = await this.read(kind, id)
      if (isSo(order)) return order
      if (Date.now() > deadline) {
        throw new Error(`${kind} ${id} stays ${order.state}: ${this.log.join('; ')}`)
      }
      if (this.#hasTechnician) await this.#finishVisits(id)
      await woken
    }
  }

  async #finishVisits(order: string): Promise<void> {
    const rows = await this.context.database.read<{ id: string; state: string }>({
      text: `select id, doc->>'state' as state from entity_workorder
        where tenant = 'default' and doc->>'externalId' = $1 and doc->>'state' in ('acknowledged', 'inProgress')`,
      values: [order],
    })
    for (const { id, state } of rows) {
      if (state === 'acknowledged') await this.patch('WorkOrder', id, { state: 'inProgress' })
      await this.patch('WorkOrder', id, { state: 'completed' })
    }
  }

  #woken(): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer)
        off()
        resolve()
      }
      const timer = setTimeout(done, 1_000)
      const off = this.context.database.onWake(eventTopic, done)
    })
  }

  #page(name: string) {
    const { pages } = this.context.model
    const page = pages.find((each) => each.name === name) ?? pages.find((each) => each.kind === name)
    if (page === undefined) throw new Error(`no page ${name}`)
    return page
  }
}

/** An example order of `examples/orders`. */
export function exampleOrder(name: string): JsonObject {
  return JSON.parse(readFileSync(join('examples/orders', `${name}.json`), 'utf8')) as JsonObject
}
