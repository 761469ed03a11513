/** Servers for requests that are refused, and words for what is asked of them. */
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import type { Behaviour } from '../../src/resources/behaviour.ts'
import { type Answer, send, sendPlain } from '../support/http.ts'
import { type ServerOptions, startServer, startWholeServer, type TestServer } from '../support/server.ts'

export const serviceOrders = '/tmf-api/serviceOrdering/v4/serviceOrder'
export const cancels = '/tmf-api/serviceOrdering/v4/cancelServiceOrder'
export const quotes = '/tmf-api/quoteManagement/v4/quote'
export const carts = '/tmf-api/shoppingCart/v4/shoppingCart'
export const line = { id: '1', action: 'add', service: {} }
export const order = { serviceOrderItem: [line] }
export const jsonPatch = 'application/json-patch+json'

/** What most requests are sent to. */
export let whole: TestServer
/** What ends what a test has started besides. */
export let after: (() => unknown)[] = []
beforeAll(async () => {
  whole = await startWholeServer()
})
afterAll(() => whole.close())
afterEach(async () => {
  for (const end of after.reverse()) await end()
  after = []
})

/** Another server, until the test is over. */
export async function house(options: ServerOptions): Promise<TestServer> {
  const server = await startServer(options)
  after.push(() => server.close())
  return server
}

/** A promise, and what resolves it. */
export function signal() {
  let give = () => {}
  const given = new Promise<void>((resolve) => {
    give = resolve
  })
  return { given, give }
}

/** A server on which the creation of a cart is under way until the test is over. */
export async function busy(
  headers: Record<string, string> = {},
): Promise<{ server: TestServer; running: Promise<Answer> }> {
  const [entered, released] = [signal(), signal()]
  const slow: Behaviour = {
    onCreate: async () => {
      entered.give()
      await released.given
    },
  }
  const server = await house({ behaviours: new Map([['ShoppingCart', slow]]) })
  const running = send(server.url + carts, { method: 'POST', json: {}, headers })
  after.push(async () => {
    released.give()
    expect((await running).status).toBe(201)
  })
  await entered.given
  return { server, running }
}

/** Sends a request. */
export type Ask = () => Promise<Answer>

export const get =
  (path: string, headers: Record<string, string> = {}): Ask =>
  () =>
    sendPlain(whole.url, path, { headers })
export const post =
  (path: string, json: unknown, headers: Record<string, string> = {}): Ask =>
  () =>
    send(whole.url + path, { method: 'POST', json, headers })
export const postText =
  (body: string): Ask =>
  () =>
    send(whole.url + serviceOrders, { method: 'POST', body, headers: { 'Content-Type': 'application/json' } })
export const patch =
  (href: string, json: unknown, headers: Record<string, string> = {}): Ask =>
  () =>
    send(href, { method: 'PATCH', json, headers })

/** What a request that goes wrong has to be about; gives its place. */
export async function there(path: string, json: unknown): Promise<string> {
  const { status, body, text } = await post(path, json)()
  expect([status, text]).toEqual([201, text])
  return body.href
}

/** A service order that was brought along as it is; gives its id. */
export async function brought(attributes: object): Promise<string> {
  const json = [{ '@type': 'ServiceOrder', id: 'so-brought', ...attributes }]
  const answer = await send(`${whole.url}/goldthread/v1/import`, { method: 'POST', json })
  expect([answer.status, answer.text]).toEqual([200, answer.text])
  return 'so-brought'
}
