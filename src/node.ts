/**
 * One running node: database, floors and actors put together from the settings. Everything that starts, starts here,
 * in order, and stops in the reverse order.
 */
import { type Logger, pino } from 'pino'
import { apis } from './apis/index.ts'
import { resourceBehaviours } from './behaviours/index.ts'
import { Model } from './derive/model.ts'
import { checkPort } from './http/listen.ts'
import { createServer } from './http/server.ts'
import { Hub } from './hub/hub.ts'
import { subscriptionsWith } from './hub/subscriptions.ts'
import { eventBehaviours } from './hub/topics.ts'
import { JobRunner } from './jobs/job-runner.ts'
import { SimulatedNetwork } from './network/simulated.ts'
import { Technician } from './network/technician.ts'
import { orchestratorBehaviours } from './orchestrator/behaviours.ts'
import { Catalogue } from './orchestrator/catalogue.ts'
import { Engine } from './orchestrator/engine.ts'
import type { Behaviour } from './resources/behaviour.ts'
import type { Context } from './resources/context.ts'
import { Forgetting } from './resources/forgetting.ts'
import { seed } from './seed.ts'
import { isLoopback, type Settings } from './settings.ts'
import { Database } from './store/database.ts'
import { type EmbeddedServer, startEmbedded } from './store/embedded/server.ts'
import { StartRefusal } from './store/start-refusal.ts'

export interface Node {
  /** Where it can be reached on this machine. */
  readonly url: string
  readonly context: Context
  readonly network: SimulatedNetwork
  /** Drains and stops; the embedded database stops with its last user. */
  readonly stop: () => Promise<void>
}

/** Starts a node. Throws a StartRefusal that says in one line what is wrong and what to do. */
export async function startNode(
  settings: Settings,
  log: Logger = pino({ level: settings.logLevel }),
): Promise<Node> {
  if (!isLoopback(settings.host)) {
    throw new StartRefusal(
      `Listening on ${settings.host} needs authentication, which this version does not have: listen on 127.0.0.1 behind a proxy that authenticates.`,
    )
  }
  await checkPort(settings)
  const stops: (() => Promise<void>)[] = []
  const stop = async () => {
    for (const each of stops.splice(0).reverse()) await each()
  }
  try {
    const embedded =
      settings.databaseUrl === undefined ? await startOwnDatabase(settings, log, stops) : undefined
    const database = new Database({
      url: embedded?.url ?? settings.databaseUrl ?? '',
      connections: settings.connections,
      queryTimeout: settings.queryTimeout,
      log: (message) => log.warn(message),
      ...(embedded ? { revive: () => embedded.ensureRunning() } : {}),
    })
    stops.push(() => database.close())
    const model = new Model(apis)
    await database.open(model.pages)
    const catalogue = new Catalogue(database, model)
    const behaviours = new Map<string, Behaviour>([
      ...resourceBehaviours(database),
      ...orchestratorBehaviours(database, catalogue),
    ])
    const context: Context = { database, model, behaviours }
    for (const [kind, behaviour] of eventBehaviours(context)) behaviours.set(kind, behaviour)
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
    const hub = new Hub(context, { allow: settings.allowCallbacks, log: (message) => log.warn(message) })
    const server = createServer(context, settings, { hub: subscriptionsWith(hub.egress), log })
    const url = await server.listen()
    engine.start()
    stops.push(() => engine.stop())
    hub.start()
    stops.push(() => hub.stop())
    const jobs = new JobRunner(context, { egress: hub.egress, log: (message) => log.warn(message) })
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
    const forgetting = new Forgetting(database, {
      keptFor: settings.idempotencyTtl,
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

async function startOwnDatabase(
  settings: Settings,
  log: Logger,
  stops: (() => Promise<void>)[],
): Promise<EmbeddedServer> {
  const embedded = await startEmbedded({ folder: settings.data, log: (line) => log.debug(line) })
  stops.push(() => embedded.stop())
  return embedded
}
