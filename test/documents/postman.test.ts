/** The Postman collections run from top to bottom against a node, with nothing but what they say themselves. */
import { run } from 'newman'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Node } from '../../src/node.ts'
import { readSettings } from '../../src/settings.ts'
import { startNode } from '../../src/start.ts'
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.ts'
import { send } from '../support/http.ts'

let fresh: FreshDatabase
let node: Node
beforeAll(async () => {
  fresh = await freshDatabase()
  node = await startNode(readSettings(['--port', '0', '--log-level', 'silent'], { DATABASE_URL: fresh.url }))
})
afterAll(async () => {
  await node.stop()
  await fresh.drop()
})

test.each([
  ['a catalogue', '/tmf-api/productCatalogManagement/v4'],
  ['orders and their cancellation', '/tmf-api/serviceOrdering/v4'],
  ['an inventory', '/tmf-api/resourceInventoryManagement/v4'],
  ['services the network activates', '/tmf-api/ServiceActivationAndConfiguration/v4'],
  ['functions the network changes', '/tmf-api/resourceFunctionActivation/v4'],
  ['resources nested in others', '/tmf-api/processFlowManagement/v4'],
  ['events and topics', '/tmf-api/event/v4'],
])('the collection of %s runs without failure', async (_what, path) => {
  const collection = (await send(`${node.url}${path}/postman.json`)).body
  const environment = (await send(`${node.url}${path}/postman-environment.json`)).body
  const { failures, stats } = await outcomeOf(collection, environment)
  expect(failures.map(({ source, error }) => `${source?.name}: ${error.message}`)).toEqual([])
  expect(stats.requests.total).toBeGreaterThan(8)
})

function outcomeOf(collection: object, environment: object) {
  return new Promise<Parameters<Parameters<typeof run>[1]>[1]['run']>((resolve, reject) => {
    run({ collection, environment }, (error, summary) => (error ? reject(error) : resolve(summary.run)))
  })
}
