/** The types that are registered, and who uses them. */
import { channel, type Database } from './database.ts'
import { tableOf } from './partitions.ts'
import type { Transaction } from './transaction.ts'

/** What is woken when a type is registered or removed. */
export const typeTopic = 'type'

export interface TypeRow {
  readonly name: string
  readonly base_type: string
  readonly description: string | null
  readonly location: string | null
  readonly schema: unknown
  readonly created: Date
  /** Grows with every registration: no two types ever have the same. */
  readonly number: string
}

const columns = 'name, base_type, description, location, schema, created, number'

/** All types of a tenant, each after the one it extends. */
export function readTypes(database: Database, tenant: string): Promise<TypeRow[]> {
  return database.read<TypeRow>({
    name: 'types read',
    text: `select ${columns} from resource_type where tenant = $1 order by number`,
    values: [tenant],
  })
}

/** All types of a tenant without their schemas. */
export function listTypes(database: Database, tenant: string): Promise<Omit<TypeRow, 'schema'>[]> {
  return database.read<Omit<TypeRow, 'schema'>>({
    name: 'types list',
    text: `select ${columns.replace(' schema,', '')} from resource_type where tenant = $1 order by number`,
    values: [tenant],
  })
}

/** A type by its name; undefined when there is none. */
export async function findType(
  database: Database,
  tenant: string,
  name: string,
): Promise<TypeRow | undefined> {
  const [row] = await database.read<TypeRow>({
    name: 'types find',
    text: `select ${columns} from resource_type where tenant = $1 and name = $2`,
    values: [tenant, name],
  })
  return row
}

/** What tells whether the types of a tenant are still the same. */
export async function revisionOfTypes(database: Database, tenant: string): Promise<string> {
  const [row] = await database.read<{ revision: string }>({
    name: 'types revision',
    text: `select count(*) || ' ' || coalesce(max(number), 0) as revision from resource_type where tenant = $1`,
    values: [tenant],
  })
  return row?.revision ?? ''
}

/** Keeps others from changing the types of the tenant until the end of the transaction. */
export async function lockTypes(tx: Transaction): Promise<void> {
  await tx.query({
    name: 'types lock',
    text: `select pg_advisory_xact_lock(hashtext('types'), hashtext($1))`,
    values: [tx.tenant],
  })
}

/** The names of all types with what they extend, and how many bytes all schemas take. */
export async function surveyTypes(
  tx: Transaction,
): Promise<{ readonly types: readonly { name: string; base_type: string }[]; readonly size: number }> {
  const rows = await tx.query<{ name: string; base_type: string; size: number }>({
    name: 'types survey',
    text: `select name, base_type, octet_length(schema::text) as size from resource_type where tenant = $1`,
    values: [tx.tenant],
  })
  return { types: rows, size: rows.reduce((sum, { size }) => sum + size, 0) }
}

/** Adds a type; every node hears of it when the transaction is committed. */
export async function insertType(
  tx: Transaction,
  type: Omit<TypeRow, 'created' | 'schema' | 'number'> & { readonly schema: string },
): Promise<void> {
  await tx.query({
    name: 'types insert',
    text: `insert into resource_type (tenant, name, base_type, description, location, schema, created)
      values ($1, $2, $3, $4, $5, $6, $7)`,
    values: [tx.tenant, type.name, type.base_type, type.description, type.location, type.schema, tx.now],
  })
  await tell(tx)
}

/** Removes a type, after all who hold it have ended; false when there is none. */
export async function deleteType(tx: Transaction, name: string): Promise<boolean> {
  const rows = await tx.query({
    name: 'types delete',
    text: `delete from resource_type where tenant = $1 and name = $2 returning name`,
    values: [tx.tenant, name],
  })
  await tell(tx)
  return rows.length > 0
}

/** Keeps a type from being removed before the transaction is committed; false when it is gone. */
export async function holdType(tx: Transaction, name: string): Promise<boolean> {
  const rows = await tx.query({
    name: 'types hold',
    text: `select from resource_type where tenant = $1 and name = $2 for key share`,
    values: [tx.tenant, name],
  })
  return rows.length > 0
}

/** The id of a document of one of these kinds that is of a type; undefined when there is none. */
export async function documentOfType(
  tx: Transaction,
  kinds: readonly string[],
  name: string,
): Promise<{ readonly kind: string; readonly id: string } | undefined> {
  for (const kind of kinds) {
    const [row] = await tx.query<{ id: string }>({
      text: `select id from ${tableOf(kind)} where tenant = $1 and doc->>'@type' = $2 limit 1`,
      values: [tx.tenant, name],
    })
    if (row !== undefined) return { kind, id: row.id }
  }
  return undefined
}

async function tell(tx: Transaction): Promise<void> {
  await tx.query({ text: 'select pg_notify($1, $2)', values: [channel, typeTopic] })
}
