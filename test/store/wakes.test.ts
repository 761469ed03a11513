/** Waking who waits, here and on other nodes. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Database } from '../../src/store/database.ts'
import { model } from '../derive/pages.ts'
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.ts'
import { eventually } from '../support/until.ts'

let fresh: FreshDatabase
const nodes: Database[] = []
beforeAll(async () => {
  fresh = await freshDatabase()
  for (let count = 0; count < 2; count++) {
    const node = new Database({ url: fresh.url, connections: 2 })
    await node.open(model.pages)
    nodes.push(node)
  }
})
afterAll(async () => {
  for (const node of nodes) await node.close()
  await fresh.drop()
})

test('many topics woken at the same moment all reach the other nodes', async () => {
  const [here, there] = nodes as [Database, Database]
  const topics = Array.from({ length: 1_000 }, (_, index) => `ServiceMonitor m-${'0'.repeat(60)}${index}`)
  const heard = new Set<string>()
  for (const topic of topics) there.onWake(topic, () => heard.add(topic))
  for (const topic of topics) here.wake(topic)
  await eventually(() => heard.size).toBe(topics.length)
})

test('who no longer listens is not woken', async () => {
  const [here] = nodes as [Database]
  let count = 0
  const off = here.onWake('x', () => {
    count += 1
  })
  here.wake('x')
  expect(count).toBeGreaterThan(0)
  off()
  const before = count
  here.wake('x')
  expect(count).toBe(before)
})
