/** Collections below a document (wire contract, section 20): the lines of orders, and what is nested elsewhere. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Answer, send } from '../support/http.ts'
import { startWholeServer, type TestServer } from '../support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startWholeServer()
})
afterAll(() => server.close())

const post = (path: string, json: unknown) => send(server.url + path, { method: 'POST', json })
const idsOf = ({ body }: Answer): string[] => body.map(({ id }: { id: string }) => id)
const five = ['1', '2', '3', '4', '5']

const kinds: readonly { orders: string; items: string; lineOf: (id: string) => object }[] = [
  {
    orders: '/tmf-api/productOrderingManagement/v4/productOrder',
    items: 'productOrderItem',
    lineOf: (id: string) => ({ id, action: 'add', quantity: Number(id) }),
  },
  {
    orders: '/tmf-api/serviceOrdering/v4/serviceOrder',
    items: 'serviceOrderItem',
    lineOf: (id: string) => ({ id, action: 'add', quantity: Number(id), service: {} }),
  },
  {
    orders: '/tmf-api/resourceOrderingManagement/v4/resourceOrder',
    items: 'orderItem',
    lineOf: (id: string) => ({ id, action: 'add', quantity: Number(id) }),
  },
  {
    orders: '/tmf-api/workOrderManagement/v4/workOrder',
    items: 'workOrderItem',
    lineOf: (id: string) => ({ id, action: 'add', description: `${id} hours` }),
  },
]

describe.each(kinds)('the lines below $orders', ({ orders, items, lineOf }) => {
  let order: Answer
  let lines: string
  beforeAll(async () => {
    order = await post(orders, { [items]: five.map(lineOf) })
    lines = `${order.body.href}/${items}`
  })

  test('are those the order holds, each at a place of its own', async () => {
    const listed = await send(lines)
    expect(listed.status).toBe(200)
    expect(listed.body).toEqual(
      order.body[items].map((line: { id: string }) => ({ ...line, href: `${lines}/${line.id}` })),
    )
    for (const line of listed.body) expect((await send(line.href)).body).toEqual(line)
  })

  test('are paged through, by number and by cursor', async () => {
    const page = await send(`${lines}?offset=1&limit=2`)
    expect([page.status, idsOf(page)]).toEqual([206, ['2', '3']])
    const told = ['x-total-count', 'x-result-count', 'content-range'].map((name) => page.headers.get(name))
    expect(told).toEqual(['5', '2', 'items 1-2/5'])
    expect(page.headers.get('link')).toContain(`<${lines}?offset=3&limit=2>; rel="next"`)

    const walked: string[] = []
    for (let next: string | undefined = `${lines}?after=&limit=2&sort=-id`; next !== undefined; ) {
      const step = await send(next)
      walked.push(...idsOf(step))
      next = /<([^>]*)>; rel="next"/.exec(step.headers.get('link') ?? '')?.[1]
    }
    expect(walked).toEqual([...five].reverse())
  })

  test('are found, sorted and cut down as any list is', async () => {
    expect(idsOf(await send(`${lines}?id=2,4&sort=-id`))).toEqual(['4', '2'])
    expect(idsOf(await send(`${lines}?filter=[?(@.id>'3')]`))).toEqual(['4', '5'])
    expect((await send(`${lines}?fields=action&limit=1`)).body).toEqual([
      { id: '1', href: `${lines}/1`, action: 'add' },
    ])
    const unknown = await send(`${lines}?colour=red`)
    expect([unknown.status, unknown.body.code]).toEqual([400, 'unknownQueryAttribute'])
  })

  test('have the tag of their order, and change with it', async () => {
    const before = await send(`${lines}/2`)
    expect(before.headers.get('etag')).toBe(order.headers.get('etag'))
    const seen = { headers: { 'If-None-Match': String(before.headers.get('etag')) } }
    expect((await send(`${lines}/2`, seen)).status).toBe(304)
    const json = { [items]: [...five, '6'].map(lineOf) }
    const changed = await send(order.body.href, { method: 'PATCH', json })
    expect(changed.status).toBe(200)
    const after = await send(`${lines}/6`, seen)
    expect([after.status, after.body.id]).toEqual([200, '6'])
    expect(after.headers.get('etag')).toBe(changed.headers.get('etag'))
  })

  test('are changed by changing the order only', async () => {
    for (const method of ['PATCH', 'DELETE']) {
      const answer = await send(`${lines}/1`, { method, ...(method === 'PATCH' ? { json: {} } : {}) })
      expect([answer.status, answer.body.code]).toEqual([405, 'methodNotAllowed'])
      expect(answer.headers.get('allow')).toBe('GET, HEAD, OPTIONS')
    }
    expect((await post(`${orders}/${order.body.id}/${items}`, lineOf('9'))).status).toBe(405)
  })

  test('of an order there is not are not there, nor is a line of another order', async () => {
    const member = orders.slice(orders.lastIndexOf('/') + 1)
    for (const below of ['', '/1']) {
      const { status, body } = await send(`${server.url}${orders}/gone/${items}${below}`)
      expect([status, body.code, body.message]).toEqual([
        404,
        'resourceNotFound',
        `${member} 'gone' does not exist`,
      ])
    }
    const other = await post(orders, { [items]: [lineOf('77')] })
    const missing = await send(`${lines}/77`)
    expect([missing.status, missing.body.code]).toEqual([404, 'resourceNotFound'])
    expect((await send(`${other.body.href}/${items}/77`)).status).toBe(200)
  })
})

describe('the tasks of a process', () => {
  const processes = '/tmf-api/processFlowManagement/v4/processFlow'
  const begin = () => post(processes, { processFlowSpecification: 'move house' })

  test('are told by the process, whose revision grows with each', async () => {
    const process = await begin()
    const first = await post(`${processes}/${process.body.id}/taskFlow`, { taskFlowSpecification: 'pack' })
    const second = await post(`${processes}/${process.body.id}/taskFlow`, { taskFlowSpecification: 'carry' })
    expect([first.status, second.status]).toEqual([201, 201])
    expect(first.body.href).toBe(`${process.body.href}/taskFlow/${first.body.id}`)
    const read = await send(process.body.href)
    expect(read.body.taskFlow).toEqual(
      [first, second].map(({ body: { id, href } }) => ({ id, href, '@referredType': 'TaskFlow' })),
    )
    expect(read.headers.get('etag')).toBe('"3"')
    expect(idsOf(await send(`${process.body.href}/taskFlow`))).toEqual([first.body.id, second.body.id])
  })

  test('belong to one process: below another they are not there', async () => {
    const [process, other] = await Promise.all([begin(), begin()])
    const task = await post(`${processes}/${process.body.id}/taskFlow`, { taskFlowSpecification: 'pack' })
    const elsewhere = `${other.body.href}/taskFlow/${task.body.id}`
    const nowhere = `${server.url}${processes}/gone/taskFlow/${task.body.id}`
    const change = { method: 'PATCH', json: { priority: 1 } }
    for (const sent of [{}, change]) {
      const misplaced = await send(elsewhere, sent)
      expect([misplaced.status, misplaced.body.message]).toEqual([
        404,
        `taskFlow '${task.body.id}' does not exist`,
      ])
      const orphaned = await send(nowhere, sent)
      expect([orphaned.status, orphaned.body.message]).toEqual([404, "processFlow 'gone' does not exist"])
    }
    const made = await post(`${processes}/gone/taskFlow`, { taskFlowSpecification: 'pack' })
    expect([made.status, made.body.message]).toEqual([404, "processFlow 'gone' does not exist"])
  })

  test('go with it', async () => {
    const process = await begin()
    const task = await post(`${processes}/${process.body.id}/taskFlow`, { taskFlowSpecification: 'pack' })
    expect((await send(process.body.href, { method: 'DELETE' })).status).toBe(204)
    expect((await send(task.body.href)).status).toBe(404)
  })
})

describe.each([
  ['/tmf-api/geographicAddressManagement/v4/geographicAddress', 'geographicSubAddress', 'geographicAddress'],
  ['/tmf-api/intent/v4/intent', 'intentReport', 'intent'],
  ['/tmf-api/event/v4/topic', 'event', 'topic'],
])('below %s', (parents, path, member) => {
  test.each(['', '/1'])(`what belongs to nothing is not found: ${path}%s`, async (below) => {
    const { status, body } = await send(`${server.url}${parents}/gone/${path}${below}`)
    expect([status, body.code, body.message]).toEqual([
      404,
      'resourceNotFound',
      `${member} 'gone' does not exist`,
    ])
  })
})
