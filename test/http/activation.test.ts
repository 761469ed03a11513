/** Activation by a whole node (wire contract, section 17): what is answered, what is stored, and what the network did. */

import { pino } from 'pino'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { Service, ServiceActivationApi } from '../../src/apis/tmf640-service-activation/index.ts'
import { Client, NotYetDone } from '../../src/client/index.ts'
import { createServer, type HttpServer } from '../../src/http/server.ts'
import { Egress } from '../../src/hub/egress.ts'
import { subscriptionsWith } from '../../src/hub/subscriptions.ts'
import type { Node } from '../../src/node.ts'
import { readSettings, type Settings } from '../../src/settings.ts'
import { startNode } from '../../src/start.ts'
import { Database } from '../../src/store/database.ts'
import { readHistory } from '../../src/store/event-log.ts'
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.ts'
import { type Answer, send } from '../support/http.ts'
import { eventually } from '../support/until.ts'

const services = '/tmf-api/ServiceActivationAndConfiguration/v4/service'
const resources = '/tmf-api/ResourceActivationAndConfiguration/v4/resource'
const inventory = '/tmf-api/serviceInventory/v4/service'
const line = { name: 'Line', state: 'active', serviceSpecification: { id: 'ss-1' } }
const speed = (value: number) => ({ serviceCharacteristic: [{ name: 'speed', value }] })

let fresh: FreshDatabase
let node: Node
beforeAll(async () => {
  fresh = await freshDatabase()
  const flags = ['--port', '0', '--no-seed', '--technician-delay', '-1', '--log-level', 'silent']
  node = await startNode(readSettings(flags, { DATABASE_URL: fresh.url }))
})
afterEach(() => {
  node.network.latency = 0
})
afterAll(async () => {
  await node?.stop()
  await fresh.drop()
})

type Sent = Parameters<typeof send>[1]
const ask = (
  method: string,
  path: string,
  json?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> =>
  send(path.startsWith('http') ? path : node.url + path, {
    method,
    headers,
    ...(json === undefined ? {} : { json }),
  } satisfies Sent)

/** A service as it is once the network has done all. */
const created = async (more: object = {}): Promise<{ id: string; href: string }> =>
  (await ask('POST', services, { ...line, ...more })).body

const actionsOn = async (kind: string, id: string): Promise<string[]> => {
  const rows = await node.context.database.read<{ action: string }>({
    text: `select action from network.journal where target = $1 order by time`,
    values: [`${kind}/${id}`],
  })
  return rows.map(({ action }) => action)
}
const commands = (id: string) => actionsOn('Service', id)

const history = async (id: string) =>
  (await readHistory(node.context.database, 'default', 'Service', id)).map(
    ({ type, correlationId, resource }) => ({ type, correlationId, state: resource.state }),
  )

const monitorOf = (answer: Answer): Promise<Answer> => ask('GET', String(answer.headers.get('location')))
const ended = async (answer: Answer): Promise<Answer['body']> => {
  await eventually(async () => (await monitorOf(answer)).body.state).not.toBe('InProgress')
  return (await monitorOf(answer)).body
}

const servers: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of servers.splice(0)) await close()
})

/** Another server on a database; the engine, if any, is on another node. */
async function beside(
  url: string,
  settings: Partial<Settings> = {},
): Promise<{ url: string; server: HttpServer }> {
  const database = new Database({ url, connections: 4 })
  await database.open(node.context.model.pages)
  const all = { ...readSettings(['--port', '0'], {}), ...settings }
  const parts = { hub: subscriptionsWith(new Egress()), log: pino({ level: 'silent' }) }
  const server = createServer({ ...node.context, database }, all, parts)
  servers.push(async () => {
    await server.close()
    await database.close()
  })
  return { url: await server.listen(), server }
}

