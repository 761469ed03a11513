import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ServiceOrderingApi } from '../../src/apis/tmf641-service-ordering/index.ts'
import { ServiceOrder } from '../../src/apis/tmf641-service-ordering/service-order.ts'
import { ProcessFlowApi } from '../../src/apis/tmf701-process-flow/index.ts'
import { ProcessFlow } from '../../src/apis/tmf701-process-flow/process-flow.ts'
import { TaskFlow } from '../../src/apis/tmf701-process-flow/task-flow.ts'
import { Client, RequestRefused } from '../../src/client/index.ts'
import { startServer, type TestServer } from '../support/server.ts'

let server: TestServer
let client: Client
beforeAll(async () => {
  server = await startServer()
  client = new Client(server.url, { correlationId: 'thread-of-the-test' })
})
afterAll(() => server.close())

const orders = () => client.at(ServiceOrderingApi, ServiceOrder)
const item = { id: '1', action: 'add' as const, service: { name: 'Fibre' } }

describe('the client', () => {
  test('creates, reads, changes and removes with the types of the page', async () => {
    const created = await orders().create({ category: 'broadband', serviceOrderItem: [item] })
    expect(created.state).toBe('acknowledged')
    const { document, etag } = await orders().readTagged(created.id)
    expect(document).toEqual(created)
    const changed = await orders().patch(
      created.id,
      { description: 'For Ada' },
      { ifMatch: etag ?? '', fields: ['description'] },
    )
    expect(changed.description).toBe('For Ada')
    expect(changed.state).toBeUndefined()
    const refusal = await orders()
      .remove(created.id)
      .catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(RequestRefused)
    expect(refusal).toMatchObject({ status: 409, code: 'resourceNotDeletable' })
  })

  test('walks through all that match, however small its pages are', async () => {
    const made: string[] = []
    for (let count = 0; count < 7; count++) {
      const { id } = await orders().create({ category: 'a,b "c"', serviceOrderItem: [item] })
      made.push(id)
    }
    const found: string[] = []
    for await (const { id } of orders().list({ where: { category: 'a,b "c"' }, pageSize: 3 })) found.push(id)
    expect(found).toEqual(made)
    const [newest] = (await orders().page({ where: { category: 'a,b "c"' }, sort: ['-orderDate'], limit: 1 }))
      .documents
    expect(made).toContain(newest?.id)
    expect(await orders().count({ where: { state: ['held', 'acknowledged'], category: 'a,b "c"' } })).toBe(7)
  })

  test('reaches what is nested under another', async () => {
    const flows = client.at(ProcessFlowApi, ProcessFlow)
    const { id } = await flows.create({ processFlowSpecification: 'fibre' })
    const tasks = client.at(ProcessFlowApi, TaskFlow, id)
    const task = await tasks.create({})
    expect((await tasks.read(task.id)).href).toContain(`/processFlow/${id}/taskFlow/`)
  })

  test('does once what is sent twice with one key', async () => {
    const body = { serviceOrderItem: [item] }
    const first = await orders().create(body, { idempotencyKey: 'once' })
    const again = await orders().create(body, { idempotencyKey: 'once' })
    expect(again.id).toBe(first.id)
  })

  test('says what the server said when it says no', async () => {
    const refusal = await orders()
      .read('nobody')
      .catch((error: RequestRefused) => error)
    expect(refusal).toMatchObject({ status: 404, code: 'resourceNotFound' })
  })
})
