import { afterEach, expect, test } from 'vitest'
import type { JsonObject } from '../../src/derive/validate.ts'
import { exampleOrder, Operator } from '../support/operator.ts'

let operator: Operator
afterEach(() => operator.close())

const placeFibre = async (): Promise<string> =>
  (await operator.create('ProductOrder', exampleOrder('fibre-product-order'))).id

const cancel = (id: string) =>
  operator.create('CancelProductOrder', { productOrder: { id }, cancellationReason: 'changed mind' })

test('cancelled before the network was told anything, an order gives everything back', async () => {
  operator = await Operator.open({ hasTechnician: false })
  const before = await operator.read('Resource', 'res-inst-olt-port-04-12')
  const id = await placeFibre()
  await operator.reaches('ProductOrder', id, ['held'])
  const task = await cancel(id)
  expect(await operator.reaches('ProductOrder', id, ['cancelled'])).toMatchObject({
    productOrderItem: [{ state: 'cancelled' }],
  })
  expect(await operator.reaches('CancelProductOrder', task.id, ['done'])).toHaveProperty(
    'effectiveCancellationDate',
  )
  expect(await operator.read('Resource', 'res-inst-olt-port-04-12')).toEqual(before)
  const thread = await operator.thread(id)
  const last = new Map(thread.map(({ kind, entityId, resource }) => [`${kind} ${entityId}`, resource]))
  for (const [key, { state }] of last) {
    if (/^(ServiceOrder|ResourceOrder|WorkOrder) /.test(key)) expect([key, state]).toEqual([key, 'cancelled'])
    if (key.startsWith('Service ')) expect([key, state]).toEqual([key, 'terminated'])
  }
  const states = thread
    .filter(({ type }) => type === 'ProductOrderStateChangeEvent')
    .map(({ resource }) => resource.state)
  expect(states.slice(-3)).toEqual(['assessingCancellation', 'pendingCancellation', 'cancelled'])
})

test('past the point of no return the cancellation is refused, and the order is where it was', async () => {
  operator = await Operator.open({
    failures: [{ action: 'test', times: 1, as: 'refused', reason: 'no light' }],
  })
  const id = await placeFibre()
  await operator.becomes('ProductOrder', id, ({ note }) => JSON.stringify(note ?? '').includes('no light'))
  const task = await cancel(id)
  await operator.reaches('CancelProductOrder', task.id, ['terminatedWithError'])
  const order = await operator.read('ProductOrder', id)
  expect(order.state).toBe('held')
  expect((order.note as JsonObject[]).at(-1)?.text).toContain('Cancellation refused')
  await operator.patch('ProductOrder', id, { state: 'inProgress' }, ['client'])
  expect(await operator.reaches('ProductOrder', id)).toMatchObject({ state: 'completed' })
  await expect(cancel(id)).rejects.toMatchObject({ code: 'stateTransitionNotAllowed' })
})

test('an order is cancelled once, as a whole, and only if it exists', async () => {
  operator = await Operator.open({ hasTechnician: false })
  await expect(cancel('po-unknown')).rejects.toMatchObject({ code: 'referencedEntityNotFound' })
  const id = await placeFibre()
  await operator.reaches('ProductOrder', id, ['held'])
  const [serviceOrder] = (await operator.thread(id)).filter(({ kind }) => kind === 'ServiceOrder')
  const part = { serviceOrder: { id: serviceOrder?.entityId } }
  await expect(operator.create('CancelServiceOrder', part)).rejects.toMatchObject({
    code: 'businessRuleViolated',
  })
  await operator.engine.stop()
  await cancel(id)
  await expect(cancel(id)).rejects.toMatchObject({ code: 'taskAlreadyOpen' })
})
