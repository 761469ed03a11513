/** A whole server for a test file: its own database, a free port, real HTTP. */
import { pino } from 'pino'
import { apis } from '../../src/apis/index.ts'
import type { ApiPage } from '../../src/declare/index.ts'
import { Model } from '../../src/derive/model.ts'
import type { Hub } from '../../src/http/hub.ts'
import { createServer, type HttpServer } from '../../src/http/server.ts'
import { Egress } from '../../src/hub/egress.ts'
import { subscriptionsWith } from '../../src/hub/subscriptions.ts'
import { nodeBehaviours } from '../../src/node-behaviours.ts'
import { Catalogue } from '../../src/orchestrator/catalogue.ts'
import type { Behaviour, Behaviours } from '../../src/resources/behaviour.ts'
import type { Context } from '../../src/resources/context.ts'
import { Types, type TypesOptions } from '../../src/resources/types.ts'
import { readSettings, type Settings } from '../../src/settings.ts'
import { Database } from '../../src/store/database.ts'
import { freshDatabase } from './fresh-database.ts'

export interface ServerOptions {
  /** Settings that differ from the defaults. */
  readonly settings?: Partial<Settings>
  readonly apis?: readonly ApiPage[]
  readonly behaviours?: Behaviours
  readonly hub?: Hub
  readonly fetchSchema?: TypesOptions['fetchSchema']
  /** Gets every line the server logs. */
  readonly log?: (line: string) => void
}

export interface TestServer {
  /** Such as `http://127.0.0.1:40123`. */
  readonly url: string
  readonly context: Context
  readonly server: HttpServer
  /** Takes the database away from under the server. */
  dropDatabase(): Promise<void>
  close(): Promise<void>
}

/** Starts a server on a fresh database. */
export async function startServer(options: ServerOptions = {}): Promise<TestServer> {
  const fresh = await freshDatabase()
  const settings: Settings = { ...readSettings(['--port', '0'], {}), connections: 4, ...options.settings }
  const model = new Model(options.apis ?? apis)
  const database = new Database({
    url: fresh.url,
    connections: settings.connections,
    queryTimeout: settings.queryTimeout,
  })
  await database.open(model.pages)
  const { unknownAttributes } = settings
  const types = new Types(database, model.pages, { unknownAttributes, fetchSchema: options.fetchSchema })
  const context: Context = { database, model, behaviours: options.behaviours ?? new Map(), types }
  const log = pino({ level: options.log ? 'info' : 'silent' }, { write: options.log ?? (() => {}) })
  const server = createServer(context, settings, { hub: options.hub ?? subscriptionsWith(new Egress()), log })
  const close = async () => {
    await server.close()
    await database.close()
    await fresh.drop()
  }
  const url = await server.listen().catch(async (error) => {
    await close()
    throw error
  })
  return { url, context, server, dropDatabase: fresh.drop, close }
}

/** Starts a server whose resources promise all that those of a node do; nothing runs in the background. */
export async function startWholeServer(options: Omit<ServerOptions, 'behaviours'> = {}): Promise<TestServer> {
  const behaviours = new Map<string, Behaviour>()
  const hub = subscriptionsWith(new Egress(['127.0.0.1']))
  const server = await startServer({ hub, ...options, behaviours })
  const { context } = server
  const catalogue = new Catalogue(context.database, context.model)
  for (const [kind, behaviour] of nodeBehaviours(context, catalogue)) behaviours.set(kind, behaviour)
  return server
}
