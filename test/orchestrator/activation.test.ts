/** Activation beside orders, and what becomes of it when the network never answers. */
import { afterEach, expect, test } from 'vitest'
import type { Document, ResourcePage } from '../../src/declare/index.ts'
import type { JsonObject } from '../../src/derive/json.ts'
import { create } from '../../src/resources/create.ts'
import { monitored } from '../../src/resources/monitored.ts'
import { patch } from '../../src/resources/patch.ts'
import { remove } from '../../src/resources/remove.ts'
import { callerOf, exampleOrder, Operator, type OperatorOptions } from '../support/operator.ts'

let operator: Operator
afterEach(() => operator.close())

const pageOf = (api: string, name: string): ResourcePage => {
  const found = operator.context.model.collections.find(
    (collection) => collection.api.number === api && collection.page.name === name,
  )
  if (found === undefined) throw new Error(`no ${name} in ${api}`)
  return found.page
}
const service = () => pageOf('TMF640', 'Service')
const change = (page: ResourcePage, id: string, body: JsonObject) =>
  patch(operator.context, page, { id }, body, callerOf())

/** Posts a service, with a monitor that tells what becomes of it; `meanwhile` is done before that is waited for. */
async function posted(body: JsonObject, meanwhile = async () => {}): Promise<Document> {
  const page = pageOf('TMF640', 'Monitor')
  const asked = { page, request: {}, source: '/', base: 'http://here', isWanted: false, keptFor: 60_000 }
  const { location = '' } = await monitored(operator.context, callerOf(), asked, async (context) => {
    const written = await create(context, service(), body, callerOf('activation'))
    return { status: 201, ...written, location: context.model.hrefOf(service(), written.document.id) }
  })
  await meanwhile()
  return operator.becomes(page.name, location.split('/').at(-1) ?? '', ({ state }) => state !== 'InProgress')
}

const line = { name: 'Line', state: 'active', serviceSpecification: { id: 'ss-1' } }
const journal = () =>
  operator.context.database.read<{ action: string }>({ text: 'select action from network.journal' })

test('a network that never answers is given up, and the service may be asked for again', async () => {
  operator = await Operator.open({
    failures: [{ action: 'activate', times: 4, as: 'fault', reason: 'timeout' }],
  })
  const monitor = await posted(line)
  const { statusCode, header, body } = monitor.response as {
    statusCode: string
    header: object[]
    body: string
  }
  const id = String(monitor.sourceHref).split('/').at(-1) ?? ''
  expect([monitor.state, statusCode]).toEqual(['InError', '503'])
  expect(header).toContainEqual({ name: 'Retry-After', value: '60' })
  expect(JSON.parse(body)).toMatchObject({
    code: 'unavailable',
    currentState: 'inactive',
    message: expect.stringMatching(/^service \S+ is inactive, .*timeout \(4 tries\)$/),
  })
  expect(await journal()).toEqual([])
  expect((await change(service(), id, { state: 'active' })).isPending).toBe(true)
  await operator.becomes('Service', id, ({ state }) => state === 'active')
  expect(await journal()).toEqual([{ action: 'activate' }])
})

test('a service that is removed from the inventory meanwhile is told of as gone', async () => {
  const options: OperatorOptions = { failures: [{ action: 'activate', times: 1, as: 'fault' }] }
  operator = await Operator.open({
    ...options,
    engine: { retry: { first: 500, longest: 500, attempts: 4, chance: () => 0.5 } },
  })
  const ended = posted({ ...line, name: 'removed' })
  const found = async () =>
    (
      await operator.context.database.read<{ id: string }>({
        text: `select id from entity_service where doc->>'name' = 'removed'`,
      })
    )[0]?.id
  let id = await found()
  while (id === undefined) id = await found()
  await remove(operator.context, pageOf('TMF638', 'Service'), { id }, callerOf())
  expect(await ended).toMatchObject({ state: 'InError', response: { statusCode: '404' } })
})

test('what an order in progress works on is not activated beside it, but is once the order is over', async () => {
  operator = await Operator.open({ hasTechnician: false })
  const { id } = await operator.create('ProductOrder', exampleOrder('fibre-product-order'))
  await operator.reaches('ProductOrder', id, ['held'])
  const thread = await operator.thread(id)
  const ofKind = (kind: string) => [
    ...new Set(thread.filter((event) => event.kind === kind).map((event) => event.entityId)),
  ]
  const [serviceOrder] = ofKind('ServiceOrder')
  const [resourceOrder] = ofKind('ResourceOrder')
  for (const each of ofKind('Service')) {
    await expect(change(service(), each, { state: 'active' })).rejects.toMatchObject({
      code: 'businessRuleViolated',
      message: expect.stringContaining(`serviceOrder ${serviceOrder}`),
      detail: { referenceError: expect.stringContaining(String(serviceOrder)) },
    })
  }
  const port = 'res-inst-olt-port-04-12'
  const resource = pageOf('TMF702', 'Resource')
  const suspended = { resourceStatus: 'available', resourceCharacteristic: [{ name: 'olt', value: 'other' }] }
  await expect(change(resource, port, suspended)).rejects.toThrow(`resourceOrder ${resourceOrder}`)
  await expect(remove(operator.context, resource, { id: port }, callerOf())).rejects.toThrow(
    /belongs to|referenced/,
  )
  expect(await journal()).toEqual([])

  const [workOrder = ''] = ofKind('WorkOrder')
  for (const state of ['inProgress', 'completed']) await operator.patch('WorkOrder', workOrder, { state })
  await operator.reaches('ProductOrder', id)
  for (const each of ofKind('Service')) {
    expect((await change(service(), each, { state: 'inactive' })).isPending).toBe(true)
    await operator.becomes('Service', each, ({ state }) => state === 'inactive')
  }
})

test('a fault of ours ends in an error that says so, and keeps nobody else waiting', async () => {
  operator = await Operator.open()
  await operator.engine.stop()
  const spoil = `update plan set body = (jsonb_set(body::jsonb, '{steps,0,change,tracking,fields}', '["[["]')
    || '{"faults": 4}')::json where kind = 'Service'`
  const broken = posted(line, async () => {
    await operator.context.database.withWriter((client) => client.query(spoil))
    operator.engine.start()
  })
  expect(await broken).toMatchObject({ state: 'InError', response: { statusCode: '503' } })
  expect(operator.log.join('\n')).toContain('failed 5 times')
  const healthy = await posted(line)
  expect(healthy.state).toBe('Completed')
  const plans = `select 1 as found from plan where kind = 'Service'`
  expect(await operator.context.database.read({ text: plans })).toEqual([])
})
