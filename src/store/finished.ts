/** Documents that are over: tasks and jobs that no longer run, found by when they came to their end. */
import type { ResourcePage } from '../declare/index.ts'
import type { Database } from './database.ts'
import { overExpression, tableOf } from './partitions.ts'
import type { Transaction } from './transaction.ts'

/** A document that is over, and since when, as PostgreSQL writes it. */
export interface Finished {
  readonly tenant: string
  readonly id: string
  readonly updated: string
}

/** The documents of a page that came to their end before a moment, the longest ago first, after the one given. */
export async function readFinished(
  database: Database,
  page: ResourcePage,
  before: string,
  after: Finished | undefined,
  limit: number,
): Promise<Finished[]> {
  return database.read<Finished & { [column: string]: unknown }>({
    name: `finished ${page.kind}`,
    text: `select tenant, id, updated::text from ${tableOf(page.kind)}
      where ${overExpression(page)} and updated < $1 and (updated, tenant, id) > ($2, $3, $4)
      order by updated, tenant, id limit $5`,
    values: [before, after?.updated ?? '-infinity', after?.tenant ?? '', after?.id ?? '', limit],
  })
}

/** Locks those of a page's documents that are over, passing over those another node has locked. Gives their ids. */
export async function lockFinished(
  tx: Transaction,
  page: ResourcePage,
  ids: readonly string[],
): Promise<string[]> {
  const rows = await tx.query<{ id: string }>({
    name: `finished lock ${page.kind}`,
    text: `select id from ${tableOf(page.kind)}
      where ${overExpression(page)} and tenant = $1 and kind = $2 and id = any($3)
      order by id for no key update skip locked`,
    values: [tx.tenant, page.kind, ids],
  })
  return rows.map(({ id }) => id)
}
