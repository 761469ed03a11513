/** Finds resources of the inventory for assignment: locked, each given to one order only. */

import { scalarExpression } from './partitions.ts'
import type { Transaction } from './transaction.ts'
import type { Row } from './writes.ts'

const specification = scalarExpression(['resourceSpecification', 'id'], { kind: 'text' })
const placeId = scalarExpression(['place', 'id'], { kind: 'text' })
/** Free: available and idle. The queue index of the Resource page serves exactly this. */
const isFree = `doc->>'resourceStatus' = 'available' and doc->>'usageState' = 'idle'`
/** What the network is being asked to change has a plan of its own, and is given to nobody until that is over. */
const isLeftAlone = `not exists (select from plan
  where plan.tenant = entity_resource.tenant and plan.kind = 'Resource' and plan.id = entity_resource.id)`

export interface FreeQuery {
  readonly specification: string
  /** Characteristics the resource must have. */
  readonly filter: Readonly<Record<string, unknown>>
  /** Ids already taken in this transaction: its own locks do not keep it from seeing them again. */
  readonly except: readonly string[]
}

/** The first free resource that fits, locked; passes over those other transactions are taking. */
export async function takeFree(tx: Transaction, query: FreeQuery): Promise<Row | undefined> {
  const [row] = await tx.query<Row & Record<string, unknown>>({
    name: 'inventory take',
    text: `select kind, id, revision, parent, doc, retired from entity_resource
      where tenant = $1 and kind = 'Resource' and ${specification} = $2 and ${isFree}
        and coalesce(doc->'resourceCharacteristic', '[]'::jsonb) @> $3::jsonb and id <> all($4)
        and ${isLeftAlone}
      order by seq limit 1 for no key update skip locked`,
    values: [tx.tenant, query.specification, characteristicList(query.filter), query.except],
  })
  return row
}

/** How many free resources fit, counted up to `atMost`. */
export async function countFree(tx: Transaction, query: FreeQuery, atMost: number): Promise<number> {
  const [row] = await tx.query<{ free: number }>({
    name: 'inventory count',
    text: `select count(*)::int as free from (select 1 from entity_resource
      where tenant = $1 and kind = 'Resource' and ${specification} = $2 and ${isFree}
        and coalesce(doc->'resourceCharacteristic', '[]'::jsonb) @> $3::jsonb and id <> all($4)
        and ${isLeftAlone} limit $5) as found`,
    values: [tx.tenant, query.specification, characteristicList(query.filter), query.except, atMost],
  })
  return row?.free ?? 0
}

/** The resource of a specification at a place, such as the access line of an address. */
export async function findAtPlace(
  tx: Transaction,
  specificationId: string,
  place: string,
): Promise<Row | undefined> {
  const [row] = await tx.query<Row & Record<string, unknown>>({
    name: 'inventory place',
    text: `select kind, id, revision, parent, doc, retired from entity_resource
      where tenant = $1 and kind = 'Resource' and ${placeId} = $3 and ${specification} = $2
      order by seq limit 1`,
    values: [tx.tenant, specificationId, place],
  })
  return row
}

function characteristicList(filter: Readonly<Record<string, unknown>>): string {
  return JSON.stringify(Object.entries(filter).map(([name, value]) => ({ name, value })))
}
