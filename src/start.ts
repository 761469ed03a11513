/**
 * Starts a node from its settings. What the node is made of is loaded while the embedded database comes up: both take
 * their time.
 */
import { type Logger, pino } from 'pino'
import { checkPort } from './http/listen.ts'
import type { DatabasePlace, Node } from './node.ts'
import { isLoopback, type Settings } from './settings.ts'
import { startEmbedded } from './store/embedded/server.ts'
import { StartRefusal } from './store/start-refusal.ts'

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
  const [place, { runNode }] = await Promise.all([placeOf(settings, log), import('./node.ts')])
  return runNode(settings, place, log)
}

/** The database the settings name, or the embedded one, which is started. */
async function placeOf({ databaseUrl, data }: Settings, log: Logger): Promise<DatabasePlace> {
  if (databaseUrl !== undefined) return { url: databaseUrl }
  const embedded = await startEmbedded({ folder: data, log: (line) => log.debug(line) })
  return { url: embedded.url, revive: () => embedded.ensureRunning(), leave: () => embedded.stop() }
}
