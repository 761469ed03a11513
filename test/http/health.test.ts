import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Behaviour } from '../../src/resources/behaviour.ts'
import { StartRefusal } from '../../src/store/start-refusal.ts'
import { send } from '../support/http.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { eventually } from '../support/until.ts'

const carts = '/tmf-api/shoppingCart/v4/shoppingCart'

describe('a running server', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await startServer()
  })
  afterAll(() => server.close())

  test('lives and is ready', async () => {
    expect((await send(`${server.url}/health/live`)).body).toEqual({ status: 'pass' })
    const ready = await send(`${server.url}/health/ready`)
    expect([ready.status, ready.body.status]).toEqual([200, 'pass'])
  })

  test('says what each API serves', async () => {
    const root = await send(`${server.url}/tmf-api/serviceOrdering/v4`)
    expect(root.body).toMatchObject({ '@type': 'ApiRoot', name: 'Service Ordering', version: '4.1.0' })
    expect(root.body.resource[0]).toEqual({
      name: 'ServiceOrder',
      href: `${server.url}/tmf-api/serviceOrdering/v4/serviceOrder`,
      method: ['GET', 'POST', 'PATCH', 'DELETE'],
    })
    for (const { path } of server.context.model.apis) expect((await send(server.url + path)).status).toBe(200)
  })

  test('serves every collection it declares, empty or not', async () => {
    for (const { page, path } of server.context.model.collections) {
      if (page.facts.within || !page.verbs.has('list')) continue
      const list = await send(server.url + path)
      expect([path, list.status, list.body]).toEqual([path, 200, []])
    }
  })

  test('measures requests by route, method and status', async () => {
    await send(`${server.url}${carts}/a`)
    await send(`${server.url}/nowhere`)
    const { text, headers } = await send(`${server.url}/metrics`)
    expect(headers.get('content-type')).toBe('application/openmetrics-text; version=1.0.0; charset=utf-8')
    expect(text.endsWith('# EOF\n')).toBe(true)
    expect(text).toContain(
      `goldthread_http_request_duration_seconds_count{method="GET",route="${carts}/:id",status="404"} 1`,
    )
    expect(text).toContain('route="none",status="404"')
    expect(text).toContain('process_cpu_seconds_total')
  })

  test('tells another that its port is taken', async () => {
    const port = Number(new URL(server.url).port)
    const starting = startServer({ settings: { port } })
    await expect(starting).rejects.toThrow(StartRefusal)
    await expect(starting).rejects.toThrow(`Port ${port} of 127.0.0.1 is taken`)
  })
})

test('a server whose database is gone is not ready, and says so within seconds', async () => {
  const server = await startServer()
  await server.dropDatabase()
  const ready = await send(`${server.url}/health/ready`)
  expect([ready.status, ready.body.checks.database]).toEqual([503, 'fail'])
  expect((await send(`${server.url}/health/live`)).status).toBe(200)
  await server.close()
})

test('a server with more to do than it can refuses what is new, and answers those who watch it', async () => {
  const server = await startServer({ settings: { connections: 1, maxWaiting: 1 } })
  const { database } = server.context
  const released = signal()
  const busy = database.withSnapshot(() => released.given)
  const waiting = send(server.url + carts)
  await eventually(() => database.waiting).toBe(1)
  const refused = await send(server.url + carts)
  expect([refused.status, refused.body.code, refused.headers.get('retry-after')]).toEqual([
    503,
    'overloaded',
    '1',
  ])
  expect((await send(`${server.url}/health/live`)).status).toBe(200)
  released.give()
  await busy
  expect((await waiting).status).toBe(200)
  expect((await send(server.url + carts)).status).toBe(200)
  await server.close()
})

test('a shutdown lets what runs finish and takes nothing new', async () => {
  const { slow, entered, released } = slowCreation()
  const server = await startServer({ behaviours: new Map([['ShoppingCart', slow]]) })
  const running = send(server.url + carts, { method: 'POST', json: {} })
  await entered.given
  const closed = server.close()
  const ready = await send(`${server.url}/health/ready`)
  expect([ready.status, ready.body.checks.serving]).toEqual([503, 'fail'])
  expect((await send(`${server.url}/health/live`)).status).toBe(200)
  const refused = await send(server.url + carts)
  expect([refused.status, refused.body.code, refused.headers.get('retry-after')]).toEqual([
    503,
    'shuttingDown',
    '5',
  ])
  released.give()
  expect((await running).status).toBe(201)
  await closed
  await expect(send(`${server.url}/health/live`)).rejects.toThrow()
})

test('a shutdown waits no longer than its grace', async () => {
  const { slow, entered, released } = slowCreation()
  const grace = 3_600_000
  const server = await startServer({
    behaviours: new Map([['ShoppingCart', slow]]),
    settings: { shutdownGrace: grace },
  })
  const running = send(server.url + carts, { method: 'POST', json: {} }).catch(() => 'cut off')
  await entered.given
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const closed = server.server.close()
  vi.advanceTimersByTime(grace)
  vi.useRealTimers()
  await closed
  expect(await running).toBe('cut off')
  released.give()
  await server.close()
})

/** A creation that goes on until it is released. */
function slowCreation() {
  const entered = signal()
  const released = signal()
  const slow: Behaviour = {
    onCreate: async () => {
      entered.give()
      await released.given
    },
  }
  return { slow, entered, released }
}

function signal(): { readonly given: Promise<void>; readonly give: () => void } {
  let give = () => {}
  const given = new Promise<void>((resolve) => {
    give = resolve
  })
  return { given, give }
}
