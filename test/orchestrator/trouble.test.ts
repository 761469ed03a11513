import { afterEach, describe, expect, test } from 'vitest'
import type { JsonObject } from '../../src/derive/validate.ts'
import { Catalogue } from '../../src/orchestrator/catalogue.ts'
import { Engine } from '../../src/orchestrator/engine.ts'
import { exampleOrder, Operator, type OperatorOptions } from '../support/operator.ts'

let operator: Operator
afterEach(() => operator.close())

async function open(options: OperatorOptions = {}): Promise<void> {
  operator = await Operator.open(options)
}

const placeFibre = async (): Promise<string> =>
  (await operator.create('ProductOrder', exampleOrder('fibre-product-order'))).id

const statesOf = async (id: string): Promise<unknown[]> =>
  (await operator.thread(id))
    .filter(({ type, entityId }) => type === 'ProductOrderStateChangeEvent' && entityId === id)
    .map(({ resource }) => resource.state)

const notesOf = (order: JsonObject): string =>
  ((order.note ?? []) as JsonObject[]).map(({ text }) => text).join('\n')

describe('the network fails in passing', () => {
  test('the same command is sent again, and the order completes', async () => {
    await open({ failures: [{ action: 'configure', times: 2, as: 'fault' }] })
    const id = await placeFibre()
    const order = await operator.reaches('ProductOrder', id)
    expect(order.state).toBe('completed')
  })

  test('after the last try the order is held and says why; taken up again, it completes', async () => {
    await open({ failures: [{ action: 'activate', times: 4, as: 'fault' }] })
    const id = await placeFibre()
    const held = await operator.becomes('ProductOrder', id, (order) => notesOf(order).includes('Held:'))
    expect(held.state).toBe('held')
    expect(notesOf(held)).toContain('4 tries')
    await operator.patch('ProductOrder', id, { state: 'inProgress' }, ['client'])
    expect(await operator.reaches('ProductOrder', id)).toMatchObject({ state: 'completed' })
  })
})

test('a command the network refuses holds the order until a person takes it up again', async () => {
  await open({ failures: [{ action: 'test', times: 1, as: 'refused', code: 'T-1', reason: 'no light' }] })
  const id = await placeFibre()
  const held = await operator.becomes('ProductOrder', id, (order) => notesOf(order).includes('no light'))
  expect(held.state).toBe('held')
  await operator.patch('ProductOrder', id, { state: 'inProgress' }, ['client'])
  expect(await operator.reaches('ProductOrder', id)).toMatchObject({ state: 'completed' })
})

test('an order that is held for a person is in jeopardy: its service order says why, and tells it', async () => {
  await open({ failures: [{ action: 'test', times: 1, as: 'refused', code: 'T-1', reason: 'no light' }] })
  const id = await placeFibre()
  await operator.becomes('ProductOrder', id, (order) => notesOf(order).includes('no light'))
  const alerts = (await operator.thread(id)).filter(({ type }) => type === 'ServiceOrderJeopardyEvent')
  expect(alerts).toHaveLength(1)
  expect(alerts[0]?.resource.jeopardyAlert).toEqual([
    {
      id: '1',
      name: 'Order held',
      alertDate: expect.any(String),
      jeopardyType: 'critical',
      exception: expect.stringContaining('no light'),
      message: expect.any(String),
    },
  ])
})

test('without a technician the order stays held, until the work order is closed', async () => {
  await open({ hasTechnician: false })
  const id = await placeFibre()
  await operator.reaches('ProductOrder', id, ['held'])
  const [workOrder] = (await operator.thread(id)).filter(({ kind }) => kind === 'WorkOrder')
  await operator.patch('WorkOrder', workOrder?.entityId ?? '', { state: 'inProgress' })
  expect(await statesOf(id)).toEqual(['inProgress', 'held'])
  await operator.patch('WorkOrder', workOrder?.entityId ?? '', { state: 'completed' })
  expect(await operator.reaches('ProductOrder', id)).toMatchObject({ state: 'completed' })
})

test('only the plan of an order completes it, whatever a client says', async () => {
  await open({ hasTechnician: false })
  const id = await placeFibre()
  await operator.reaches('ProductOrder', id, ['held'])
  await expect(operator.patch('ProductOrder', id, { state: 'completed' }, ['client'])).rejects.toMatchObject({
    code: 'stateTransitionNotAllowed',
  })
  await expect(operator.patch('ProductOrder', id, { state: 'cancelled' }, ['client'])).rejects.toThrow(
    /POST a cancelProductOrder/,
  )
})

test('a client changes neither the state of an item nor an item that is being worked on', async () => {
  await open({ hasTechnician: false })
  const id = await placeFibre()
  const order = await operator.reaches('ProductOrder', id, ['held'])
  const [item] = order.productOrderItem as JsonObject[]
  const patchItem = (change: JsonObject) =>
    operator.patch('ProductOrder', id, { productOrderItem: [{ ...item, ...change }] }, ['client'])
  await expect(patchItem({ state: 'completed' })).rejects.toMatchObject({ code: 'forbidden' })
  const added = { productOrderItem: [item, { id: '2', action: 'add' }] }
  await expect(operator.patch('ProductOrder', id, added, ['client'])).rejects.toMatchObject({
    code: 'resourceLocked',
  })
})