describe('a service posted as active', () => {
  test('is answered as active, once the network has activated it', async () => {
    const headers = { 'X-Correlation-ID': 'activation-1' }
    const answer = await ask('POST', services, { ...line, ...speed(100) }, headers)
    expect([answer.status, answer.headers.get('location'), answer.headers.get('etag')]).toEqual([
      201,
      answer.body.href,
      '"2"',
    ])
    expect(answer.body).toMatchObject({ ...line, ...speed(100), hasStarted: true, isServiceEnabled: true })
    expect(answer.body.startDate).toMatch(/Z$/)
    const { href: _stored, ...read } = (await ask('GET', answer.body.href)).body
    expect(answer.body).toMatchObject(read)
    expect(await commands(answer.body.id)).toEqual(['activate'])
    expect(await history(answer.body.id)).toEqual(
      [
        ['ServiceCreateEvent', 'inactive'],
        ['ServiceAttributeValueChangeEvent', 'active'],
        ['ServiceStateChangeEvent', 'active'],
      ].map(([type, state]) => ({ type, state, correlationId: 'activation-1' })),
    )
  })

  test('is inactive until then, and says so to who does not wait', async () => {
    node.network.latency = 400
    const answer = await ask('POST', `${services}?fields=state`, line, { Prefer: 'wait=0' })
    const id = String(answer.headers.get('monitorid'))
    expect([answer.status, answer.text, answer.headers.get('preference-applied')]).toEqual([
      202,
      '',
      'wait=0',
    ])
    expect(answer.headers.get('location')).toMatch(new RegExp(`/monitor/${id}$`))
    const { body: monitor } = await monitorOf(answer)
    expect([monitor.state, monitor.response]).toEqual(['InProgress', undefined])
    const meanwhile = (await ask('GET', monitor.sourceHref)).body
    expect(meanwhile).toMatchObject({ state: 'inactive', hasStarted: false, isServiceEnabled: false })
    const { state, sourceHref, response } = await ended(answer)
    expect([state, sourceHref, response.statusCode]).toEqual(['Completed', monitor.sourceHref, '201'])
    expect(JSON.parse(response.body)).toEqual({ id: meanwhile.id, href: monitor.sourceHref, state: 'active' })
    expect(response.header).toContainEqual({ name: 'Location', value: monitor.sourceHref })
  })

  test.each(['feasibilityChecked', 'designed', 'reserved', 'inactive', 'terminated'])(
    'is stored as sent where it is posted as %s, and the network is not asked',
    async (state) => {
      const answer = await ask('POST', services, { ...line, state, hasStarted: true })
      expect([answer.status, answer.body.state, answer.body.hasStarted]).toEqual([201, state, true])
      expect(await commands(answer.body.id)).toEqual([])
      const monitors = services.replace(/service$/, 'monitor')
      const sourceHref = encodeURIComponent(`${services}/${answer.body.id}`)
      expect((await ask('GET', `${monitors}?sourceHref=${sourceHref}`)).body).toEqual([])
    },
  )

  test('keeps what its client says of itself', async () => {
    const said = { isServiceEnabled: false, startDate: '2030-01-01T00:00:00Z' }
    expect((await ask('POST', services, { ...line, ...said })).body).toMatchObject({
      ...said,
      state: 'active',
      hasStarted: true,
    })
  })
})

test('the inventory only stores what it is told', async () => {
  const { body } = await ask('POST', inventory, line)
  expect(body).toMatchObject({ state: 'active' })
  await ask('PATCH', body.href, { state: 'inactive' })
  expect(await commands(body.id)).toEqual([])
})

