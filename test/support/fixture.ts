/** The four service orders of the wire contract, section 1, and the type that the last one is of. */
import { send } from './http.ts'

export const serviceOrders = '/tmf-api/serviceOrdering/v4/serviceOrder'

/** Extends a service order by an attribute of its own. */
export const businessServiceOrder = {
  name: 'BusinessServiceOrder',
  baseType: 'ServiceOrder',
  schema: {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    properties: { isExpress: { type: 'boolean' } },
  },
}

const spec = (id: string) => ({ serviceSpecification: { id } })

export const fixture: readonly { readonly id: string; readonly [attribute: string]: unknown }[] = [
  {
    id: 'so-1001',
    '@type': 'ServiceOrder',
    state: 'inProgress',
    category: 'broadband',
    priority: '1',
    externalId: 'PON-77',
    description: 'Fibre for Ada',
    orderDate: '2026-03-01T09:00:00.000Z',
    requestedCompletionDate: '2026-03-10T00:00:00+02:00',
    relatedParty: [
      { id: 'p-1', role: 'customer', '@referredType': 'Customer' },
      { id: 'p-9', role: 'seller', '@referredType': 'Organization' },
    ],
    note: [
      { id: '1', author: 'jdoe', text: 'call first' },
      { id: '2', author: 'system', text: 'slot booked' },
    ],
    serviceOrderItem: [
      {
        id: '1',
        action: 'add',
        quantity: 1,
        state: 'completed',
        service: { ...spec('ss-fttp'), serviceCharacteristic: [{ name: 'speed', value: 500 }] },
      },
      { id: '2', action: 'add', quantity: 2, state: 'inProgress', service: spec('ss-cpe') },
    ],
  },
  {
    id: 'so-1002',
    '@type': 'ServiceOrder',
    state: 'acknowledged',
    category: 'voice,mobile',
    priority: '4',
    orderDate: '2026-03-01T10:30:00.000Z',
    relatedParty: [
      { id: 'p-2', role: 'customer', '@referredType': 'Customer' },
      { id: 'p-1', role: 'seller', '@referredType': 'Organization' },
    ],
    serviceOrderItem: [
      {
        id: '1',
        action: 'modify',
        quantity: 1,
        state: 'acknowledged',
        service: { ...spec('ss-voice'), serviceCharacteristic: [{ name: 'speed', value: '500' }] },
      },
    ],
  },
  {
    id: 'so-1003',
    '@type': 'ServiceOrder',
    state: 'completed',
    category: 'Broadband',
    priority: '2',
    orderDate: '2026-02-10T08:00:00.000Z',
    serviceOrderItem: [
      { id: '1', action: 'delete', quantity: 3, state: 'completed', service: spec('ss-fttp') },
    ],
  },
  {
    id: 'so-1004',
    '@type': 'BusinessServiceOrder',
    '@baseType': 'ServiceOrder',
    isExpress: true,
    state: 'held',
    category: 'broadband',
    orderDate: '2026-03-02T00:00:00.000Z',
    serviceOrderItem: [{ id: '1', action: 'add', quantity: 10, state: 'held', service: spec('ss-fttp') }],
  },
]

/** Brings the fixture into a server: the type first, then the orders. */
export async function importFixture(url: string): Promise<void> {
  const registered = await send(`${url}/goldthread/v1/type`, { method: 'POST', json: businessServiceOrder })
  if (registered.status !== 201) throw new Error(registered.text)
  const answer = await send(`${url}/goldthread/v1/import?type=ServiceOrder`, {
    method: 'POST',
    json: fixture,
  })
  if (answer.status !== 200) throw new Error(answer.text)
}
