/** Finds documents inside a transaction by what they hold, locks them, and adds up their numbers. */
import type { ResourcePage } from '../declare/index.ts'
import { fieldAt } from '../derive/path.ts'
import { Parameters } from './parameters.ts'
import { idsExpression, isIdInList, listExpression, pathExpression, tableOf } from './partitions.ts'
import type { Transaction } from './transaction.ts'
import type { Row } from './writes.ts'

/** For each path the values of which a document must hold one there. */
export type Wanted = Readonly<Record<string, readonly string[]>>

export interface Search {
  readonly wanted: Wanted
  /** Ids to be passed over. */
  readonly except: readonly string[]
}

/** The first documents that hold what is wanted, in order of creation; locked for change when asked. */
export async function findDocuments(
  tx: Transaction,
  page: ResourcePage,
  search: Search & { readonly limit: number; readonly lock: boolean },
): Promise<Row[]> {
  const parameters = new Parameters()
  const conditions = conditionsOf(tx, page, search, parameters)
  const text = `select kind, id, revision, parent, doc, retired from ${tableOf(page.kind)} where ${conditions}
    order by seq limit ${parameters.add(search.limit)}${search.lock ? ' for no key update' : ''}`
  return tx.query<Row & Record<string, unknown>>({ text, values: parameters.values })
}

/** How many documents hold what is wanted, counted up to a limit. */
export async function countDocuments(
  tx: Transaction,
  page: ResourcePage,
  search: Search & { readonly limit: number },
): Promise<number> {
  const parameters = new Parameters()
  const conditions = conditionsOf(tx, page, search, parameters)
  const text = `select count(*)::int as count from
    (select 1 from ${tableOf(page.kind)} where ${conditions} limit ${parameters.add(search.limit)}) as found`
  const [row] = await tx.query<{ count: number }>({ text, values: parameters.values })
  return row?.count ?? 0
}

/** The sum of a number over the documents that hold what is wanted, as exact decimal digits. */
export async function addUp(
  tx: Transaction,
  page: ResourcePage,
  search: Search & { readonly path: string },
): Promise<string> {
  const parameters = new Parameters()
  const conditions = conditionsOf(tx, page, search, parameters)
  const path = parameters.add(search.path.split('.'))
  const text = `select coalesce(sum((doc #>> ${path}::text[])::numeric), 0)::text as sum
    from ${tableOf(page.kind)} where ${conditions}`
  const [row] = await tx.query<{ sum: string }>({ text, values: parameters.values })
  return row?.sum ?? '0'
}

/**
 * Waits until no other transaction holds the name, and holds it until the end: for what does not exist yet and
 * cannot be locked, so that two do not create it.
 */
export async function holdName(tx: Transaction, name: string): Promise<void> {
  await tx.query({
    name: 'hold name',
    text: 'select pg_advisory_xact_lock(hashtextextended($1, 0))',
    values: [`${tx.tenant} ${name}`],
  })
}

/** The conditions under which a document holds what is wanted, as SQL. */
export function conditionsOf(
  tx: Transaction,
  page: ResourcePage,
  { wanted, except }: Search,
  parameters: Parameters,
): string {
  const conditions = [
    `tenant = ${parameters.add(tx.tenant)}`,
    ...Object.entries(wanted).map(([path, values]) => holdsSql(page, path.split('.'), values, parameters)),
  ]
  if (except.length > 0) conditions.push(`id <> all(${parameters.add(except)})`)
  return conditions.join(' and ')
}

/** Written as the indexes of the page are, so that they serve. */
function holdsSql(
  page: ResourcePage,
  path: readonly string[],
  values: readonly string[],
  parameters: Parameters,
): string {
  const facts = fieldAt(page, path)
  if (!facts.isMany) return `${pathExpression(page, path, facts)} = any(${parameters.add(values)}::text[])`
  const anyOf = (expression: string) =>
    `(${values.map((value) => `${expression} @> ${parameters.add(JSON.stringify([value]))}::jsonb`).join(' or ')})`
  const held = anyOf(listExpression(path))
  return isIdInList(path, facts) ? `${anyOf(idsExpression)} and ${held}` : held
}
