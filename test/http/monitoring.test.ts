/** `Prefer: respond-async` and the monitors of activation (wire contract, section 17). */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { resourceBehaviours } from '../../src/behaviours/index.ts'
import type { Behaviour } from '../../src/resources/behaviour.ts'
import { inWork } from '../../src/resources/work.ts'
import { type Answer, send } from '../support/http.ts'
import { startServer, type TestServer } from '../support/server.ts'

const activation = '/tmf-api/ServiceActivationAndConfiguration/v4'
const asynchronous = { Prefer: 'respond-async' }
const service = { name: 'Line', state: 'inactive', serviceSpecification: { id: 'ss-1' } }
const behaviours = new Map<string, Behaviour>()

let server: TestServer
beforeAll(async () => {
  server = await startServer({ behaviours })
  for (const [kind, behaviour] of resourceBehaviours(server.context.database)) behaviours.set(kind, behaviour)
})
afterAll(() => server?.close())

const ask = (path: string, more: Parameters<typeof send>[1]): Promise<Answer> =>
  send(server.url + activation + path, { ...more, headers: { ...asynchronous, ...more?.headers } })

const monitorOf = async (answer: Answer): Promise<Answer['body']> =>
  (await send(String(answer.headers.get('location')))).body

describe('a client that does not wait', () => {
  test('is answered with a monitor, which holds what it would have been answered', async () => {
    const headers = {
      Authorization: 'Bearer secret',
      'Idempotency-Key': 'k-1',
      'X-Correlation-ID': 'thread-1',
    }
    const answer = await ask('/service', { method: 'POST', json: service, headers })
    expect([answer.status, answer.text, answer.headers.get('preference-applied')]).toEqual([
      202,
      '',
      'respond-async',
    ])
    const monitor = await monitorOf(answer)
    expect(monitor).toMatchObject({
      id: answer.headers.get('monitorid'),
      href: `${server.url}${activation}/monitor/${monitor.id}`,
      state: 'Completed',
      request: { method: 'POST', to: `${server.url}${activation}/service`, body: JSON.stringify(service) },
      response: { statusCode: '201' },
    })
    expect(JSON.stringify(monitor.request)).not.toMatch(/secret|k-1/)
    const created = await send(monitor.sourceHref)
    const found = await send(
      `${server.url}${activation}/monitor?sourceHref=${encodeURIComponent(monitor.sourceHref)}`,
    )
    expect(found.body).toEqual([monitor])
    expect(monitor.response.header).toContainEqual({ name: 'Location', value: monitor.sourceHref })
    expect(JSON.parse(monitor.response.body)).toEqual(created.body)
  })

  test('is told of the monitor by its own events', async () => {
    const { rows } = await server.context.database.withWriter((client) =>
      client.query(
        `select type from event where kind = 'ServiceMonitor' and correlation_id = 'thread-1' order by seq`,
      ),
    )
    expect(rows.map(({ type }) => type)).toEqual([
      'MonitorCreateEvent',
      'MonitorAttributeValueChangeEvent',
      'MonitorStateChangeEvent',
    ])
  })

  test('may change and delete likewise', async () => {
    const { body } = await send(`${server.url}${activation}/service`, { method: 'POST', json: service })
    const changed = await ask(`/service/${body.id}`, { method: 'PATCH', json: { state: 'active' } })
    expect(await monitorOf(changed)).toMatchObject({ sourceHref: body.href, response: { statusCode: '200' } })
    expect((await send(body.href)).body.state).toBe('active')
    const removed = await ask(`/service/${body.id}`, { method: 'DELETE' })
    expect(await monitorOf(removed)).toMatchObject({ response: { statusCode: '204', body: '' } })
    expect((await send(body.href)).status).toBe(404)
  })

  test('is refused at once what cannot be, without a monitor', async () => {
    const count = async () =>
      (await send(`${server.url}${activation}/monitor?limit=0`)).headers.get('x-total-count')
    const before = await count()
    expect((await ask('/service', { method: 'POST', json: { state: 'active' } })).body.code).toBe(
      'missingAttribute',
    )
    expect((await ask('/service/nobody', { method: 'PATCH', json: { state: 'active' } })).status).toBe(404)
    expect(await count()).toBe(before)
  })

  test('that repeats itself under a key is led to the same monitor', async () => {
    const headers = { 'Idempotency-Key': 'k-2' }
    const [first, second] = [
      await ask('/service', { method: 'POST', json: service, headers }),
      await ask('/service', { method: 'POST', json: service, headers }),
    ]
    expect([second.status, second.headers.get('idempotency-replayed')]).toEqual([202, 'true'])
    expect(second.headers.get('monitorid')).toBe(first.headers.get('monitorid'))
  })
})

describe('a client is answered as always', () => {
  test.each([
    ['when it says nothing', {}],
    ['when it would wait a while', { Prefer: 'respond-async, wait=10' }],
  ])('%s', async (_when, headers: Record<string, string>) => {
    const answer = await send(`${server.url}${activation}/service`, {
      method: 'POST',
      json: service,
      headers,
    })
    expect([answer.status, answer.headers.get('monitorid')]).toEqual([201, null])
  })

  test('by a task, which tells itself how far it is', async () => {
    const base = `${server.url}/tmf-api/resourceFunctionActivation/v4`
    const json = { name: 'Firewall', resourceSpecification: { id: 'rs-1' } }
    const { body } = await send(`${base}/resourceFunction`, { method: 'POST', json })
    const heal = { cause: 'x', degreeOfHealing: 'full', resourceFunction: { id: body.id } }
    expect((await send(`${base}/heal`, { method: 'POST', json: heal, headers: asynchronous })).status).toBe(
      201,
    )
    const function_ = await send(`${base}/resourceFunction`, { method: 'POST', json, headers: asynchronous })
    expect(function_.status).toBe(202)
  })
})

test('a monitor goes when its time is up', async () => {
  const answer = await ask('/service', { method: 'POST', json: service })
  const id = String(answer.headers.get('monitorid'))
  const due = await server.context.database.read<{ days: number }>({
    text: `select round(extract(epoch from due - now()) / 86400)::int as days from plan where kind = 'ServiceMonitor' and id = $1`,
    values: [id],
  })
  expect(due).toEqual([{ days: 7 }])
  const by = { actor: 'engine', correlationId: 'x' }
  await inWork(server.context, 'default', async (work) => {
    await behaviours.get('ServiceMonitor')?.whenDue?.(work, id, by)
  })
  expect((await send(String(answer.headers.get('location')))).status).toBe(404)
})