describe('a change', () => {
  test('is commanded where the state or the settings of an active service change, and is then as asked', async () => {
    const { id, href } = await created(speed(100))
    const steps: [object, object][] = [
      [{ description: 'nothing to command' }, {}],
      [speed(200), speed(200)],
      [{ state: 'inactive' }, { state: 'inactive', hasStarted: false, isServiceEnabled: false }],
      [speed(300), { ...speed(300), state: 'inactive' }],
      [
        { state: 'active', name: 'Line 2' },
        { state: 'active', hasStarted: true, name: 'Line 2' },
      ],
      [{ state: 'terminated' }, { state: 'terminated', hasStarted: false }],
    ]
    for (const [change, outcome] of steps) {
      const answer = await ask('PATCH', href, change)
      expect([answer.status, answer.body]).toMatchObject([200, outcome])
      expect((await ask('GET', href)).headers.get('etag')).toBe(answer.headers.get('etag'))
    }
    expect(await commands(id)).toEqual(['activate', 'configure', 'deactivate', 'activate', 'deactivate'])
  })

  test('that the states do not allow is refused before the network is asked', async () => {
    const { id, href } = await created({ state: 'designed' })
    expect((await ask('PATCH', href, { state: 'active' })).body).toMatchObject({
      code: 'stateTransitionNotAllowed',
    })
    expect(await commands(id)).toEqual([])
  })

  test('leaves what others changed meanwhile', async () => {
    const { href } = await created()
    node.network.latency = 300
    const asked = await ask('PATCH', href, speed(50), { Prefer: 'respond-async' })
    expect((await ask('PATCH', href, { description: 'meanwhile' })).status).toBe(200)
    await ended(asked)
    expect((await ask('GET', href)).body).toMatchObject({ description: 'meanwhile', ...speed(50) })
  })
})

describe('a removal', () => {
  test('has an active service deactivated first', async () => {
    const { id, href } = await created()
    expect((await ask('DELETE', href)).status).toBe(204)
    expect((await ask('GET', href)).status).toBe(404)
    expect(await commands(id)).toEqual(['activate', 'deactivate'])
    expect((await history(id)).slice(-2)).toMatchObject([
      { type: 'ServiceStateChangeEvent', state: 'inactive' },
      { type: 'ServiceDeleteEvent', state: 'inactive' },
    ])
  })

  test('of a service that is not active asks the network nothing', async () => {
    const { id, href } = await created({ state: 'reserved' })
    expect((await ask('DELETE', href)).status).toBe(204)
    expect(await commands(id)).toEqual([])
  })

  test('of what came into use meanwhile leaves it, inactive', async () => {
    const { id, href } = await created()
    node.network.latency = 400
    const asked = await ask('DELETE', href, undefined, { Prefer: 'respond-async' })
    const relying = { ...line, state: 'designed', supportingService: [{ id }] }
    expect((await ask('POST', inventory, relying)).status).toBe(201)
    const monitor = await ended(asked)
    expect([monitor.state, JSON.parse(monitor.response.body).code]).toEqual(['InError', 'resourceReferenced'])
    expect((await ask('GET', href)).body.state).toBe('inactive')
  })
})

describe('the network refuses', () => {
  const refusal = { times: 1, as: 'refused', code: 'NE-17', reason: 'port is dark' } as const

  test('and the client is told why and how the service is now, at once or by the monitor, and may ask again', async () => {
    node.network.fail({ action: 'activate', ...refusal, times: 2 })
    const answer = await ask('POST', services, line)
    expect([answer.status, answer.body]).toMatchObject([
      409,
      { code: 'businessRuleViolated', status: '409', currentState: 'inactive' },
    ])
    expect(answer.body.message).toMatch(/^service s-\S+ is inactive, .*NE-17 port is dark$/)
    const [, id] = /(s-\S+)/.exec(answer.body.message) ?? []
    const href = `${node.url}${services}/${id}`
    expect((await ask('GET', href)).body).toMatchObject({ state: 'inactive', hasStarted: false })
    const again = await ask('PATCH', href, { state: 'active' }, { Prefer: 'respond-async' })
    const monitor = await ended(again)
    expect([monitor.state, monitor.response.statusCode]).toEqual(['InError', '409'])
    expect(JSON.parse(monitor.response.body)).toEqual(answer.body)
    expect((await ask('PATCH', href, { state: 'active' })).body.state).toBe('active')
    expect(await commands(String(id))).toEqual(['activate', 'activate', 'activate'])
  })

  test('to let go of a service, which stays', async () => {
    const { href } = await created()
    node.network.fail({ action: 'deactivate', ...refusal })
    expect((await ask('DELETE', href)).body).toMatchObject({ status: '409', currentState: 'active' })
    expect((await ask('GET', href)).body.state).toBe('active')
    expect((await ask('DELETE', href)).status).toBe(204)
  })
})

