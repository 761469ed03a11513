/**
 * Goldthread as a server under test. `whole` is a node as it is shipped; `requests` is its HTTP floor and all below it
 * without the engine, so that the orders posted stay as they are and what is measured is the POST.
 */
import { pino } from 'pino'
import { apis } from '../src/apis/index.ts'
import { Model } from '../src/derive/model.ts'
import { createServer } from '../src/http/server.ts'
import { Egress } from '../src/hub/egress.ts'
import { subscriptionsWith } from '../src/hub/subscriptions.ts'
import { orchestratorBehaviours } from '../src/orchestrator/behaviours.ts'
import { Catalogue } from '../src/orchestrator/catalogue.ts'
import { Types } from '../src/resources/types.ts'
import { readSettings } from '../src/settings.ts'
import { Database } from '../src/store/database.ts'
import { answerAs } from './support/process.ts'

const settings = readSettings(['--port', '0', '--log-level', 'warn'], process.env)

if (process.argv[2] === 'whole') {
  const { startNode } = await import('../src/start.ts')
  const node = await startNode(settings)
  answerAs(node.url, () => node.stop())
} else {
  const { databaseUrl: url = '', connections, queryTimeout } = settings
  const model = new Model(apis)
  const database = new Database({ url, connections, queryTimeout })
  await database.open(model.pages)
  const behaviours = orchestratorBehaviours(new Catalogue(database, model))
  const hub = subscriptionsWith(new Egress())
  const log = pino({ level: settings.logLevel })
  const types = new Types(database, model.pages)
  const server = createServer({ database, model, behaviours, types }, settings, { hub, log })
  answerAs(await server.listen(), async () => {
    await server.close()
    await database.close()
  })
}
