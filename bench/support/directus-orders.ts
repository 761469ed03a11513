/** The same service orders as Directus has them: what is one value is a column, what is a list is JSON. */
import { createHash } from 'node:crypto'
import { run } from './databases.ts'
import { token } from './directus.ts'
import { type LoadOptions, requestBytes } from './load.ts'
import { documentSql, documentTemplate, order, soughtState } from './service-orders.ts'

export const table = 'service_order'

/** Makes the table with the indexes Goldthread has, and fills it with so many orders. */
export async function loadDirectusOrders(url: string, count: number): Promise<void> {
  await run(
    url,
    `create table ${table} (
      id uuid primary key default gen_random_uuid(), state varchar(255) default 'acknowledged',
      external_id varchar(255), category varchar(255), description text, priority varchar(255),
      order_date timestamptz default now(), requested_completion_date timestamptz,
      related_party jsonb, external_reference jsonb, service_order_item jsonb);
    create index on ${table} (state);
    create index on ${table} (external_id);
    create index on ${table} (category);
    create index on ${table} (order_date);
    create index on ${table} using gin (related_party jsonb_path_ops)`,
  )
  await run(
    url,
    `insert into ${table} select md5(i::text)::uuid, doc->>'state', doc->>'externalId', doc->>'category',
      doc->>'description', doc->>'priority', (doc->>'orderDate')::timestamptz,
      (doc->>'requestedCompletionDate')::timestamptz,
      doc->'relatedParty', doc->'externalReference', doc->'serviceOrderItem'
    from generate_series(0, ${count - 1}) as i, lateral (select ${documentSql} as doc offset 0) as made`,
    [documentTemplate],
  )
  await run(url, `vacuum analyze ${table}`)
}

const headers = [`Authorization: Bearer ${token}`]

/** What is asked of Directus, by what the same is asked of Goldthread. */
export const directusRequests = {
  create: (url: string): LoadOptions['request'] => {
    const body = JSON.stringify({
      external_id: order.externalId,
      category: order.category,
      description: order.description,
      priority: order.priority,
      requested_completion_date: order.requestedCompletionDate,
      related_party: order.relatedParty,
      external_reference: order.externalReference,
      service_order_item: order.serviceOrderItem,
    })
    const bytes = requestBytes(url, 'POST', `/items/${table}`, { body, headers })
    return () => bytes
  },
  read: (url: string, count: number): LoadOptions['request'] => {
    const all = Array.from({ length: 5_000 }, (_, index) =>
      requestBytes(url, 'GET', `/items/${table}/${idOf((index * 7_919) % count)}`, { headers }),
    )
    return (index) => all[index % all.length] as Buffer
  },
  list: (url: string, { hasTotal }: { readonly hasTotal: boolean }): LoadOptions['request'] => {
    const query = `filter%5Bstate%5D%5B_eq%5D=${soughtState}&sort=-order_date&limit=50`
    const bytes = requestBytes(
      url,
      'GET',
      `/items/${table}?${query}${hasTotal ? '&meta=filter_count' : ''}`,
      { headers },
    )
    return () => bytes
  },
}

/** As PostgreSQL writes `md5(i::text)::uuid`. */
function idOf(index: number): string {
  const digest = createHash('md5').update(String(index)).digest('hex')
  return digest.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
