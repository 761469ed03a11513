/** The newest documents of a kind: a look back that costs the same however many there are. */
import type { ResourcePage } from '../declare/index.ts'
import type { JsonObject } from '../derive/json.ts'
import { tableOf } from './partitions.ts'
import type { Transaction } from './transaction.ts'

/** Those among the last `limit` documents that were written since a moment, an ISO date-time; newest first. */
export async function newestDocuments(
  tx: Transaction,
  page: ResourcePage,
  { since, limit }: { readonly since: string; readonly limit: number },
): Promise<{ id: string; doc: JsonObject }[]> {
  return tx.query<{ id: string; doc: JsonObject }>({
    name: `newest ${page.kind}`,
    text: `select id, doc from (select id, doc, seq, updated from ${tableOf(page.kind)}
        where tenant = $1 order by seq desc limit $2) as latest
      where updated >= $3::timestamptz order by seq desc`,
    values: [tx.tenant, limit, since],
  })
}
