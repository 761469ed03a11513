/** Moments that have an event of their own beside that of the change (wire contract, section 21.3). */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { send } from '../support/http.ts'
import { startWholeServer, type TestServer } from '../support/server.ts'
import { eventually } from '../support/until.ts'

let server: TestServer
beforeAll(async () => {
  server = await startWholeServer()
})
afterAll(() => server.close())

test('a ticket that waits for its customer asks for information, and one that is resolved says so', async () => {
  const tickets = `${server.url}/tmf-api/troubleTicket/v4/troubleTicket`
  const json = { description: 'No dial tone', severity: 'major', ticketType: 'complaint' }
  const { href } = (await send(tickets, { method: 'POST', json })).body
  for (const status of ['inProgress', 'pending', 'inProgress', 'resolved', 'resolved', 'closed']) {
    const moved = await send(href, { method: 'PATCH', json: { status } })
    expect([moved.status, moved.body.status]).toEqual([200, status])
  }
  const moved = ['StatusChangeEvent', 'inProgress', undefined]
  await eventually(async () => {
    const { body } = await send(`${server.url}/tmf-api/event/v4/topic/TroubleTicket/event`)
    return body.map((told: Record<string, unknown> & { event: { troubleTicket: { status: string } } }) => [
      String(told.eventType).replace('TroubleTicket', ''),
      told.event.troubleTicket.status,
      told.fieldPath,
    ])
  }).toEqual([
    ['CreateEvent', 'acknowledged', undefined],
    moved,
    ['StatusChangeEvent', 'pending', undefined],
    ['InformationRequiredEvent', 'pending', 'note'],
    moved,
    ['StatusChangeEvent', 'resolved', undefined],
    ['ResolvedEvent', 'resolved', undefined],
    ['StatusChangeEvent', 'closed', undefined],
  ])
})

test('an order that is brought along with a milestone or an alert it had not is told of by its own events', async () => {
  const serviceOrderItem = [{ id: '1', action: 'add', service: {} }]
  const order = { '@type': 'ServiceOrder', id: 'so-1', state: 'inProgress', serviceOrderItem }
  const bring = async (more: object) => {
    const json = [{ ...order, ...more }]
    const { status, text } = await send(`${server.url}/goldthread/v1/import`, { method: 'POST', json })
    expect([status, text]).toEqual([200, text])
  }
  await bring({})
  await bring({ milestone: [{ id: '1', name: 'Dug' }] })
  await bring({ milestone: [{ id: '1', name: 'Dug' }], jeopardyAlert: [{ id: '1', exception: 'Rain' }] })
  await eventually(async () => {
    const { body } = await send(`${server.url}/tmf-api/event/v4/topic/ServiceOrdering/event`)
    return body.map(({ eventType, priority }: Record<string, string>) => [eventType, priority])
  }).toEqual([
    ['ServiceOrderCreateEvent', 'normal'],
    ['ServiceOrderAttributeValueChangeEvent', 'normal'],
    ['ServiceOrderMilestoneEvent', 'normal'],
    ['ServiceOrderAttributeValueChangeEvent', 'normal'],
    ['ServiceOrderJeopardyEvent', 'high'],
  ])
})
