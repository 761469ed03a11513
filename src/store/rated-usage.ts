/** Finds the usage that is priced and not billed yet, of all products of a billing account. */
import { idsExpression } from './partitions.ts'
import type { Transaction } from './transaction.ts'

/** The ids of such usage records (TMF635), oldest first within a product; at most `limit`, those of `except` passed over. */
export async function findRatedUsage(
  tx: Transaction,
  account: string,
  { limit, except }: { readonly limit: number; readonly except: readonly string[] },
): Promise<string[]> {
  const rows = await tx.query<{ id: string }>({
    name: 'rated usage of account',
    text: `select u.id from (
        select id from entity_product
        where tenant = $1 and ${idsExpression} @> $2::jsonb and doc #>> '{billingAccount,id}' = $3
      ) as p cross join lateral (
        select id, seq from entity_usage
        where tenant = $1 and ${idsExpression} @> jsonb_build_array(p.id) and doc->>'status' in ('rated', 'rerated')
          and id <> all($4)
          and jsonb_path_exists(doc, '$.ratedProductUsage[*] ? (@.productRef.id == $product && !(@.isBilled == true))',
            jsonb_build_object('product', p.id))
        order by seq limit $5
      ) as u limit $5`,
    values: [tx.tenant, JSON.stringify([account]), account, except, limit],
  })
  return [...new Set(rows.map(({ id }) => id))]
}
