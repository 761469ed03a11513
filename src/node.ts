/**
 * One running node: floors and actors put together over their database. Everything that acts starts here, in order, and
 * stops in the reverse order.
 */
import type { Logger } from 'pino'
import { apis } from './apis/index.ts'
import { Model } from './derive/model.ts'
import { nearest } from './derive/nearest.ts'
import { createServer } from './http/server.ts'
import { Egress } from './hub/egress.ts'
import { Hub } from './hub/hub.ts'
import { schemaSource } from './hub/schema-source.ts'
import { subscriptionsWith } from './hub/subscriptions.ts'
import { JobRunner } from './jobs/job-runner.ts'
import { SimulatedNetwork } from './network/simulated.ts'
import { Technician } from './network/technician.ts'
import { nodeBehaviours } from './node-behaviours.ts'
import { activator } from './orchestrator/activator.ts'
import { Catalogue } from './orchestrator/catalogue.ts'
import { Engine } from './orchestrator/engine.ts'
import type { Behaviour } from './resources/behaviour.ts'
import type { Context } from './resources/context.ts'
import { Forgetting } from './resources/forgetting.ts'
import { forgettables } from './resources/retention.ts'
import { Types } from './resources/types.ts'
import { seed } from './seed.ts'
import type { Settings } from './settings.ts'
import { Database, type DatabaseOptions } from './store/database.ts'
import { StartRefusal } from './store/start-refusal.ts'

export interface Node {
  /** Where it can be reached on this machine. */
  readonly url: string
  readonly context: Context
  readonly network: SimulatedNetwork
  /** Drains and stops; the embedded database stops with its last user. */
  readonly stop: () => Promise<void>
}

/** Where the database of a node is, who brings it back when it is gone, and how its use ends. */
export interface DatabasePlace extends Pick<DatabaseOptions, 'url' | 'revive'> {
  readonly leave?: () => Promise<void>
}

/** Sets a node going. Throws a StartRefusal, and then leaves nothing running. */
export async function runNode(
  settings: Settings,
  { url: databaseUrl, revive, leave }: DatabasePlace,
  log: Logger,
): Promise<Node> {
  const stops: (() => Promise<void>)[] = leave ? [leave] : []
  const stop = async () => {
    for (const each of stops.splice(0).reverse()) await each()
  }
  try {
    const database = new Database({
      url: databaseUrl,
      connections: settings.connections,
      queryTimeout: settings.queryTimeout,
      log: (message) => log.warn(message),
      ...(revive ? { revive } : {}),
    })
    stops.push(() => database.close())
    const model = new Model(apis)
    checkPolicy(settings, model)
    await database.open(model.pages)
    const catalogue = new Catalogue(database, model)
    const { allowCallbacks, allowHttp, jobHosts, publicUrl } = settings
    const egress = new Egress(jobHosts ?? allowCallbacks, { allowHttp, ownUrl: publicUrl })
    const types = new Types(database, model.pages, {
      unknownAttributes: settings.unknownAttributes,
      fetchSchema: settings.fetchSchemas ? schemaSource(egress) : undefined,
    })
    const behaviours = new Map<string, Behaviour>()
    const context: Context = { database, model, behaviours, activator, types }
    for (const [kind, behaviour] of nodeBehaviours(context, catalogue)) behaviours.set(kind, behaviour)
    if (settings.seed) await seed(context)

    const network = new SimulatedNetwork(database, {
      latency: settings.networkLatency,
      failureRate: settings.networkFailureRate,
    })
    const engine = new Engine(context, {
      adapter: network,
      catalogue,
      log: (message, details) => log.warn(details ?? {}, message),
    })
    const hub = new Hub(context, {
      allow: allowCallbacks,
      allowHttp,
      ownUrl: publicUrl,
      parallel: settings.deliveryParallel,
      log: (message) => log.warn(message),
    })
    const subscriptions = subscriptionsWith(hub.egress, settings.maxSubscriptions)
    const server = createServer(context, settings, { hub: subscriptions, log })
    const url = await server.listen()
    engine.start()
    stops.push(() => engine.stop())
    hub.start()
    stops.push(() => hub.stop())
    const jobs = new JobRunner(context, {
      egress,
      log: (message) => log.warn(message),
    })
    jobs.start()
    stops.push(() => jobs.stop())
    if (settings.technicianDelay >= 0) {
      const technician = new Technician(context, {
        delay: settings.technicianDelay,
        log: (message) => log.warn(message),
      })
      technician.start()
      stops.push(() => technician.stop())
    }
    const forgetting = new Forgetting({
      rows: forgettables(context, settings),
      log: (message) => log.warn(message),
    })
    forgetting.start()
    stops.push(() => forgetting.stop())
    stops.push(() => server.close())
    return { url, context, network, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** Whether every resource that the settings name is one. */
function checkPolicy({ unknownAttributes }: Settings, { pages }: Model): void {
  const names = pages.map(({ name }) => name)
  for (const name of unknownAttributes.byResource.keys()) {
    if (names.includes(name)) continue
    throw new StartRefusal(
      `--unknown-attributes names '${name}', which is no resource${nearest(name, names) || ': write its name, such as ServiceOrder.'}`,
    )
  }
}