test('a task is deleted only when it no longer runs', async () => {
  await open()
  await operator.engine.stop()
  const { page } = operator.context.model.homeOf('CheckServiceQualification')
  const asked = exampleOrder('service-qualification')
  const done = await operator.create('CheckServiceQualification', asked)
  const running = await operator.create('CheckServiceQualification', {
    ...asked,
    instantSyncQualification: false,
  })
  const { remove } = await import('../../src/resources/remove.ts')
  const { callerOf } = await import('../support/operator.ts')
  await remove(operator.context, page, { id: done.id }, callerOf())
  await expect(remove(operator.context, page, { id: running.id }, callerOf())).rejects.toMatchObject({
    code: 'resourceNotDeletable',
  })
})

test('a part of another order is held and resumed through that order only', async () => {
  await open({ hasTechnician: false })
  const id = await placeFibre()
  await operator.reaches('ProductOrder', id, ['held'])
  const [serviceOrder] = (await operator.thread(id)).filter(({ kind }) => kind === 'ServiceOrder')
  await expect(
    operator.patch('ServiceOrder', serviceOrder?.entityId ?? '', { state: 'inProgress' }, ['client']),
  ).rejects.toMatchObject({ code: 'businessRuleViolated' })
})

test('many orders at once all complete, and no resource is given twice', async () => {
  await open()
  const placed = await Promise.all(Array.from({ length: 30 }, placeFibre))
  const orders = await Promise.all(placed.map((id) => operator.reaches('ProductOrder', id)))
  expect(orders.map((order) => order.state)).toEqual(orders.map(() => 'completed'))
  const used = await operator.context.database.read<{ id: string; products: number }>({
    text: `select r->>'id' as id, count(*)::int as products
      from entity_product, jsonb_array_elements(doc->'realizingResource') as r group by 1`,
  })
  expect(used).toHaveLength(30 * 5)
  expect(used.filter(({ products }) => products > 1)).toEqual([])
  for (const { kind, lifecycle } of operator.context.model.pages) {
    if (lifecycle === undefined) continue
    const wrong = await operator.context.database.read({
      text: 'select id from entity where kind = $1 and state is distinct from doc->>$2',
      values: [kind, lifecycle.of],
    })
    expect([kind, wrong]).toEqual([kind, []])
  }
})

test('two nodes share the work, and each command is carried out once', async () => {
  await open()
  const { context } = operator
  const catalogue = new Catalogue(context.database, context.model)
  const other = new Engine(context, {
    adapter: operator.network,
    catalogue,
    log: (message) => operator.log.push(message),
  })
  other.start()
  const placed = await Promise.all(Array.from({ length: 20 }, placeFibre))
  const orders = await Promise.all(placed.map((id) => operator.reaches('ProductOrder', id)))
  await other.stop()
  expect(orders.map((order) => order.state)).toEqual(orders.map(() => 'completed'))
  const events = await context.database.read<{ entity_id: string; times: number }>({
    text: `select entity_id, count(*)::int as times from event where type = 'ProductCreateEvent' group by 1 having count(*) > 1`,
  })
  expect(events).toEqual([])
})

test('an order whose catalogue is broken harms no other order', async () => {
  await open()
  const specification = await operator.read('ResourceSpecification', 'rspec-bng-session')
  const broken = {
    ...specification,
    id: 'rspec-broken',
    resourceSpecCharacteristic: [
      {
        name: 'endless',
        valueType: 'text',
        resourceSpecCharacteristicValue: [
          {
            isDefault: true,
            valueType: 'expression',
            value: '($f := function($x) { $f($x + 1) + 1 }; $f(0))',
          },
        ],
      },
      {
        name: 'assignment',
        '@type': 'FulfilmentRule',
        resourceSpecCharacteristicValue: [{ isDefault: true, value: 'new' }],
      },
    ],
  }
  const { page } = operator.context.model.homeOf('ResourceSpecification')
  const { importRecords } = await import('../../src/resources/import.ts')
  const { href: _href, lastUpdate: _date, ...document } = broken as JsonObject
  const { callerOf } = await import('../support/operator.ts')
  await importRecords(operator.context, [{ page, document }], callerOf('import'))
  const item = { id: '1', action: 'add', resourceSpecification: { id: 'rspec-broken' } }
  const poison = await operator.create('ResourceOrder', { orderItem: [item] })
  const healthy = await Promise.all(Array.from({ length: 5 }, placeFibre))
  for (const id of healthy) {
    expect(await operator.reaches('ProductOrder', id)).toMatchObject({ state: 'completed' })
  }
  expect(await operator.read('ResourceOrder', poison.id)).toMatchObject({ state: 'acknowledged' })
  expect(operator.log.join('\n')).toMatch(/rspec-broken.*[Ss]tack/)
})

test('an expression that cannot be read is refused when the specification is written', async () => {
  await open()
  const specCharacteristic = [
    { name: 'speed', characteristicValueSpecification: [{ valueType: 'expression', value: 'product.' }] },
  ]
  await expect(
    operator.create('ServiceSpecification', { name: 'Broken', specCharacteristic }),
  ).rejects.toMatchObject({ code: 'invalidExpression' })
  await expect(
    operator.patch('ServiceSpecification', 'sspec-cfs-internet-access', { specCharacteristic }),
  ).rejects.toThrow(/characteristic 'speed' is not a JSONata expression/)
})