test('a passing fault is met by asking again, and the network does it once', async () => {
  node.network.fail({ action: 'activate', times: 2, as: 'fault' })
  const answer = await ask('POST', services, line, { Prefer: 'wait=0' })
  expect((await monitorOf(answer)).body.state).toBe('InProgress')
  const monitor = await ended(answer)
  expect(monitor.state).toBe('Completed')
  expect(await commands(JSON.parse(monitor.response.body).id)).toEqual(['activate'])
})

test('while the network is asked, nobody else moves or removes the service', async () => {
  const { href } = await created()
  node.network.latency = 500
  const asked = await ask('PATCH', href, { state: 'inactive' }, { Prefer: 'respond-async' })
  const conflict = { code: 'taskAlreadyOpen', status: '409' }
  for (const [method, change] of [
    ['PATCH', { state: 'terminated' }],
    ['PATCH', speed(1)],
    ['DELETE', undefined],
  ] as const) {
    const { body } = await ask(method, href, change)
    expect(body).toMatchObject(conflict)
    expect(body.referenceError).toContain(asked.headers.get('monitorid'))
  }
  await ended(asked)
  node.network.latency = 0
  expect((await ask('DELETE', href)).status).toBe(204)
})

describe('a client waits', () => {
  test('as long as it says, when the network needs that long', async () => {
    node.network.latency = 300
    const answer = await ask('POST', services, line, { Prefer: 'respond-async, wait=20' })
    expect([answer.status, answer.body.state, answer.headers.get('preference-applied')]).toEqual([
      201,
      'active',
      'wait=20',
    ])
  })

  test('no longer than it says', async () => {
    node.network.latency = 1_500
    const answer = await ask('POST', services, line, { Prefer: 'wait=1' })
    expect(answer.status).toBe(202)
    expect((await ended(answer)).state).toBe('Completed')
  })

  test('no more once it has hung up, and the network does it all the same', async () => {
    node.network.latency = 400
    const name = 'hung up'
    const { signal, abort } = hangUp()
    const request = fetch(node.url + services, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ ...line, name }),
      signal,
    })
    const found = async () => (await ask('GET', `${services}?name=${encodeURIComponent(name)}`)).body
    await eventually(async () => (await found()).length).toBe(1)
    abort()
    await expect(request).rejects.toThrow()
    await eventually(async () => (await found())[0].state).toBe('active')
    expect(await commands((await found())[0].id)).toEqual(['activate'])
  })
})

function hangUp() {
  const controller = new AbortController()
  return { signal: controller.signal, abort: () => controller.abort() }
}

test('the typed client says where to look for what is not over yet', async () => {
  const client = new Client(node.url).at(ServiceActivationApi, Service)
  const draft = { state: 'active', serviceSpecification: { id: 'ss-1' } } as const
  expect((await client.create(draft)).state).toBe('active')
  node.network.latency = 400
  const impatient = await beside(fresh.url, { activationWait: 0 })
  const late = new Client(impatient.url).at(ServiceActivationApi, Service).create(draft)
  const error = await late.catch((failure: unknown) => failure)
  expect(error).toBeInstanceOf(NotYetDone)
  await eventually(async () => (await ask('GET', (error as NotYetDone).monitor)).body.state).toBe('Completed')
})

