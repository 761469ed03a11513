import { afterAll, beforeAll, expect, test } from 'vitest'
import { cursorSecret } from '../../src/store/cursor-secret.ts'
import { Database } from '../../src/store/database.ts'
import { type FreshContext, freshContext } from '../support/context.ts'

let context: FreshContext
beforeAll(async () => {
  context = await freshContext()
})
afterAll(() => context.drop())

test('the nodes of a database share a secret that is long and not another one with every start', async () => {
  const nodes = [context.database, new Database({ url: context.url }), new Database({ url: context.url })]
  const secrets = await Promise.all(nodes.map(cursorSecret))
  expect(new Set(secrets).size).toBe(1)
  expect(secrets[0]).toMatch(/^[0-9a-f-]{36}\.[0-9a-f-]{36}$/)
  await Promise.all(nodes.slice(1).map((node) => node.close()))
})
