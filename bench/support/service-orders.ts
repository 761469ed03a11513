/** The service orders of the request benchmark: the one that is posted, and the hundred thousand that are there. */
import { run } from './databases.ts'

export const collection = '/tmf-api/serviceOrdering/v4/serviceOrder'

const item = (id: string, specification: string, name: string, characteristics: object) => ({
  id,
  action: 'add',
  quantity: 1,
  service: {
    name,
    serviceSpecification: { id: specification, name, version: '1.0' },
    serviceCharacteristic: Object.entries(characteristics).map(([key, value]) => ({
      name: key,
      value,
      valueType: typeof value,
    })),
    place: [
      {
        id: 'addr-42-maple-ave',
        name: '42 Maple Ave',
        role: 'installationAddress',
        '@referredType': 'GeographicAddress',
      },
    ],
  },
})

/** What a client posts: about 1.5 kB. */
export const order = {
  externalId: 'po-4711',
  category: 'residential',
  description: 'Fibre for Jane Smith at 42 Maple Ave',
  priority: '1',
  requestedCompletionDate: '2026-12-01T09:00:00.000Z',
  relatedParty: [
    {
      id: 'cust-56789',
      name: 'Jane Smith',
      role: 'customer',
      '@type': 'RelatedParty',
      '@referredType': 'Customer',
    },
  ],
  externalReference: [{ id: 'po-4711', name: 'productOrderRef', externalReferenceType: 'ProductOrder' }],
  serviceOrderItem: [
    item('1', 'cfs-broadband', 'Broadband internet', {
      downstreamSpeed: 1000,
      upstreamSpeed: 1000,
      staticIpv4: false,
    }),
    item('2', 'rfs-ftth-access', 'Fibre access', {
      technology: 'GPON',
      lineProfile: 'FTTH-1G',
      estimatedLoss: 21.4,
    }),
    item('3', 'rfs-internet', 'Internet access', { bng: 'BNG-TOR-01', addressFamily: 'dual stack' }),
  ],
}

/** One in twenty of the orders that are there is in this state. */
export const soughtState = 'held'
export const loadedCount = 100_000

/** The id of one of the orders that are there. */
export const loadedId = (index: number): string => `so-bench-${String(index % loadedCount).padStart(12, '0')}`

/** Fills a database with orders as Goldthread stores them: 5 % held, 10 % acknowledged, 15 % in progress, 70 % completed. */
export async function loadServiceOrders(url: string): Promise<void> {
  const { serviceOrderItem, ...rest } = order
  const document = {
    ...rest,
    serviceOrderItem: serviceOrderItem.map((line) => ({ ...line, state: 'acknowledged' })),
  }
  await run(
    url,
    `insert into entity (tenant, kind, id, revision, created, updated, doc)
    select 'default', 'ServiceOrder', 'so-bench-' || lpad(i::text, 12, '0'), 1, now(), now(),
      $1::jsonb || jsonb_build_object(
        'state', case when i % 20 = 0 then '${soughtState}' when i % 20 < 3 then 'acknowledged'
          when i % 20 < 6 then 'inProgress' else 'completed' end,
        'externalId', 'po-' || i,
        'orderDate', to_char(timestamp '2026-01-01' + i * interval '1 minute', 'YYYY-MM-DD"T"HH24:MI:SS".000Z"'))
    from generate_series(0, ${loadedCount - 1}) as i`,
    [JSON.stringify(document)],
  )
  await run(url, 'vacuum analyze')
}