describe('a request repeated with its key', () => {
  let keys = 0
  const keyed = (more: Record<string, string> = {}) => ({
    'Idempotency-Key': `activation-${keys++}`,
    ...more,
  })

  test('is answered the same and commanded once, while the first runs and after it', async () => {
    node.network.latency = 300
    const headers = keyed()
    const body = { ...line, name: 'repeated' }
    const first = ask('POST', services, body, headers)
    await eventually(async () => (await ask('GET', `${services}?name=repeated`)).body.length).toBe(1)
    const answers = await Promise.all([first, ask('POST', services, body, headers)])
    answers.push(await ask('POST', services, body, headers))
    const [{ text, headers: told }] = answers
    for (const answer of answers) expect([answer.status, answer.text]).toEqual([201, text])
    for (const name of ['location', 'etag', 'content-type']) {
      expect([name, ...answers.slice(1).map((answer) => answer.headers.get(name))]).toEqual([
        name,
        told.get(name),
        told.get(name),
      ])
    }
    expect(answers.map((answer) => answer.headers.get('idempotency-replayed'))).toEqual([
      null,
      'true',
      'true',
    ])
    expect(await commands(answers[0].body.id)).toEqual(['activate'])
  })

  test('is refused the same, without asking the network again', async () => {
    node.network.fail({ action: 'activate', times: 1, as: 'refused' })
    const headers = keyed()
    const first = await ask('POST', services, line, headers)
    const again = await ask('POST', services, line, headers)
    expect([first.status, again.status, again.body]).toEqual([409, 409, first.body])
    expect(again.headers.get('idempotency-replayed')).toBe('true')
  })

  test('is led to the same monitor', async () => {
    const headers = keyed({ Prefer: 'respond-async' })
    const first = await ask('POST', services, line, headers)
    await ended(first)
    const again = await ask('POST', services, line, headers)
    expect([again.status, again.headers.get('monitorid')]).toEqual([202, first.headers.get('monitorid')])
  })

  test('is removed once', async () => {
    const { id, href } = await created()
    const headers = keyed()
    expect((await ask('DELETE', href, undefined, headers)).status).toBe(204)
    expect((await ask('DELETE', href, undefined, headers)).status).toBe(204)
    expect(await commands(id)).toEqual(['activate', 'deactivate'])
  })
})

describe('a resource', () => {
  test('is configured when it is posted, suspended until then', async () => {
    node.network.latency = 300
    const asked = await ask(
      'POST',
      resources,
      { name: 'Port', resourceStatus: 'available' },
      { Prefer: 'wait=0' },
    )
    const { sourceHref } = (await monitorOf(asked)).body
    expect((await ask('GET', sourceHref)).body.resourceStatus).toBe('suspended')
    const { response } = await ended(asked)
    const { id, resourceStatus } = JSON.parse(response.body)
    expect([resourceStatus, await actionsOn('Resource', id)]).toEqual(['available', ['configure']])
  })

  test('posted without a status is unknown once it is configured', async () => {
    const { status, body } = await ask('POST', resources, {})
    expect([status, body.resourceStatus, await actionsOn('Resource', body.id)]).toEqual([
      201,
      'unknown',
      ['configure'],
    ])
  })

  test('that is refused stays suspended, and is configured when it is asked for again', async () => {
    node.network.fail({ action: 'configure', times: 1, as: 'refused' })
    const { body } = await ask('POST', resources, { name: 'Refused', resourceStatus: 'available' })
    expect(body).toMatchObject({ status: '409', currentState: 'suspended' })
    const [, id] = /resource (\S+) is/.exec(body.message) ?? []
    const again = await ask('PATCH', `${resources}/${id}`, { resourceStatus: 'available' })
    expect([again.status, again.body.resourceStatus]).toEqual([200, 'available'])
    expect((await ask('DELETE', `${resources}/${id}`)).status).toBe(204)
    expect(await actionsOn('Resource', String(id))).toEqual(['configure', 'configure', 'deactivate'])
  })
})

describe('a server without an engine', () => {
  test('is told when another node has done it', async () => {
    node.network.latency = 200
    const other = await beside(fresh.url, { activationWait: 20_000 })
    const answer = await ask('POST', other.url + services, line)
    expect([answer.status, answer.body.state]).toEqual([201, 'active'])
    expect(answer.body.href.startsWith(other.url)).toBe(true)
  })

  test('answers with a monitor when nobody does it in time, and does not make a shutdown wait', async () => {
    const empty = await freshDatabase()
    try {
      const alone = await beside(empty.url, { activationWait: 50 })
      expect((await ask('POST', alone.url + services, line)).status).toBe(202)
      const waiting = ask('POST', alone.url + services, line, { Prefer: 'wait=30' })
      await eventually(async () => (await ask('GET', alone.url + services)).body.length).toBe(2)
      const closed = Date.now()
      const [answer] = await Promise.all([waiting, alone.server.close()])
      expect(answer.status).toBe(202)
      expect(Date.now() - closed).toBeLessThan(15_000)
    } finally {
      for (const close of servers.splice(0)) await close()
      await empty.drop()
    }
  })
})
