import { afterEach, describe, expect, test } from 'vitest'
import type { JsonObject } from '../../src/derive/validate.ts'
import { exampleOrder, Operator } from '../support/operator.ts'

let operator: Operator
afterEach(() => operator.close())

const placeFibre = async (): Promise<string> =>
  (await operator.create('ProductOrder', exampleOrder('fibre-product-order'))).id

const cancel = (id: string, more: JsonObject = {}) =>
  operator.create('CancelProductOrder', { productOrder: { id }, cancellationReason: 'changed mind', ...more })

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

const soon = (milliseconds: number) => new Date(Date.now() + milliseconds).toISOString()

test('a cancellation at a later date leaves the order alone until then', async () => {
  operator = await Operator.open({ hasTechnician: false })
  const id = await placeFibre()
  const held = await operator.reaches('ProductOrder', id, ['held'])
  const task = await cancel(id, { requestedCancellationDate: soon(3_000) })
  expect(task.state).toBe('acknowledged')
  expect(await operator.read('ProductOrder', id)).toEqual(held)
  await expect(cancel(id)).rejects.toMatchObject({
    code: 'taskAlreadyOpen',
    detail: { referenceError: task.href },
  })
  await operator.reaches('CancelProductOrder', task.id, ['done'])
  expect((await operator.read('ProductOrder', id)).state).toBe('cancelled')
})

test('a cancellation whose date comes after the order is over ends with an error', async () => {
  operator = await Operator.open()
  const id = await placeFibre()
  const task = await cancel(id, { requestedCancellationDate: soon(3_000) })
  expect((await operator.reaches('ProductOrder', id)).state).toBe('completed')
  await operator.reaches('CancelProductOrder', task.id, ['terminatedWithError'])
  expect((await operator.read('ProductOrder', id)).state).toBe('completed')
})

describe('a work order', () => {
  const callOff = (id: string, more: JsonObject = {}) =>
    operator.create('CancelWorkOrder', { workOrder: { id }, ...more })
  const placeWork = () =>
    operator.create('WorkOrder', { workOrderItem: [{ id: '1', action: 'add', work: { name: 'Splice' } }] })
  const statesOf = async (id: string, thread: string) =>
    (await operator.thread(thread))
      .filter(({ entityId, type }) => entityId === id && type.endsWith('StateChangeEvent'))
      .map(({ resource }) => resource.state)

  test('that nobody has begun is called off, and the order that waits for it is held for a person', async () => {
    operator = await Operator.open({ hasTechnician: false })
    const order = await placeFibre()
    await operator.reaches('ProductOrder', order, ['held'])
    const visit = (await operator.thread(order)).find(({ kind }) => kind === 'WorkOrder')?.entityId ?? ''
    const task = await callOff(visit)
    expect(task.state).toBe('accepted')
    await expect(callOff(visit)).rejects.toMatchObject({ code: 'taskAlreadyOpen' })
    expect(await operator.reaches('CancelWorkOrder', task.id, ['done'])).toHaveProperty(
      'effectiveCancellationDate',
    )
    expect(await operator.read('WorkOrder', visit)).toMatchObject({
      state: 'cancelled',
      workOrderItem: [{ state: 'cancelled' }],
    })
    const isTold = ({ note }: JsonObject) => JSON.stringify(note ?? '').includes('send a technician again')
    await operator.becomes('ProductOrder', order, isTold)
  })

  test('goes through its states, each told by an event', async () => {
    operator = await Operator.open()
    const { id } = await placeWork()
    const task = await operator.create('CancelWorkOrder', { workOrder: { id } }, 'call-off')
    await operator.reaches('CancelWorkOrder', task.id, ['done'])
    expect(await statesOf(id, 'call-off')).toEqual([
      'assessingCancellation',
      'pendingCancellation',
      'cancelled',
    ])
    expect(await statesOf(task.id, 'call-off')).toEqual(['inProgress', 'done'])
    await expect(callOff(id)).rejects.toMatchObject({ code: 'stateTransitionNotAllowed' })
    await expect(callOff('wo-unknown')).rejects.toMatchObject({ code: 'referencedEntityNotFound' })
  })

  test('that the technician has begun is not called off', async () => {
    operator = await Operator.open()
    const { id } = await placeWork()
    await operator.patch('WorkOrder', id, { state: 'inProgress' })
    const task = await callOff(id)
    await operator.reaches('CancelWorkOrder', task.id, ['terminatedWithError'])
    expect((await operator.read('WorkOrder', id)).state).toBe('inProgress')
  })

  test('is called off at a later date when that is asked for', async () => {
    operator = await Operator.open()
    const { id } = await placeWork()
    const task = await callOff(id, { requestedCancellationDate: soon(3_000) })
    expect((await operator.read('WorkOrder', id)).state).toBe('acknowledged')
    await operator.reaches('CancelWorkOrder', task.id, ['done'])
    expect((await operator.read('WorkOrder', id)).state).toBe('cancelled')
  })
})
