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

/** The id of one of the orders that are there. */
export const loadedId = (index: number, count: number): string =>
  `so-bench-${String(index % count).padStart(12, '0')}`

/**
 * The document of order `i` as SQL, made from the order that is posted: 5 % held, 10 % acknowledged, 15 % in progress,
 * 70 % completed; of as many customers and places as a large operator has.
 */
export const documentSql = `(replace(replace(replace($1::text,
    'cust-56789', 'cust-' || i::bigint * 7919 % 500000), '42 Maple', i::bigint * 104729 % 900 || ' Maple'), 'po-4711', 'po-' || i)::jsonb
  || jsonb_build_object(
    'state', case when i % 20 = 0 then '${soughtState}' when i % 20 < 3 then 'acknowledged'
      when i % 20 < 6 then 'inProgress' else 'completed' end,
    'category', case when i % 7 = 0 then 'business' else 'residential' end,
    'priority', (i % 5)::text,
    'orderDate', to_char(timestamp '2025-01-01' + i * interval '30 seconds', 'YYYY-MM-DD"T"HH24:MI:SS".000Z"')))`

/** The text `documentSql` begins with. */
export const documentTemplate = JSON.stringify({
  ...order,
  serviceOrderItem: order.serviceOrderItem.map((line) => ({ ...line, state: 'acknowledged' })),
})

/** Adds the orders from one number up to another to a database, as Goldthread stores them. */
export async function loadServiceOrders(url: string, from: number, to: number): Promise<void> {
  await run(
    url,
    `insert into entity (tenant, kind, id, revision, created, updated, state, doc)
    select 'default', 'ServiceOrder', 'so-bench-' || lpad(i::text, 12, '0'), 1, now(), now(), doc->>'state', doc
    from generate_series(${from}, ${to - 1}) as i, lateral (select ${documentSql} as doc offset 0) as made`,
    [documentTemplate],
  )
  await run(url, 'vacuum analyze entity_serviceorder')
}
